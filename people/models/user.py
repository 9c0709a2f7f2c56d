"""Everyone who can sign in."""

from datetime import datetime

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from people.days import day_of


def let_in(now: datetime, of: str = "") -> Q:
    """Those whose account is open, and whose last day is not over though nobody has closed it yet.

    `of` leads to them from the row that is asked about: `user__`.
    """
    lasting = Q(**{f"{of}ends_on": None}) | Q(**{f"{of}ends_on__gte": day_of(now)})
    return lasting & Q(**{f"{of}is_active": True})


class User(AbstractUser):
    """A person with a way in. What she may do follows from her roles, or from being a substitute."""

    phone = models.CharField(
        _("mobilnummer"),
        max_length=16,
        blank=True,
        help_text=_("Med landsnummer, till exempel +46701740605."),
    )

    phone_verified = models.BooleanField(
        _("numret är bekräftat"), default=False, help_text=_("Någon har skrivit koden som skickades dit.")
    )
    employee_number = models.CharField(
        _("anställningsnummer"),
        max_length=20,
        blank=True,
        help_text=_("En kollegas, som kommunens inloggning känner igen. En vikaries står bland vikariens papper."),
    )
    personnummer_hash = models.CharField(
        max_length=64,
        blank=True,
        editable=False,
        help_text="What a key of its own makes of her personnummer (people/personnummer.py), which is never kept.",
    )
    protected = models.BooleanField(
        _("skyddade personuppgifter"),
        default=False,
        help_text=_("Namn och kontaktuppgifter visas bara för den som ansvarar för skyddade uppgifter."),
    )
    language = models.CharField(
        _("språk"),
        max_length=5,
        choices=[("sv", "Svenska"), ("en", "English")],
        blank=True,
        help_text=_("Tomt: som webbläsaren, och svenska i meddelanden."),
    )

    shares_phone = models.BooleanField(
        _("delar mobilnummer"),
        default=False,
        help_text=_("Någon annan har samma nummer. Svar med sms räknas då bara med koden i förfrågan."),
    )
    password_changed_at = models.DateTimeField(
        null=True, blank=True, help_text="When she chose the password that she has; none if nobody knows."
    )
    must_change_password = models.BooleanField(
        default=False, help_text="Whether it only lets her in to choose another."
    )
    ends_on = models.DateField(_("sista dagen"), null=True, blank=True, help_text=_("Kontot stängs när dagen är slut."))

    class Meta(AbstractUser.Meta):
        verbose_name = _("användare")  # type: ignore[assignment]
        verbose_name_plural = _("användare")  # type: ignore[assignment]
        constraints = [
            models.UniqueConstraint(name="one_user_per_email", fields=["email"], condition=~Q(email="")),
            models.UniqueConstraint(
                Lower("employee_number"), name="one_user_per_employee_number", condition=~Q(employee_number="")
            ),
            models.UniqueConstraint(
                name="one_user_per_personnummer", fields=["personnummer_hash"], condition=~Q(personnummer_hash="")
            ),
            models.CheckConstraint(
                name="a_protected_account_holds_no_name_and_no_way_to_her",
                condition=Q(protected=False) | Q(first_name="", email="", phone="", phone_verified=False),
            ),
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.get_username()

    def get_full_name(self) -> str:
        """Her name; of one who is protected the alias, whose code stands where the surname was."""
        if self.protected:
            return gettext("Vikarie %(code)s (skyddade uppgifter)") % {"code": self.last_name}
        return super().get_full_name()

    def get_short_name(self) -> str:
        """Her first name, or the alias."""
        return self.get_full_name() if self.protected else self.first_name

    def has_ended(self, *, now: datetime) -> bool:
        """Whether the last day that she is let in is over."""
        return self.ends_on is not None and day_of(now) > self.ends_on

    @property
    def initials(self) -> str:
        """Two letters for the round badge."""
        letters = self.last_name[:2] if self.protected else self.first_name[:1] + self.last_name[:1]
        return letters.upper() or self.username[:2].upper()

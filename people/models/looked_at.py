"""Who looked at whom: every page about a person that somebody else opened, and every list with her number."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models.identified import Identified


class LookedAt(Identified):
    """That a colleague opened a page about a person; with a reason where what stands there is sensitive."""

    class Page(models.TextChoices):
        OVERVIEW = "inspect", _("Överblick")
        PAPERS = "papers", _("Papper")
        SHIFTS = "shifts", _("Pass och timmar")
        TIME_BANK = "time_bank", _("Tidbank")
        MESSAGES = "messages", _("Meddelanden")
        CHANGE = "change", _("Uppgifter att ändra")
        ACCOUNT = "account", _("Konto")
        IDENTITY = "identity", _("Skyddat namn och kontakt")
        CERTIFICATE = "certificate", _("Intyg")
        INCOME = "income", _("Intyg med inkomst")
        NUMBER = "number", _("Personnummer")
        CONTACTS = "contacts", _("Mobilnummer i en lista eller vid ett pass")

    class Reason(models.TextChoices):
        CASE = "case", _("Jag handlägger ett ärende")
        CONTACT = "contact", _("Jag måste nå personen")
        ASKED = "asked", _("Personen har bett mig")
        CHECK = "check", _("Jag kontrollerar en uppgift")
        DANGER = "danger", _("Någon är i fara")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("den som tittade")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="looks", verbose_name=_("den som syntes")
    )
    at = models.DateTimeField(_("när"))
    page = models.CharField(_("sida"), max_length=20, choices=Page)
    reason = models.CharField(_("skäl"), max_length=10, choices=Reason, blank=True)

    SENSITIVE = (Page.IDENTITY.value, Page.INCOME.value, Page.NUMBER.value)

    class Meta:
        verbose_name = _("visning")
        verbose_name_plural = _("visningar")
        constraints = [
            models.CheckConstraint(
                name="what_is_sensitive_is_looked_at_for_a_reason",
                condition=~Q(page__in=["identity", "income", "number"]) | ~Q(reason=""),
            )
        ]
        indexes = [
            models.Index(fields=["person", "-at"], name="looks_at_a_person"),
            models.Index(fields=["user", "-at"], name="looks_of_a_colleague"),
            models.Index(fields=["at"], name="looks_by_time"),
        ]

    def __str__(self) -> str:
        return f"{self.get_page_display()} {self.at:%Y-%m-%d %H:%M}"

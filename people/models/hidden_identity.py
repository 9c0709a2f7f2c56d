"""Who a person with protected personal data is. Her account says an alias; this row alone says her name."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models.identified import Identified
from people.models.locality import Locality


class HiddenIdentityQuerySet(models.QuerySet["HiddenIdentity"]):
    """Questions to the hidden identities."""

    def of_number(self, employee_number: str) -> Self:
        """Whose employee number it is."""
        return self.filter(employee_number__iexact=employee_number)


class HiddenIdentity(Identified):
    """What was taken out of an account and its substitute as they were marked, to be put back when the mark is lifted.

    No list, search, sorting or export joins it. It has no gate: people/operations/identity.py is the one door.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="hidden")
    first_name = models.CharField(_("förnamn"), max_length=150)
    last_name = models.CharField(_("efternamn"), max_length=150)
    username = models.CharField(_("användarnamn"), max_length=150, db_index=True)
    email = models.CharField(_("e-post"), max_length=254, blank=True, db_index=True)
    phone = models.CharField(_("telefon"), max_length=16, blank=True, db_index=True)
    phone_verified = models.BooleanField(_("numret är bekräftat"), default=False)
    employee_number = models.CharField(_("anställningsnummer"), max_length=20, unique=True)
    locality = models.ForeignKey(Locality, models.SET_NULL, null=True, blank=True, related_name="+")
    farthest_km = models.PositiveSmallIntegerField(_("längst till jobbet, kilometer"), null=True, blank=True)
    by_hand_only = models.BooleanField(default=False, help_text="Whether she was booked by hand alone before as well.")
    contact = models.TextField(_("så når du personen"), max_length=500, blank=True)
    marked_at = models.DateTimeField(_("skyddad sedan"))

    objects = HiddenIdentityQuerySet.as_manager()

    class Meta:
        verbose_name = _("skyddad identitet")
        verbose_name_plural = _("skyddade identiteter")

    def __str__(self) -> str:
        return str(self.user)

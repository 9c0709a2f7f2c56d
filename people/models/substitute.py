"""The people this is for."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models.identified import Identified
from people.models.workplace import Workplace

if TYPE_CHECKING:
    import uuid


class SubstituteQuerySet(models.QuerySet["Substitute"]):
    """Questions to the substitutes."""

    def active(self) -> Self:
        """Those who may be booked at all."""
        return self.filter(is_active=True, user__is_active=True)

    def with_agreement_reaching(self, workplace: Workplace) -> Self:
        """Those who have, have had or will have an agreement for the workplace or its area."""
        from people.models.agreement import Agreement  # noqa: PLC0415 (agreements point at substitutes)

        reaching = Agreement.objects.reaching(workplace).values("substitute")
        return self.filter(pk__in=reaching)

    def of_interest_to(self, workplace: Workplace, also: "Collection[uuid.UUID]" = ()) -> Self:
        """Active ones with an agreement there, and those named in `also`."""
        return self.active().filter(Q(pk__in=self.with_agreement_reaching(workplace).values("pk")) | Q(pk__in=also))


class Substitute(Identified):
    """A person who takes shifts by the hour."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="substitute", verbose_name=_("användare")
    )
    employee_number = models.CharField(_("anställningsnummer"), max_length=20, unique=True)
    is_active = models.BooleanField(_("kan bokas"), default=True)

    objects = SubstituteQuerySet.as_manager()

    class Meta:
        verbose_name = _("vikarie")
        verbose_name_plural = _("vikarier")

    def __str__(self) -> str:
        return str(self.user)

"""The people this is for."""

import uuid
from collections.abc import Collection
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models.identified import Identified
from people.models.workplace import Workplace


class SubstituteQuerySet(models.QuerySet["Substitute"]):
    """Questions to the substitutes."""

    def active(self) -> Self:
        """Those who may be booked at all."""
        return self.filter(is_active=True, user__is_active=True)

    def of_interest_to(self, workplace: Workplace, also: Collection[uuid.UUID] = ()) -> Self:
        """Active ones who have, have had or will have an agreement there, and those named in `also`."""
        reaching = Q(agreements__workplace=workplace) | Q(agreements__area=workplace.area_id)
        with_papers = Substitute.objects.filter(reaching).values("pk")
        return self.active().filter(Q(pk__in=with_papers) | Q(pk__in=also))


class Substitute(Identified):
    """A person who takes shifts by the hour."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="substitute", verbose_name=_("användare")
    )
    employee_number = models.CharField(_("anställningsnummer"), max_length=20, unique=True)
    is_active = models.BooleanField(_("kan bokas"), default=True)
    born = models.DateField(
        _("född"), null=True, blank=True, help_text=_("Avgör vilka tider den får som är under 18 år.")
    )
    by_hand_only = models.BooleanField(
        _("bokas bara för hand"),
        default=False,
        help_text=_("Skyddade uppgifter: portalen frågar, bokar eller meddelar aldrig själv."),
    )
    wished_hours = models.PositiveSmallIntegerField(_("önskade timmar i månaden"), null=True, blank=True)

    objects = SubstituteQuerySet.as_manager()

    class Meta:
        verbose_name = _("vikarie")
        verbose_name_plural = _("vikarier")

    def __str__(self) -> str:
        return str(self.user)

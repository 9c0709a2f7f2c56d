"""The people this is for."""

import uuid
from collections.abc import Collection
from datetime import timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models.identified import Identified
from people.models.locality import Locality
from people.models.workplace import Workplace

WEEKS_IN_A_MONTH = 52 / 12


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
    wished_weekly_hours = models.PositiveSmallIntegerField(_("önskade timmar i veckan"), null=True, blank=True)
    wished_workplaces = models.ManyToManyField(
        Workplace, blank=True, related_name="wished_by", verbose_name=_("önskade arbetsplatser")
    )
    locality = models.ForeignKey(
        Locality, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("bor närmast")
    )
    farthest_km = models.PositiveSmallIntegerField(_("längst till jobbet, kilometer"), null=True, blank=True)

    objects = SubstituteQuerySet.as_manager()

    class Meta:
        verbose_name = _("vikarie")
        verbose_name_plural = _("vikarier")

    def __str__(self) -> str:
        return str(self.user)

    @property
    def wished_in_a_month(self) -> timedelta | None:
        """Her wish for a week, over a month of average length (52 weeks in 12 months)."""
        return timedelta(hours=self.wished_weekly_hours) * WEEKS_IN_A_MONTH if self.wished_weekly_hours else None

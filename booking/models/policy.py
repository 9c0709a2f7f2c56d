"""The policy of an area, and where a workplace says otherwise. What is left empty is as one step up."""

import uuid
from collections.abc import Collection, Iterable
from dataclasses import fields, replace
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from booking import offering
from booking.offering import OfferTerms
from people.models import Area, Workplace
from people.models.identified import Identified

YES_OR_NO = [(True, _("Ja")), (False, _("Nej"))]
NAMES = tuple(field.name for field in fields(OfferTerms))
KINDS = {
    "direct_days": offering.Days,
    "enquiry_mode": offering.Mode,
    "late_yes": offering.LateYes,
    "pay_first": offering.PayFirst,
}
NONE_BY_ZERO = {"wave_wait", "month_cap", "days_in_row"}
"""A nought here is a decision too: scaled by the time to the start, and no cap. Left empty is as one step up."""


class PolicyQuerySet(models.QuerySet["Policy"]):
    """Questions to the policies."""

    def reaching(self, workplace: Workplace) -> Self:
        """The area's and the workplace's own, the nearest last."""
        return self.reaching_any([workplace])

    def reaching_any(self, workplaces: Iterable[Workplace]) -> Self:
        """Those of the workplaces and of their areas, the areas' first."""
        areas, keys = {workplace.area_id for workplace in workplaces}, {workplace.pk for workplace in workplaces}
        return self.filter(Q(area__in=areas) | Q(workplace__in=keys)).order_by(
            models.F("workplace").asc(nulls_first=True)
        )

    def in_force(self, workplace: Workplace) -> OfferTerms:
        """What holds at the workplace: its own word, else its area's, else the default; one query."""
        return self.in_force_at([workplace])[workplace.pk]

    def in_force_at(self, workplaces: Collection[Workplace]) -> dict[uuid.UUID, OfferTerms]:
        """What holds at each of the workplaces, by key; one query for all, none for those read with theirs."""
        unread = [workplace for workplace in workplaces if not _is_read(workplace)]
        rows = self.reaching_any(unread) if unread else ()
        by_place = {policy.area_id or policy.workplace_id: policy for policy in rows}
        return {
            workplace.pk: step_by_step(getattr(workplace.area, "policy", None), getattr(workplace, "policy", None))
            if _is_read(workplace)
            else step_by_step(by_place.get(workplace.area_id), by_place.get(workplace.pk))
            for workplace in workplaces
        }


class Policy(Identified):
    """The numbers of `OfferTerms` that an area or a workplace has decided on."""

    class Days(models.TextChoices):
        EVERY = "every", _("alla dagar")
        WEEKDAYS = "weekdays", _("måndag–fredag, inte röda dagar")
        NOT_RED = "not_red", _("alla dagar utom röda")

    class Mode(models.TextChoices):
        FIRST_YES = "first_yes", _("första ja får passet")
        BEST = "best", _("samla svar, bäst placerade får passet")

    class LateYes(models.TextChoices):
        SHOW = "show", _("visas för bemanningen")
        LOST = "lost", _("gäller inte")

    class PayFirst(models.TextChoices):
        MONTHLY = "monthly", _("månadsavlönade först")
        HOURLY = "hourly", _("timavlönade först")
        SAME = "same", _("ingen skillnad")

    area = models.OneToOneField(
        Area, models.CASCADE, null=True, blank=True, related_name="policy", verbose_name=_("område")
    )
    workplace = models.OneToOneField(
        Workplace, models.CASCADE, null=True, blank=True, related_name="policy", verbose_name=_("arbetsplats")
    )
    direct = models.BooleanField(_("direktbokning används"), null=True, blank=True, choices=YES_OR_NO)
    direct_min_notice = models.DurationField(_("direktbokning tidigast före passet"), null=True, blank=True)
    direct_min_length = models.DurationField(_("direktbokning för pass längre än"), null=True, blank=True)
    direct_days = models.CharField(_("direktbokning på"), max_length=10, choices=Days, blank=True)
    direct_same_day = models.BooleanField(_("direktbokning samma dag"), null=True, blank=True, choices=YES_OR_NO)
    direct_second_shift_same_day = models.BooleanField(
        _("direktbokning av ett andra pass samma dag"), null=True, blank=True, choices=YES_OR_NO
    )
    enquiry_mode = models.CharField(_("svar på förfrågan"), max_length=10, choices=Mode, blank=True)
    wave_size = models.PositiveSmallIntegerField(_("tillfrågade åt gången"), null=True, blank=True)
    wave_wait = models.DurationField(
        _("väntan mellan omgångarna"), null=True, blank=True, help_text=_("Tomt: efter hur långt det är till passet.")
    )
    ask_again_after_no = models.BooleanField(
        _("fråga igen efter ett nej när passet blivit ledigt på nytt"), null=True, blank=True, choices=YES_OR_NO
    )
    regret_within = models.DurationField(_("ett ja kan ångras inom"), null=True, blank=True)
    quiet_from = models.TimeField(_("inga förfrågningar från"), null=True, blank=True)
    quiet_to = models.TimeField(_("inga förfrågningar till"), null=True, blank=True)
    urgent_limit = models.DurationField(_("fråga ändå om passet börjar inom"), null=True, blank=True)
    phone_limit = models.DurationField(_("ring i stället om passet börjar inom"), null=True, blank=True)
    order_min_lead = models.DurationField(_("beställning senast före passet"), null=True, blank=True)
    month_cap = models.PositiveSmallIntegerField(_("högst timmar i månaden"), null=True, blank=True)
    days_in_row = models.PositiveSmallIntegerField(_("högst dagar i rad"), null=True, blank=True)
    late_yes = models.CharField(_("ja efter svarstiden"), max_length=10, choices=LateYes, blank=True)
    pay_first = models.CharField(_("vilka som står först"), max_length=10, choices=PayFirst, blank=True)
    assistant_from = models.TimeField(_("bokningsassistenten arbetar från"), null=True, blank=True)
    assistant_to = models.TimeField(_("bokningsassistenten arbetar till"), null=True, blank=True)
    assistant_interval = models.DurationField(_("bokningsassistenten arbetar var"), null=True, blank=True)

    objects = PolicyQuerySet.as_manager()

    class Meta:
        verbose_name = _("regelverk")
        verbose_name_plural = _("regelverk")
        constraints = [
            models.CheckConstraint(
                name="policy_of_an_area_or_a_workplace",
                condition=Q(area=None, workplace__isnull=False) | Q(area__isnull=False, workplace=None),
            )
        ]

    def __str__(self) -> str:
        return str(self.workplace or self.area)

    def said(self) -> dict[str, object]:
        """What is decided here, by the names of `OfferTerms`."""
        return {name: value for name in NAMES if (value := getattr(self, name)) not in {None, ""}}

    def over(self, terms: OfferTerms) -> OfferTerms:
        """The terms one step up with what is decided here instead."""
        return replace(terms, **{name: _as_a_term(name, value) for name, value in self.said().items()})  # type: ignore[arg-type]


def _is_read(workplace: Workplace) -> bool:
    """Whether the workplace was read with its own policy, its area and the area's."""
    own, area = Workplace._meta.get_field("policy"), Workplace._meta.get_field("area")
    if not (own.is_cached(workplace) and area.is_cached(workplace)):
        return False
    return Area._meta.get_field("policy").is_cached(workplace.area)


def step_by_step(*policies: Policy | None) -> OfferTerms:
    """The defaults with what each of the policies says instead, the nearest last; nobody's policy says nothing."""
    terms = OfferTerms()
    for policy in policies:
        terms = policy.over(terms) if policy else terms
    return terms


def _as_a_term(name: str, value: object) -> object:
    if name in NONE_BY_ZERO and not value:
        return None
    return KINDS[name](str(value)) if name in KINDS else value

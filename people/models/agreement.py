"""The paper that lets a substitute be booked: where, as what, and for how long."""

from decimal import Decimal
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models.competence import Occupation
from people.models.identified import Identified
from people.models.spans import Validity, ValiditySet
from people.models.substitute import Substitute
from people.models.workplace import Area, Workplace


class PayForm(models.TextChoices):
    """How the work is paid."""

    HOURLY = "hourly", _("timlön")
    MONTHLY = "monthly", _("månadslön")


class RuleProfile(Identified):
    """The caps that an agreement brings, and whether a named role may pass a breach of them."""

    name = models.CharField(_("namn"), max_length=60, unique=True)
    weekly_hours = models.DecimalField(_("timmar i veckan"), max_digits=4, decimal_places=2, default=Decimal(40))
    month_cap = models.PositiveSmallIntegerField(
        _("högst timmar i månaden"), null=True, blank=True, help_text=_("Tomt: som i områdets regelverk.")
    )
    days_in_row = models.PositiveSmallIntegerField(
        _("högst dagar i rad"), null=True, blank=True, help_text=_("Tomt: som i områdets regelverk.")
    )
    overridable = models.BooleanField(_("avsteg med skäl tillåts"), default=True)
    resource_gives_time = models.BooleanField(
        _("resurspass ger tid i tidbanken"),
        default=False,
        help_text=_("Gäller månadsavlönade. Den som lägger in tiden kan välja annat."),
    )
    acute_gives_time = models.BooleanField(
        _("akut resurstid ger tid i tidbanken"),
        default=True,
        help_text=_("Gäller månadsavlönade. Den som lägger in tiden kan välja annat."),
    )
    time_bank_debt = models.PositiveSmallIntegerField(
        _("högst minustimmar i tidbanken"), default=0, help_text=_("0: ingen kan ta ut mer än som finns.")
    )
    time_bank_cap = models.PositiveSmallIntegerField(
        _("högst timmar i tidbanken"), default=60, help_text=_("Arbetad tid räknas även över taket, men syns då.")
    )

    class Meta:
        verbose_name = _("regelprofil")
        verbose_name_plural = _("regelprofiler")

    def __str__(self) -> str:
        return self.name


class AgreementQuerySet(ValiditySet["Agreement"]):
    """Questions to the agreements."""

    def reaching(self, workplace: Workplace) -> Self:
        """Those for the workplace, and those for all of its area."""
        return self.filter(Q(workplace=workplace) | Q(area=workplace.area_id))

    def by_the_month(self) -> Self:
        """Those that are paid by the month."""
        return self.filter(pay_form=PayForm.MONTHLY)

    def workplaces(self) -> models.QuerySet[Workplace]:
        """The workplaces that they are for."""
        return Workplace.objects.filter(Q(pk__in=self.values("workplace")) | Q(area__in=self.values("area")))


class Agreement(Identified, Validity):
    """A substitute may work as an occupation, at one workplace or everywhere in an area."""

    substitute = models.ForeignKey(Substitute, models.PROTECT, related_name="agreements", verbose_name=_("vikarie"))
    area = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, related_name="agreements", verbose_name=_("område")
    )
    workplace = models.ForeignKey(
        Workplace, models.PROTECT, null=True, blank=True, related_name="agreements", verbose_name=_("arbetsplats")
    )
    occupation = models.ForeignKey(Occupation, models.PROTECT, related_name="agreements", verbose_name=_("yrke"))
    pay_form = models.CharField(_("löneform"), max_length=10, choices=PayForm, default=PayForm.HOURLY)
    rule_profile = models.ForeignKey(
        RuleProfile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("regelprofil")
    )

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("avtal")
        verbose_name_plural = _("avtal")
        constraints = [
            *Validity.Meta.constraints,
            models.CheckConstraint(
                name="agreement_for_an_area_or_a_workplace",
                condition=Q(area=None, workplace__isnull=False) | Q(area__isnull=False, workplace=None),
            ),
        ]
        indexes = [models.Index(fields=["workplace", "area", "occupation", "substitute"], name="agreement_reach")]

    def __str__(self) -> str:
        return f"{self.substitute}: {self.occupation}, {self.workplace or self.area}"

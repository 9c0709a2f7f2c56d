"""The booking assistant: what it is set to do, that it has been at work, and what it decided of each order."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from booking.models.availability import Kind
from booking.models.booking import Booking
from booking.models.order import Order
from booking.models.order_reason import OrderReason
from people.models import Area, Occupation, PayForm, RuleProfile, Substitute, Workplace
from people.models.identified import Identified

LEASE = timedelta(minutes=5)
"""A run that has not been heard of for so long is dead, and another takes over what it left."""


class AssistantProfileQuerySet(models.QuerySet["AssistantProfile"]):
    """Questions to the profiles."""

    def kept(self) -> Self:
        """Those that nobody has taken away."""
        return self.filter(removed_at=None)

    def at_work(self) -> Self:
        """Those that are on, in the order in which they take their turn."""
        return self.filter(is_on=True).in_turn()

    def in_turn(self) -> Self:
        """The first to choose first."""
        return self.order_by("priority", "name", "pk")


class AssistantProfile(Identified):
    """What an assistant is set to do: with which orders, by whom they may be filled, and how far it goes by itself.

    A selection that is empty leaves nobody out. Stages are profiles of different `priority`, of which the later
    leave an order alone until it has been open for as long as `open_for`.
    """

    class Mode(models.TextChoices):
        BOOK = "book", _("bokar")
        ASK = "ask", _("skickar förfrågningar")
        PROPOSE = "propose", _("gör förslag")

    class Tell(models.TextChoices):
        NEVER = "never", _("aldrig")
        LEFT = "left", _("när pass blir kvar utan vikarie")
        ALWAYS = "always", _("när den har gjort något")

    name = models.CharField(_("namn"), max_length=80)
    areas = models.ManyToManyField(Area, related_name="assistant_profiles", verbose_name=_("områden"))
    workplaces = models.ManyToManyField(Workplace, blank=True, related_name="+", verbose_name=_("arbetsplatser"))
    occupations = models.ManyToManyField(Occupation, blank=True, related_name="+", verbose_name=_("yrken"))
    reasons = models.ManyToManyField(OrderReason, blank=True, related_name="+", verbose_name=_("orsaker"))
    starts_after = models.DurationField(_("pass som börjar tidigast om"), default=timedelta(hours=3))
    starts_within = models.DurationField(_("pass som börjar senast om"), default=timedelta(days=14))
    open_for = models.DurationField(
        _("pass som saknat vikarie i minst"), default=timedelta(), help_text=_("Låter en annan assistent välja först.")
    )
    rule_profiles = models.ManyToManyField(RuleProfile, blank=True, related_name="+", verbose_name=_("regelprofiler"))
    pay_form = models.CharField(_("löneform"), max_length=10, choices=PayForm, blank=True)
    kinds = models.JSONField(
        _("slag av tid"), default=list, blank=True, help_text="Of `Kind`; empty is all that the mode may use."
    )
    priority = models.PositiveSmallIntegerField(
        _("turordning"), default=1, validators=[MinValueValidator(1), MaxValueValidator(99)]
    )
    mode = models.CharField(_("vad den gör"), max_length=10, choices=Mode, default=Mode.PROPOSE)
    works_from = models.TimeField(_("arbetar från"), null=True, blank=True, help_text=_("Tomt: som i regelverket."))
    works_to = models.TimeField(_("arbetar till"), null=True, blank=True, help_text=_("Tomt: som i regelverket."))
    interval = models.DurationField(_("arbetar en gång var"), null=True, blank=True)
    tell = models.CharField(_("meddelar bemanningen"), max_length=10, choices=Tell, default=Tell.LEFT)
    is_on = models.BooleanField(_("på"), default=False)
    changed_at = models.DateTimeField(_("ändrad"))
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("ändrad av")
    )
    removed_at = models.DateTimeField(
        null=True, blank=True, help_text="Its runs tell what it did for as long as they stay."
    )

    objects = AssistantProfileQuerySet.as_manager()

    class Meta:
        verbose_name = _("bokningsassistent")
        verbose_name_plural = _("bokningsassistenter")
        constraints = [
            models.CheckConstraint(
                name="an_assistant_looks_ahead",
                condition=Q(starts_within__gt=F("starts_after"), starts_after__gte=timedelta()),
            ),
            models.CheckConstraint(
                name="an_assistants_hours_are_whole",
                condition=Q(works_from=None, works_to=None) | Q(works_from__isnull=False, works_to__isnull=False),
            ),
            models.CheckConstraint(
                name="an_assistant_that_is_gone_is_off", condition=Q(removed_at=None) | Q(is_on=False)
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def of_kinds(self) -> frozenset[Kind]:
        """The kinds of time that it uses; empty is all that its mode may use."""
        return frozenset(Kind(kind) for kind in self.kinds)


class AssistantRunQuerySet(models.QuerySet["AssistantRun"]):
    """Questions to the runs."""

    def live(self) -> Self:
        """Those that nobody has ended."""
        return self.filter(ended_at=None)

    def dead(self, *, now: datetime) -> Self:
        """Live ones that have not been heard of for as long as a lease lasts."""
        return self.live().filter(heard_at__lt=now - LEASE)

    def for_a_list(self) -> Self:
        """With what every list shows of them, the latest first."""
        return self.select_related("profile", "started_by").order_by("-started_at", "pk")


class AssistantRun(Identified):
    """That a profile has been at work: when, why, how far its solver came, and what came of it."""

    class Why(models.TextChoices):
        SCHEDULE = "schedule", _("enligt schema")
        NOW = "now", _("startad för hand")
        DRY = "dry", _("prov")

    profile = models.ForeignKey(
        AssistantProfile, models.CASCADE, related_name="runs", verbose_name=_("bokningsassistent")
    )
    why = models.CharField(_("startad"), max_length=10, choices=Why)
    mode = models.CharField(_("vad den gör"), max_length=10, choices=AssistantProfile.Mode)
    command = models.CharField(
        max_length=60, unique=True, editable=False, help_text="The key of the form, or of the turn in the schedule."
    )
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("startad av")
    )
    started_at = models.DateTimeField(_("började"))
    heard_at = models.DateTimeField(help_text="When it last said that it is alive.")
    planned_at = models.DateTimeField(null=True, blank=True, help_text="When all its decisions were written.")
    ended_at = models.DateTimeField(_("slutade"), null=True, blank=True)
    failed = models.BooleanField(_("misslyckades"), default=False)
    method = models.CharField(_("metod"), max_length=10, blank=True, help_text="Of `assistant.problem.Method`.")
    points = models.BigIntegerField(_("poäng"), default=0)
    bound = models.BigIntegerField(_("övre gräns"), null=True, blank=True)
    wanted = models.JSONField(default=list, blank=True, help_text="What one more substitute would fill: `wanted`.")

    objects = AssistantRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("körning")
        verbose_name_plural = _("körningar")
        constraints = [
            models.UniqueConstraint(
                name="one_live_run_per_profile", fields=["profile"], condition=Q(ended_at=None) & ~Q(why="dry")
            )
        ]
        indexes = [models.Index(fields=["profile", "-started_at"], name="run_of_profile")]

    def __str__(self) -> str:
        return f"{self.profile} {self.started_at:%Y-%m-%d %H:%M}"


class AssistantDecisionQuerySet(models.QuerySet["AssistantDecision"]):
    """Questions to the decisions."""

    def planned(self) -> Self:
        """Those that are still to be carried out."""
        return self.filter(outcome=AssistantDecision.Outcome.PLANNED)

    def real(self) -> Self:
        """Those of no dry run."""
        return self.exclude(run__why=AssistantRun.Why.DRY)

    def latest_first(self) -> Self:
        """With what every list shows of them."""
        rows = self.select_related("run__profile", "order__workplace__area", "order__occupation", "substitute__user")
        return rows.order_by("-decided_at", "pk")


class AssistantDecision(Identified):
    """What a run made of one order, and why: one row, with everybody who was thought of."""

    class Outcome(models.TextChoices):
        PLANNED = "planned", _("ska göras")
        BOOKED = "booked", _("bokad")
        ASKED = "asked", _("tillfrågad")
        PROPOSED = "proposed", _("föreslagen")
        LEFT = "left", _("ingen att sätta in")
        REFUSED = "refused", _("gick inte längre")
        OVERTAKEN = "overtaken", _("någon annan hann före")
        WOULD = "would", _("skulle ha gjorts")

    run = models.ForeignKey(AssistantRun, models.CASCADE, related_name="decisions", verbose_name=_("körning"))
    order = models.ForeignKey(Order, models.CASCADE, related_name="assistant_decisions", verbose_name=_("beställning"))
    round = models.PositiveSmallIntegerField(_("omgång"))
    substitute = models.ForeignKey(
        Substitute, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("vikarie")
    )
    outcome = models.CharField(_("utfall"), max_length=10, choices=Outcome)
    decided_at = models.DateTimeField(_("beslutad"))
    done_at = models.DateTimeField(_("gjord"), null=True, blank=True)
    booking = models.ForeignKey(
        Booking, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("bokning")
    )
    refusal = models.CharField(_("varför inte"), max_length=500, blank=True)
    why = models.JSONField(default=dict, help_text="See `assistant.why`.")

    objects = AssistantDecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("assistentens beslut")
        verbose_name_plural = _("assistentens beslut")
        constraints = [
            models.UniqueConstraint(name="one_decision_per_order_and_run", fields=["run", "order"]),
            models.UniqueConstraint(
                name="one_run_at_a_time_per_order", fields=["order"], condition=Q(outcome="planned")
            ),
            models.CheckConstraint(
                name="what_is_planned_names_somebody", condition=~Q(outcome="planned") | Q(substitute__isnull=False)
            ),
        ]
        indexes = [models.Index(fields=["order", "-decided_at"], name="decision_of_order")]

    def __str__(self) -> str:
        return f"{self.order}: {self.get_outcome_display()}"

"""What a substitute says of her own time."""

from datetime import timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from booking.models.order import Order
from booking.period import Period, Weekly
from booking.resource_time import Stretch
from people.models import Substitute, Workplace
from people.models.identified import Identified
from people.models.spans import Span


class Kind(models.TextChoices):
    """What the time may be used for."""

    AVAILABLE = "available", _("Jag kan jobba")
    ASK_ME = "ask_me", _("Fråga mig först")
    NOT_AVAILABLE = "not_available", _("Jag kan inte")
    RESOURCE = "resource", _("Resurspass")
    ACUTE_RESOURCE = "acute_resource", _("Akut resurstid")


RESOURCES = (Kind.RESOURCE, Kind.ACUTE_RESOURCE)
"""The time of those who are paid by the month, which may give time in the time bank when it is worked."""

OF_ACUTE_TIME = Q(shift_minutes=None) | Q(kind="acute_resource", shift_minutes__gt=0)
"""Only a shift that may be moved has a length of its own."""


class PatternQuerySet(models.QuerySet["AvailabilityPattern"]):
    """Questions to the patterns."""

    def running(self) -> Self:
        """Those that nobody has ended."""
        return self.filter(ended_at=None)


class AvailabilityPattern(Identified):
    """The same time every week, or every n weeks, by Stockholm's clock; laid out as rows up to `laid_out_to`."""

    substitute = models.ForeignKey(Substitute, models.CASCADE, related_name="patterns", verbose_name=_("vikarie"))
    kind = models.CharField(_("slag"), max_length=15, choices=Kind, default=Kind.AVAILABLE)
    weekdays = models.JSONField(_("veckodagar"), help_text="Monday is 0: [0, 2, 4].")
    starts = models.TimeField(_("från"))
    ends = models.TimeField(_("till"), help_text="Not later than `starts` means the next day; the same, a whole day.")
    every_weeks = models.PositiveSmallIntegerField(_("var"), default=1)
    first_day = models.DateField(_("från och med"))
    last_day = models.DateField(_("till och med"), null=True, blank=True)
    gives_time = models.BooleanField(
        _("ger tid i tidbanken"), default=False, help_text=_("Arbetad resurstid läggs i tidbanken.")
    )
    shift_minutes = models.PositiveSmallIntegerField(
        _("passets längd i minuter"),
        null=True,
        blank=True,
        help_text=_("Så långt är passet som får läggas någonstans i den akuta resurstiden. Tomt: hela tiden."),
    )
    workplaces = models.ManyToManyField(Workplace, blank=True, related_name="+", verbose_name=_("arbetsplatser"))
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()
    laid_out_to = models.DateField(help_text="The last day that has its rows; a row removed before it stays removed.")
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = PatternQuerySet.as_manager()

    class Meta:
        verbose_name = _("återkommande tid")
        verbose_name_plural = _("återkommande tider")
        constraints = [
            models.CheckConstraint(name="pattern_recurs", condition=Q(every_weeks__gte=1)),
            models.CheckConstraint(
                name="only_recurring_resource_time_gives_time",
                condition=Q(gives_time=False) | Q(kind__in=["resource", "acute_resource"]),
            ),
            models.CheckConstraint(name="only_recurring_acute_time_has_a_length", condition=OF_ACUTE_TIME),
            models.CheckConstraint(
                name="pattern_ends_after_it_starts", condition=Q(last_day=None) | Q(last_day__gte=F("first_day"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.starts:%H:%M}–{self.ends:%H:%M}"

    @property
    def weekly(self) -> Weekly:
        """When it recurs."""
        return Weekly(
            weekdays=frozenset(self.weekdays),
            starts=self.starts,
            ends=self.ends,
            first=self.first_day,
            last=self.last_day,
            every=self.every_weeks,
        )


class AvailabilityQuerySet(models.QuerySet["Availability"]):
    """Questions to the availability."""

    def touching(self, span: Span) -> Self:
        """Those that share a moment with the span."""
        return self.filter(starts__lt=span.ends, ends__gt=span.starts)

    def resource_time(self) -> Self:
        """What those who are paid by the month put at disposal."""
        return self.filter(kind__in=RESOURCES)

    def for_any_order(self) -> Self:
        """Those that were not put in for the sake of one job."""
        return self.filter(order=None)


class Availability(Identified):
    """A span of one kind; blocks that meet are joined before anything is asked of them."""

    substitute = models.ForeignKey(Substitute, models.CASCADE, related_name="availability", verbose_name=_("vikarie"))
    kind = models.CharField(_("slag"), max_length=15, choices=Kind, default=Kind.AVAILABLE)
    starts = models.DateTimeField(_("från"))
    ends = models.DateTimeField(_("till"))
    by_herself = models.BooleanField(
        _("inlagd av vikarien själv"), default=True, help_text=_("Tid som bemanningen har lagt in direktbokas aldrig.")
    )
    gives_time = models.BooleanField(
        _("ger tid i tidbanken"), default=False, help_text=_("Arbetad resurstid läggs i tidbanken.")
    )
    shift_minutes = models.PositiveSmallIntegerField(
        _("passets längd i minuter"),
        null=True,
        blank=True,
        help_text=_("Så långt är passet som får läggas någonstans i den akuta resurstiden. Tomt: hela tiden."),
    )
    limited = models.BooleanField(default=False, help_text="Counts only at `workplaces`; else everywhere.")
    workplaces = models.ManyToManyField(Workplace, blank=True, related_name="+", verbose_name=_("arbetsplatser"))
    order = models.ForeignKey(
        Order, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("bara för passet")
    )
    pattern = models.ForeignKey(
        AvailabilityPattern, models.SET_NULL, null=True, blank=True, related_name="rows", verbose_name=_("återkommer")
    )
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()

    objects = AvailabilityQuerySet.as_manager()

    class Meta:
        verbose_name = _("tillgänglighet")
        verbose_name_plural = _("tillgänglighet")
        constraints = [
            models.CheckConstraint(name="availability_is_not_empty", condition=Q(ends__gt=F("starts"))),
            models.CheckConstraint(
                name="only_resource_time_gives_time",
                condition=Q(gives_time=False) | Q(kind__in=["resource", "acute_resource"]),
            ),
            models.CheckConstraint(name="only_acute_time_has_a_length", condition=OF_ACUTE_TIME),
        ]
        indexes = [models.Index(fields=["substitute", "starts", "ends"], name="availability_of_substitute")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.starts:%Y-%m-%d %H:%M}"

    @property
    def stretch(self) -> Stretch:
        """The same as a plain value, of what is resource time."""
        most = None if self.shift_minutes is None else timedelta(minutes=self.shift_minutes)
        return Stretch(self.period, self.kind == Kind.ACUTE_RESOURCE, self.gives_time, most)

    @property
    def is_resource(self) -> bool:
        """Whether it is time of who is paid by the month, to be sent where she is needed."""
        return self.kind in RESOURCES

    @property
    def period(self) -> Period:
        """The time spoken of."""
        return Period(self.starts, self.ends)

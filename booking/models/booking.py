"""That a substitute has a shift. Never deleted: a booking ends."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import DateTimeRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import Exists, F, Func, OuterRef, Q
from django.db.models.functions import TruncDate
from django.utils.translation import gettext_lazy as _

from booking.models.constraints import OnPostgreSQL
from booking.models.order import Order
from booking.models.pay_period import PayPeriod
from booking.period import STOCKHOLM, Period
from people.models import Agreement, Substitute
from people.models.identified import Identified
from people.models.spans import Span

SHOWN_BACK, OFF_SHOWN_FOR = timedelta(days=92), timedelta(days=30)
"""How far back a calendar shows her shifts, and for how long after it was ended one that is off."""

ATTESTED_WITHIN = timedelta(days=62)
"""For how long a worked shift waits to be approved: what is older has been paid for, or is somebody's to look into."""


class Origin(models.TextChoices):
    """By what way the shift was given."""

    PLANNER = "planner", _("bokad av bemanningen")
    INTEREST = "interest", _("intresseanmälan")
    ENQUIRY = "enquiry", _("svar på förfrågan")
    DIRECT = "direct", _("direktbokning")
    PHONE = "phone", _("bokad på telefon")
    ASSISTANT = "assistant", _("bokningsassistenten")
    REBOOKED = "rebooked", _("bokad på nytt")


class EndReason(models.TextChoices):
    """Why a booking ended before it was worked."""

    ORDER_CANCELLED = "order_cancelled", _("beställningen togs bort")
    CALLED_OFF = "called_off", _("vikarien anmälde frånvaro")
    SUBSTITUTE_UNABLE = "substitute_unable", _("vikarien kan inte komma")
    TERMS_CHANGED = "terms_changed", _("passet ändrades")
    RETURNED = "returned", _("lämnad tillbaka till beställaren")
    MISTAKE = "mistake", _("bokad av misstag")
    REGRETTED = "regretted", _("vikarien ångrade sig")
    OTHER = "other", _("annan orsak")


class BookingQuerySet(models.QuerySet["Booking"]):
    """Questions to the bookings."""

    def occupying(self) -> Self:
        """Those that take the substitute's time and the order's seat."""
        return self.filter(ended_at=None)

    def of(self, substitute: Substitute) -> Self:
        """Those of one substitute."""
        return self.filter(substitute=substitute)

    def overlapping(self, span: Span) -> Self:
        """Those that share a moment with the span."""
        return self.filter(starts__lt=span.ends, ends__gt=span.starts)

    def coming(self, *, now: datetime) -> Self:
        """Those not yet over."""
        return self.occupying().filter(ends__gt=now)

    def worked(self, *, now: datetime) -> Self:
        """Those that are over and were not ended, nor missed."""
        return self.occupying().filter(ends__lte=now, no_show=False)

    def to_attest(self, *, now: datetime) -> Self:
        """Those that were worked within the last two months, as far as is known, and that nobody has approved."""
        return self.worked(now=now).unattested().filter(ends__gt=now - ATTESTED_WITHIN)

    def unattested(self) -> Self:
        """Those whose time nobody has approved, nor marked as missed."""
        return self.occupying().filter(attested_at=None, no_show=False)

    def to_say(self, *, now: datetime) -> Self:
        """Those of them that their substitute herself has said nothing of, and still can."""
        return self.to_attest(now=now).unsaid().in_open_periods()

    def unsaid(self) -> Self:
        """Those of whose time their substitute has said nothing."""
        return self.exclude(worked__side="substitute")

    def in_open_periods(self) -> Self:
        """Those whose period of pay is not closed."""
        closed = PayPeriod.objects.filter(first_day__lte=OuterRef("local_day"), last_day__gte=OuterRef("local_day"))
        return self.alias(local_day=TruncDate("starts", tzinfo=STOCKHOLM)).exclude(Exists(closed))

    def missed(self) -> Self:
        """Those that she did not come to."""
        return self.filter(no_show=True)

    def whole(self) -> Self:
        """Those that were neither missed nor cut short."""
        return self.filter(no_show=False, shortened_from=None)

    def regretted(self, order: Order) -> Self:
        """Those of the order that whoever had them gave back at once."""
        return self.filter(order=order, end_reason=EndReason.REGRETTED)

    def in_calendars(self, *, now: datetime) -> Self:
        """Those that a calendar shows: of three months back and all to come.

        An ended one stays a while, so that the calendars that have it hear that it is off.
        """
        lately = Q(ended_at=None) | Q(ended_at__gt=now - OFF_SHOWN_FOR)
        return self.filter(lately, ends__gt=now - SHOWN_BACK)

    def with_places(self) -> Self:
        """With what every list shows of them, in one query, soonest first."""
        order = ("order__workplace__area", "order__occupation", "order__reason")
        return self.select_related(*order, "substitute__user").order_by("starts", "pk")


class Booking(Identified):
    """A snapshot of what was agreed: a confirmed booking is the employment contract for that shift."""

    order = models.ForeignKey(Order, models.PROTECT, related_name="bookings", verbose_name=_("beställning"))
    substitute = models.ForeignKey(Substitute, models.PROTECT, related_name="bookings", verbose_name=_("vikarie"))
    starts = models.DateTimeField(_("börjar"))
    ends = models.DateTimeField(_("slutar"))
    break_minutes = models.PositiveSmallIntegerField(_("rast, minuter"), default=0)
    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="+", verbose_name=_("avtal"))
    terms = models.JSONField(
        _("villkor vid bokningen"),
        help_text="What was confirmed: workplace, address, occupation, competences with their last day, pay form.",
    )
    origin = models.CharField(_("bokad genom"), max_length=10, choices=Origin)
    booked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("bokad av"),
        help_text="Nobody: the portal itself.",
    )
    booked_at = models.DateTimeField(_("bokad"))
    override_reason = models.CharField(_("skäl till avsteg"), max_length=200, blank=True)
    shortened_from = models.DateTimeField(_("slutade ursprungligen"), null=True, blank=True)
    attested_at = models.DateTimeField(_("attesterad"), null=True, blank=True)
    attested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("attesterad av"),
    )
    expected_at = models.DateTimeField(
        _("väntas"), null=True, blank=True, help_text="When she comes, if she has said that she is late."
    )
    no_show = models.BooleanField(_("kom inte"), default=False)
    ended_at = models.DateTimeField(_("avslutad"), null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("avslutad av")
    )
    end_reason = models.CharField(_("orsak"), max_length=20, choices=EndReason, blank=True)
    end_note = models.CharField(_("kommentar"), max_length=200, blank=True)

    objects = BookingQuerySet.as_manager()

    class Meta:
        verbose_name = _("bokning")
        verbose_name_plural = _("bokningar")
        constraints = [
            models.CheckConstraint(name="booking_ends_after_it_starts", condition=Q(ends__gt=F("starts"))),
            models.CheckConstraint(
                name="an_ended_booking_says_why",
                condition=Q(ended_at=None, end_reason="") | (Q(ended_at__isnull=False) & ~Q(end_reason="")),
            ),
            models.UniqueConstraint(
                name="one_occupying_booking_per_order", fields=["order"], condition=Q(ended_at=None)
            ),
            OnPostgreSQL(
                name="nobody_is_in_two_places",
                expressions=[
                    (
                        Func(
                            F("starts"),
                            F("ends"),
                            RangeBoundary(),
                            function="TSTZRANGE",
                            output_field=DateTimeRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                    ("substitute", RangeOperators.EQUAL),
                ],
                condition=Q(ended_at=None),
            ),
        ]
        indexes = [
            models.Index(fields=["starts"], name="booking_starts"),
            models.Index(fields=["substitute", "starts", "ends"], name="booking_of_substitute"),
        ]

    def __str__(self) -> str:
        return f"{self.substitute}: {self.order}"

    @property
    def period(self) -> Period:
        """The booked time."""
        return Period(self.starts, self.ends)

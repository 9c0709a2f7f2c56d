"""What waits for somebody: things a planner must decide on, and rest that must be given back."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import CharField, Exists, F, OuterRef, Q, UUIDField, Value
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Concat
from django.utils.translation import gettext_lazy as _

from booking.models.asking import Asking
from booking.models.booking import Booking
from booking.models.enquiry import Enquiry
from booking.models.order import Order
from booking.models.workplace_request import WorkplaceRequest
from people.models import Area, Substitute
from people.models.identified import Identified


class PlannerTaskQuerySet(models.QuerySet["PlannerTask"]):
    """Questions to the tasks."""

    def undone(self) -> Self:
        """Those that nobody has done."""
        return self.filter(done_at=None)

    def waiting(self) -> Self:
        """Those that nobody has done and that ask for something still: what has solved itself is not to be done.

        To fill a shift is asked for as long as it is open in the round where it was found, and the planners' to fill;
        to decide on a booking as long as it stands and is not over; to look for somebody as long as she is to come
        later; to answer a request as long as she waits for it; to mend a worked time as long as nobody approves it,
        or as long as she says that what was approved is wrong.
        """
        about = self.undone().alias(request=Cast(KT("facts__request"), UUIDField()))
        over = Q(kind=PlannerTask.Kind.WORKED_OTHERWISE, booking__ended_at=None, booking__attested_at=None)
        over |= Q(kind=PlannerTask.Kind.TIME_DISPUTED, booking__ended_at=None)
        return about.filter(_of_what_is_to_be_filled() | _of_bookings_that_stand() | _of_those_who_ask() | over)

    def done_since(self, moment: datetime) -> Self:
        """Those that somebody has done after the moment, the latest first."""
        return self.filter(done_at__gte=moment).order_by("-done_at", "pk")

    def expected_before(self, moment: datetime) -> Self:
        """Undone ones about somebody who was to come, late, before the moment."""
        return self.undone().filter(kind=PlannerTask.Kind.LATE, booking__expected_at__lt=moment)

    def by_shift(self) -> Self:
        """The one whose shift begins first before the others."""
        return self.order_by("order__starts", "found_at", "pk")

    def for_a_list(self) -> Self:
        """With what every list shows of them, in one query."""
        return self.select_related("order__workplace", "order__occupation", "substitute__user", "done_by")


def _of_what_is_to_be_filled() -> Q:
    kind, here = PlannerTask.Kind, {"order": OuterRef("order")}
    unanswered = Enquiry.objects.filter(
        **here, substitute=OuterRef("substitute"), round=OuterRef("order__round"), status__in=Enquiry.ASKED
    )
    asked_since = Enquiry.objects.put().filter(**here, asked_at__gt=OuterRef("found_at"))
    asking_again = Asking.objects.running().filter(**here)
    still_so = (
        Q(kind__in=[kind.LATE_YES, kind.CALL])
        | Q(Exists(unanswered), kind=kind.NO_SMS)
        | Q(~Exists(asked_since), kind=kind.ASKING_WAITS)
        | Q(~Exists(asking_again), kind__in=[kind.EXHAUSTED, kind.REGRETTED])
    )
    open_ = Q(order__status=Order.Status.OPEN, order__returned_at=None, order__stopped_at=None)
    return still_so & open_ & _found_in_this_round()


def _of_bookings_that_stand() -> Q:
    kind = PlannerTask.Kind
    hers = Booking.objects.occupying().filter(order=OuterRef("order"), substitute=OuterRef("substitute"))
    still_so = Q(
        kind__in=[kind.PAPER_ENDED, kind.ABSENT_YET_BOOKED, kind.BLOCKED_YET_BOOKED, kind.SCHEDULE_CHANGED],
        booking__ended_at=None,
    ) | (Q(Exists(hers), kind=kind.NO_AFTER_WON) & _found_in_this_round())
    still_so |= Q(kind=kind.LATE, booking__ended_at=None, booking__expected_at__lt=F("booking__ends"))
    return still_so & Q(order__status=Order.Status.BOOKED)


def _of_those_who_ask() -> Q:
    """To answer her is asked for as long as she waits for it."""
    waits = WorkplaceRequest.objects.waiting().filter(pk=OuterRef("request"))
    return Q(Exists(waits), kind=PlannerTask.Kind.WISHED_WORKPLACE)


def _found_in_this_round() -> Q:
    """What is found once in a round says which at the end of its key."""
    return Q(key__endswith=Concat(Value(":"), Cast("order__round", CharField())))


class PlannerTask(Identified):
    """Something happened that no rule decides. Once per `key`, however often it is found."""

    class Kind(models.TextChoices):
        LATE_YES = "late_yes", _("ja efter svarstiden")
        NO_AFTER_WON = "no_after_won", _("nej från någon som har passet")
        PAPER_ENDED = "paper_ended", _("bokad utan giltigt avtal eller kompetens")
        ABSENT_YET_BOOKED = "absent_yet_booked", _("bokad men frånvarande")
        BLOCKED_YET_BOOKED = "blocked_yet_booked", _("bokad men spärrad på arbetsplatsen")
        EXHAUSTED = "exhausted", _("alla är tillfrågade")
        ASKING_WAITS = "asking_waits", _("förfrågan väntar på morgonen")
        NO_SMS = "no_sms", _("har stoppat sms")
        CALL = "call", _("ring")
        LATE = "late", _("kommer senare")
        WISHED_WORKPLACE = "wished_workplace", _("vill jobba på en ny arbetsplats")
        REGRETTED = "regretted", _("ångrade sitt ja")
        WORKED_OTHERWISE = "worked_otherwise", _("arbetad tid stämmer inte")
        TIME_DISPUTED = "time_disputed", _("vikarien säger emot tiden")
        SCHEDULE_CHANGED = "schedule_changed", _("bokad men inte i schemat")

    key = models.CharField(max_length=120, unique=True)
    kind = models.CharField(_("slag"), max_length=20, choices=Kind)
    area = models.ForeignKey(Area, models.CASCADE, related_name="+", verbose_name=_("område"))
    order = models.ForeignKey(
        Order, models.CASCADE, null=True, blank=True, related_name="tasks", verbose_name=_("pass")
    )
    booking = models.ForeignKey(Booking, models.CASCADE, null=True, blank=True, related_name="tasks")
    substitute = models.ForeignKey(
        Substitute, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("vikarie")
    )
    facts = models.JSONField(default=dict)
    found_at = models.DateTimeField(_("kom"))
    done_at = models.DateTimeField(_("klar"), null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("klar av")
    )

    objects = PlannerTaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("att göra")
        verbose_name_plural = _("att göra")
        indexes = [models.Index(fields=["area", "found_at"], name="task_waiting", condition=Q(done_at=None))]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class RestDebtQuerySet(models.QuerySet["RestDebt"]):
    """Questions to the debts."""

    def owed(self) -> Self:
        """Those not yet given back."""
        return self.filter(settled_at=None)

    def overdue(self, *, now: datetime) -> Self:
        """Those that should have been given back."""
        return self.owed().filter(due_by__lte=now)


class RestDebt(Identified):
    """Rest that a booking took, to be given back within fourteen days (AB, § 13)."""

    booking = models.OneToOneField(Booking, models.CASCADE, related_name="rest_debt", verbose_name=_("bokning"))
    substitute = models.ForeignKey(Substitute, models.CASCADE, related_name="rest_debts", verbose_name=_("vikarie"))
    owed = models.DurationField(_("vila att ge"))
    due_by = models.DateTimeField(_("senast"))
    settled_at = models.DateTimeField(_("given"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("noterad av")
    )
    settled_how = models.CharField(_("hur"), max_length=200, blank=True)

    objects = RestDebtQuerySet.as_manager()

    class Meta:
        verbose_name = _("vila att ge tillbaka")
        verbose_name_plural = _("vila att ge tillbaka")
        indexes = [models.Index(fields=["due_by"], name="rest_owed", condition=Q(settled_at=None))]

    def __str__(self) -> str:
        return f"{self.substitute}: {self.owed}"

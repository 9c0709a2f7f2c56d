"""What statistics say is the same after everything that can go has gone."""

from datetime import date, timedelta

from django.core.cache import cache

from booking.models import Absence, Call, EndReason, Enquiry, Order
from booking.statistics import overview, people
from people.data_map import BY_DECISION
from people.models import RetentionRun, User
from people.operations import erasure, retention
from people.operations.retention import Decision
from tests.booking.statistics.conftest import of
from tests.cast import NOW, at
from tests.factories.booking import AvailabilityFactory, BookingFactory, EnquiryFactory
from tests.factories.standing import AbsenceFactory

YEARS_LATER = NOW + timedelta(days=800)
BY = Decision(months=12, number="KS 2028/7", on=date(2028, 5, 2), by="kommunstyrelsen")


def figures(chosen) -> list[object]:
    """All that the pages are made of, counted anew."""
    told = (overview.by_start, overview.by_place, overview.by_way, overview.answers, overview.causes, people.spread)
    cache.clear()
    return [count(chosen) for count in told]


def a_week(town, filled, lapsed) -> None:
    """Shifts that were worked, lost and asked for, with words on them, and calendars beside."""
    for day in ("2026-05-04 07:00", "2026-05-05 14:00", "2026-05-06 07:00"):
        booking = filled(
            day, minutes=30, booking={"override_reason": "Bad om det"}, reference="Eva Ek", note="Ring Eva"
        )
        EnquiryFactory(order=booking.order, substitute=booking.substitute, status=Enquiry.Status.WON)
        AvailabilityFactory(substitute=booking.substitute, starts=at(day), ends=at(day) + timedelta(hours=8))
        AbsenceFactory(substitute=booking.substitute, starts=at(day))
    order, her = lapsed(), town.substitute()
    BookingFactory(order=order, substitute=her, ended_at=NOW, end_reason=EndReason.OTHER, end_note="Ringde i morse")
    Call.objects.create(
        order=order, substitute=her, outcome=Call.Outcome.NO, note="Barnet hemma", made_by=town.planner, made_at=NOW,
        round=order.round,
    )  # fmt: skip


def everybody_left() -> None:
    User.objects.update(date_joined=at("2025-01-01 00:00"))
    for user in User.objects.exclude(substitute=None):
        user.substitute.agreements.update(starts=at("2026-01-01 00:00"), ends=at("2026-06-01 00:00"))


def test_nothing_that_goes_changes_a_figure(town, owner, chosen, filled, lapsed):
    a_week(town, filled, lapsed)
    everybody_left()
    before = figures(chosen)

    for kind in BY_DECISION:
        retention.decide(kind, BY, by=owner, at=YEARS_LATER)
    for run in list(retention.begin(at=YEARS_LATER)):
        while retention.go_on(run, at=YEARS_LATER):
            pass

    assert figures(of(town)) == before
    assert not Absence.objects.exists()
    assert not Order.objects.exclude(reference="", note="").exists()
    gone = RetentionRun.objects.get(rule__kind="person").rows
    assert gone == {"substitute": User.objects.filter(username__startswith=erasure.ERASED).count()}
    assert gone["substitute"] >= 4

"""What was worked, approved and closed by many hands at the same moment."""

import uuid
from functools import partial

import pytest

from booking.models import Booking, PayPeriod, WorkedTime
from booking.operations import attendance, pay_periods, several_shifts, worked_time
from booking.operations.one_by_one import How
from booking.operations.refusals import Refused
from booking.operations.several_shifts import Seen
from booking.weeks import Month
from people.models import HistoryEntry
from tests.booking.desk.after import THEN, shift, told
from tests.cast import a_town, at, with_role

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

JUNE = at("2026-06-03 08:00")
MAY = Month.named("2026-05")


@pytest.fixture
def town(transactional_db):
    return a_town("Hemtjänst")


@pytest.fixture
def booking(town) -> Booking:
    return shift(town)


def by_list(town, booking):
    seen = [Seen(booking, booking.order.terms_version, 0)]
    return partial(several_shifts.attest, seen, command=uuid.uuid4(), by=town.planner, at=THEN)


def test_what_she_writes_as_it_is_attested_by_list_is_not_approved_unseen(town, booking, at_once):
    says = partial(worked_time.say, booking, told(ends="17:00"), by=booking.substitute.user, at=THEN)

    (outcomes, said) = at_once([by_list(town, booking), says])

    approved = outcomes[0].how is How.DONE
    booking.refresh_from_db()
    assert approved is (booking.attested_at is not None)
    # Either it was approved as booked and her words came too late, or hers stand and nobody has approved them.
    assert approved is isinstance(said, Refused)
    assert not WorkedTime.objects.approved().exists()


def test_closed_twice_at_once_is_closed_once(town, booking, at_once):
    payroll = [with_role("certificate_officer") for _ in range(2)]

    results = at_once([partial(pay_periods.close, MAY, by=one, at=JUNE) for one in payroll])

    assert results == [PayPeriod.objects.get()] * 2
    assert HistoryEntry.objects.filter(action="payperiod.close").count() == 1


@pytest.mark.parametrize("order", [1, -1])
def test_what_is_attested_as_the_month_is_closed_was_counted_or_is_refused(order, town, booking, at_once):
    close = partial(pay_periods.close, MAY, by=with_role("certificate_officer"), at=JUNE, seen_left=0)
    attest = partial(attendance.attest, booking, by=town.planner, at=JUNE)

    results = at_once([close, attest][::order])

    closed, attested = results[::order]
    booking.refresh_from_db()
    assert (booking.attested_at is None) is isinstance(attested, Exception)
    # Closed, nothing was left: the approval came first. Not closed: she had seen nothing left, and one was.
    assert isinstance(closed, PayPeriod | Refused)
    if isinstance(closed, PayPeriod):
        assert booking.attested_at is not None


@pytest.mark.parametrize("order", [1, -1])
def test_nothing_is_attested_in_a_month_that_is_closed_over_it(order, town, booking, at_once):
    close = partial(pay_periods.close, MAY, by=with_role("certificate_officer"), at=JUNE, seen_left=1)
    attest = partial(attendance.attest, booking, by=town.planner, at=JUNE)

    closed, attested = at_once([close, attest][::order])[::order]

    assert isinstance(closed, PayPeriod)
    done = list(HistoryEntry.objects.filter(action__in=["booking.attest", "payperiod.close"]).order_by("pk"))
    if isinstance(attested, Refused):
        assert [entry.action for entry in done] == ["payperiod.close"]
    else:
        assert [entry.action for entry in done] == ["booking.attest", "payperiod.close"]


def test_two_corrections_at_once_are_two_rows_and_the_last_stands(town, booking, at_once):
    corrects = [
        partial(worked_time.correct, booking, told(ends=ends), reason=ends, by=town.planner, at=JUNE, seen=0)
        for ends in ("15:00", "17:00")
    ]

    results = at_once(corrects)

    assert sum(isinstance(result, Refused) for result in results) == 1  # who came last had not seen the other's
    assert WorkedTime.objects.count() == 1

"""What stands as worked: approved before said, said before booked; and each person's shifts in pieces."""

from datetime import UTC, date, timedelta

import pytest

from booking.operations import attendance, worked_time
from booking.operations.worked_time import Told
from booking.period import Period
from booking.worked import reading
from booking.worked.pieces import TimeKind
from people.models import Agreement
from tests.clock import at
from tests.factories.booking import BookingFactory

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
MAY = date(2026, 5, 1), date(2026, 5, 31)
NOW = at("2026-06-02 10:00")


def booked(town, starts: str, ends: str, **fields: object):
    substitute = fields.pop("substitute", None) or town.substitute()
    order = town.order(starts, ends, status="booked")
    agreement = substitute.agreements.order_by("starts").first()
    return BookingFactory(order=order, substitute=substitute, agreement=agreement, **fields)


def told(starts: str, ends: str, rest: int = 0) -> Told:
    return Told(Period(at(starts), at(ends)), rest)


def test_a_shift_stands_as_booked_until_somebody_says_otherwise(town):
    booking = booked(town, "2026-05-12 07:00", "2026-05-12 16:00", break_minutes=60)

    ((shift, pieces),) = reading.of(booking.substitute, *MAY, now=NOW)

    assert (shift.version, shift.work, shift.attested_at) == (0, 8 * HOUR, None)
    assert sum((piece.work for piece in pieces), timedelta()) == 8 * HOUR


def test_her_own_word_stands_until_the_workplace_approves_another(town):
    booking = booked(town, "2026-05-12 07:00", "2026-05-12 16:00")
    worked_time.say(booking, told("2026-05-12 07:00", "2026-05-12 17:00"), by=booking.substitute.user, at=NOW)

    ((hers, _),) = reading.of(booking.substitute, *MAY, now=NOW)
    worked_time.answer(booking, told("2026-05-12 07:00", "2026-05-12 16:30"), by=town.manager, at=NOW)
    ((theirs, _),) = reading.of(booking.substitute, *MAY, now=NOW)

    assert (hers.version, hers.work) == (1, 10 * HOUR)
    assert (theirs.version, theirs.work) == (2, 9.5 * HOUR)


def test_only_what_is_approved_goes_to_payroll(town):
    waiting, approved = (booked(town, f"2026-05-{day} 07:00", f"2026-05-{day} 16:00") for day in (12, 13))
    attendance.attest(approved, by=town.manager, at=NOW)

    assert [shift.booking for shift, _pieces in reading.attested(*MAY)] == [approved.pk]
    assert waiting.attested_at is None


def test_a_corrected_no_show_has_no_pieces(town):
    booking = booked(town, "2026-05-12 07:00", "2026-05-12 16:00")
    attendance.attest(booking, by=town.manager, at=NOW)
    worked_time.correct(booking, None, reason="Kom inte.", by=town.planner, at=NOW)

    ((shift, pieces),) = reading.attested(*MAY)

    assert (shift.period, pieces) == (None, ())


def test_a_week_over_the_end_of_a_month_is_read_whole(town):
    # Monday 27 April to Friday 1 May, 9 h a day: the Friday has 40 − 36 = 4 ordinary and 5 of overtime.
    amira = town.substitute()
    for day in ("04-27", "04-28", "04-29", "04-30", "05-01"):
        booking = booked(town, f"2026-{day} 07:00", f"2026-{day} 16:00", substitute=amira)
        attendance.attest(booking, by=town.manager, at=NOW)

    ((shift, pieces),) = reading.attested(*MAY)

    assert shift.day == date(2026, 5, 1)
    hours = {kind: sum((one.work for one in pieces if one.kind is kind), timedelta()) for kind in TimeKind}
    assert (hours[TimeKind.ORDINARY], hours[TimeKind.OVERTIME]) == (4 * HOUR, 5 * HOUR)


def test_the_night_into_a_week_counts_in_it(town):
    # Sunday 3 May 22–06 has 6 h on the Monday; four days of 9 h make 42 h: the last has 7 ordinary and 2 of overtime.
    amira = town.substitute()
    booked(town, "2026-05-03 22:00", "2026-05-04 06:00", substitute=amira)
    for day in (4, 5, 6, 7):
        booked(town, f"2026-05-0{day} 12:00", f"2026-05-0{day} 21:00", substitute=amira)

    ((_shift, pieces),) = reading.of(amira, date(2026, 5, 7), date(2026, 5, 7), now=NOW)

    assert sum((one.work for one in pieces if one.kind is TimeKind.OVERTIME), timedelta()) == 2 * HOUR


def test_a_night_over_the_end_of_an_agreement_goes_on_by_the_next(town):
    amira = town.substitute()
    first = amira.agreements.get()
    Agreement.objects.filter(pk=first.pk).update(ends=at("2026-05-13 00:00"))
    second = Agreement.objects.create(
        substitute=amira, workplace=town.workplace, occupation=town.occupation, starts=at("2026-05-13 00:00")
    )
    booking = booked(town, "2026-05-12 22:00", "2026-05-13 06:00", substitute=amira)

    ((_shift, pieces),) = reading.of(booking.substitute, *MAY, now=NOW)
    hours = {(piece.paper.key, piece.day.day): piece.work for piece in pieces if piece.day.day == 12}

    assert hours == {(first.pk, 12): 2 * HOUR}
    assert {piece.paper.key for piece in pieces if piece.day.day == 13} == {second.pk}


@pytest.mark.parametrize("people", [1, 3])
def test_many_people_take_as_many_queries_as_one(town, people, django_assert_num_queries):
    for _ in range(people):
        booking = booked(town, "2026-05-12 07:00", "2026-05-12 16:00")
        attendance.attest(booking, by=town.manager, at=NOW)
    list(reading.attested(*MAY))  # the calendar is kept

    with django_assert_num_queries(3):  # bookings, what was said of them, agreements
        assert len(list(reading.attested(*MAY))) == people


def test_a_shift_belongs_to_the_day_on_which_it_began_as_booked(town):
    booking = booked(town, "2026-04-30 22:00", "2026-05-01 06:00")

    assert reading.of(booking.substitute, *MAY, now=NOW) == []
    assert booking.starts.astimezone(UTC).day == 30

"""Whether she came, and that what she worked is approved."""

from functools import partial

import pytest

from booking.models import EndReason, PlannerTask
from booking.operations import attendance, bookings, shortening, worked_time
from booking.operations.refusals import Refused
from booking.operations.worked_time import Told
from booking.period import Period
from people.models import HistoryEntry
from tests.cast import NOW, at

AFTER = at("2026-05-13 16:00")


@pytest.fixture
def booking(town):
    return bookings.book(town.order(), town.substitute(), by=town.planner, at=NOW)


def test_scenario_46_a_no_show_marked_by_mistake_is_corrected_and_both_remain_in_the_history(town, booking):
    attendance.did_not_come(booking, missed=True, by=town.planner, at=AFTER)
    booking = attendance.did_not_come(booking, missed=False, by=town.planner, at=AFTER)

    assert not booking.no_show
    assert set(HistoryEntry.objects.values_list("action", flat=True)) >= {"booking.no_show", "booking.came"}


def test_the_same_mark_twice_is_one(town, booking):
    for _time in range(2):
        attendance.did_not_come(booking, missed=True, by=town.planner, at=AFTER)

    assert HistoryEntry.objects.filter(action="booking.no_show").count() == 1


def test_nobody_has_failed_to_come_before_it_begins(town, booking):
    with pytest.raises(Refused, match="inte börjat"):
        attendance.did_not_come(booking, missed=True, by=town.planner, at=NOW)


def test_a_shift_that_is_over_is_attested_once(town, booking):
    attendance.attest(booking, by=town.planner, at=AFTER)
    booking = attendance.attest(booking, by=town.manager, at=AFTER)

    assert booking.attested_by == town.planner


def test_what_is_not_over_or_was_missed_is_not_attested(town, booking):
    with pytest.raises(Refused, match="inte slut"):
        attendance.attest(booking, by=town.planner, at=NOW)
    attendance.did_not_come(booking, missed=True, by=town.planner, at=AFTER)
    with pytest.raises(Refused, match="uteblivet"):
        attendance.attest(booking, by=town.planner, at=AFTER)


def test_what_is_attested_is_not_marked_as_missed(town, booking):
    attendance.attest(booking, by=town.planner, at=AFTER)

    with pytest.raises(Refused, match="attesterat"):
        attendance.did_not_come(booking, missed=True, by=town.planner, at=AFTER)


def test_a_booking_that_ended_is_neither(town, booking):
    bookings.end(booking, by=town.planner, at=NOW, reason=EndReason.OTHER)

    with pytest.raises(Refused, match="avslutad"):
        attendance.attest(booking, by=town.planner, at=AFTER)


def test_a_time_that_was_changed_since_it_was_seen_is_not_approved_unseen(town, booking):
    shortening.shorten(booking, at("2026-05-13 14:00"), by=town.planner, at=AFTER)

    for deed in (attendance.attest, partial(attendance.did_not_come, missed=True)):
        with pytest.raises(Refused, match=r"ändrats och är nu 07\.00–14\.00"):
            deed(booking, by=town.manager, at=AFTER, seen_version=1)
    assert attendance.attest(booking, by=town.manager, at=AFTER, seen_version=2).attested_at


def test_of_several_those_are_approved_that_can_be(town, booking):
    later = bookings.book(
        town.order("2026-05-15 07:00", "2026-05-15 16:00"), town.substitute(), by=town.planner, at=NOW
    )

    approved, refused = attendance.attest_all([(booking, 1, 0), (later, 1, 0)], by=town.manager, at=AFTER)

    assert (approved, list(refused)) == ([booking], [later.pk])


def test_an_approval_is_taken_back_within_a_day_and_a_night(town, booking):
    attendance.attest(booking, by=town.manager, at=AFTER)
    for _tap in range(2):
        booking = attendance.take_back(booking, by=town.manager, at=AFTER + attendance.TAKEN_BACK_WITHIN)

    assert (booking.attested_at, booking.attested_by) == (None, None)
    assert [e.action for e in HistoryEntry.objects.of(booking)].count("booking.take_back") == 1


def test_after_that_it_stands(town, booking):
    attendance.attest(booking, by=town.manager, at=AFTER)

    with pytest.raises(Refused, match="mer än ett dygn sedan"):
        attendance.take_back(booking, by=town.manager, at=at("2026-05-14 16:01"))


def test_of_several_another_time_that_was_said_meanwhile_is_not_approved_unseen(town, booking):
    told = Told(Period(booking.starts, at("2026-05-13 15:00")))
    said = worked_time.say(booking, told, by=booking.substitute.user, at=AFTER)

    _approved, refused = attendance.attest_all([(booking, 1, 0)], by=town.manager, at=AFTER)
    approved, _refused = attendance.attest_all([(booking, 1, said.number)], by=town.manager, at=AFTER)

    assert "annan tid sedan du öppnade" in str(refused[booking.pk])
    assert approved == [booking]


def test_another_time_is_a_planners_to_mend_and_its_words_are_hers_alone(town, booking):
    attendance.worked_otherwise(booking, note="Stannade till 17", by=town.manager, at=AFTER)
    attendance.worked_otherwise(booking, note="Stannade till 17.30", by=town.manager, at=AFTER)

    task = PlannerTask.objects.waiting().get()
    assert (task.kind, task.facts) == ("worked_otherwise", {"note": "Stannade till 17.30"})
    assert not any("17" in str(entry.data.get("note")) for entry in HistoryEntry.objects.of(booking))
    attendance.attest(booking, by=town.manager, at=AFTER)
    assert not PlannerTask.objects.waiting().exists()
    with pytest.raises(Refused, match="attesterat"):
        attendance.worked_otherwise(booking, note="Ändå inte", by=town.manager, at=AFTER)


def test_nothing_is_said_of_a_shift_that_is_not_over(town, booking):
    with pytest.raises(Refused, match="inte slut"):
        attendance.worked_otherwise(booking, note="Stannar", by=town.manager, at=NOW)

"""The time bank: what comes in by worked resource time, and what goes out by a planner's hand."""

import uuid
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from booking import time_bank as reading
from booking.models import Kind, TimeBankEntry
from booking.operations import attendance, time_bank, worked_time
from booking.period import Period
from messaging import choices
from messaging.models import Channel, Message
from people.models import HistoryEntry, User
from people.operations.refusals import Refused
from tests.booking.banking import paid_by_the_month
from tests.cast import at

TODAY = date(2026, 5, 12)
LATER = at("2026-05-20 12:00")


@pytest.fixture
def bank(town):
    return paid_by_the_month(town)


def taken(bank, minutes, **said):
    said = {"day": TODAY, "key": uuid.uuid4(), "by": bank.town.planner, "at": LATER} | said
    return time_bank.take_out(bank.maja, minutes, **said)


def test_a_worked_shift_on_resource_time_gives_its_time_less_the_break(bank):
    bank.worked("2026-05-13 07:00", "2026-05-13 16:00", break_minutes=30)

    entry = TimeBankEntry.objects.get()
    assert (entry.minutes, entry.day, entry.kind) == (9 * 60 - 30, date(2026, 5, 13), "resource")
    assert reading.in_all(bank.maja) == 510


@pytest.mark.parametrize(
    ("starts", "ends", "hours"),
    [("2027-03-27 22:00", "2027-03-28 06:00", 7), ("2026-10-24 22:00", "2026-10-25 06:00", 9)],
)
def test_the_night_when_the_clock_is_set_counts_as_it_was(bank, starts, ends, hours):
    bank.worked(starts, ends)

    assert reading.in_all(bank.maja) == hours * 60


@pytest.mark.parametrize("kind", [Kind.RESOURCE, Kind.ACUTE_RESOURCE])
def test_resource_time_that_gives_no_time_gives_none(bank, kind):
    bank.lay("2026-05-13 07:00", "2026-05-13 16:00", gives_time=False, kind=kind)
    attendance.attest(bank.shift("2026-05-13 07:00", "2026-05-13 16:00"), by=bank.town.manager, at=LATER)

    assert not TimeBankEntry.objects.exists()


def test_a_shift_that_was_moved_within_acute_time_gives_time(bank):
    bank.lay("2026-05-13 06:00", "2026-05-13 23:00")
    attendance.attest(bank.shift("2026-05-13 15:00", "2026-05-13 23:00"), by=bank.town.manager, at=LATER)

    assert reading.in_all(bank.maja) == 8 * 60


def test_a_shift_that_goes_beyond_the_resource_time_gives_none_by_itself(bank):
    bank.lay("2026-05-13 07:00", "2026-05-13 15:00")
    attendance.attest(bank.shift("2026-05-13 07:00", "2026-05-13 16:00"), by=bank.town.manager, at=LATER)

    assert not TimeBankEntry.objects.exists()


def test_what_was_agreed_when_it_was_booked_stands_whatever_is_said_of_the_time_later(bank):
    bank.lay("2026-05-13 07:00", "2026-05-13 16:00")
    booking = bank.shift("2026-05-13 07:00", "2026-05-13 16:00")
    bank.lay("2026-05-13 07:00", "2026-05-13 16:00", gives_time=False)
    attendance.attest(booking, by=bank.town.manager, at=LATER)

    assert reading.in_all(bank.maja) == 9 * 60


def test_who_is_paid_by_the_hour_has_no_time_bank(bank):
    bank.maja.agreements.update(pay_form="hourly")
    booking = bank.worked("2026-05-13 07:00", "2026-05-13 16:00")

    assert "gives_time" not in booking.terms
    assert not TimeBankEntry.objects.exists()


def test_an_approval_that_is_taken_back_takes_the_time_back_by_a_row_of_its_own(bank):
    booking = bank.worked("2026-05-13 07:00", "2026-05-13 16:00")
    attendance.take_back(booking, by=bank.town.manager, at=booking.ends)

    first, second = TimeBankEntry.objects.order_by("-minutes")
    assert (first.minutes, second.minutes, second.reverses) == (540, -540, first)
    assert reading.in_all(bank.maja) == 0


def test_a_shift_that_is_approved_again_gives_its_time_once(bank):
    booking = bank.worked("2026-05-13 07:00", "2026-05-13 16:00")
    attendance.take_back(booking, by=bank.town.manager, at=booking.ends)
    for _twice in range(2):
        attendance.attest(booking, by=bank.town.manager, at=LATER)

    assert reading.in_all(bank.maja) == 540
    assert TimeBankEntry.objects.count() == 3
    assert TimeBankEntry.objects.standing().count() == 1


def told(starts, ends, break_minutes=0):
    return worked_time.Told(Period(at(starts), at(ends)), break_minutes)


def test_what_the_workplace_says_was_worked_is_what_counts(bank):
    bank.lay("2026-05-13 06:00", "2026-05-13 22:00")
    booking = bank.shift("2026-05-13 07:00", "2026-05-13 16:00")
    worked_time.answer(booking, told("2026-05-13 07:00", "2026-05-13 17:15", 45), by=bank.town.manager, at=LATER)

    assert reading.in_all(bank.maja) == 10 * 60 + 15 - 45


def test_a_corrected_time_takes_the_place_of_what_stood(bank):
    booking = bank.worked("2026-05-13 07:00", "2026-05-13 16:00")
    said = {"reason": "Fel klockslag", "by": bank.town.planner, "at": LATER}
    for _twice in range(2):
        worked_time.correct(booking, told("2026-05-13 08:00", "2026-05-13 16:00"), **said)

    entries = TimeBankEntry.objects.order_by("at", "minutes").values_list("minutes", flat=True)
    assert sorted(entries) == [-540, 480, 540]
    assert reading.in_all(bank.maja) == 480


def test_that_nothing_was_worked_empties_what_the_shift_gave(bank):
    booking = bank.worked("2026-05-13 07:00", "2026-05-13 16:00")
    worked_time.correct(booking, None, reason="Kom inte", by=bank.town.planner, at=LATER)

    assert reading.in_all(bank.maja) == 0
    assert not TimeBankEntry.objects.standing().exists()


def test_a_booking_never_has_two_standing_entries(bank):
    booking = bank.worked("2026-05-13 07:00", "2026-05-13 16:00")
    same = {"substitute": bank.maja, "kind": "resource", "minutes": 60, "day": TODAY, "booking": booking}

    with pytest.raises(IntegrityError), transaction.atomic():
        TimeBankEntry.objects.create(**same, by=bank.town.planner, at=LATER)


def test_what_is_written_is_never_written_over(bank):
    bank.worked("2026-05-13 07:00", "2026-05-13 16:00")
    entry = TimeBankEntry.objects.get()
    entry.minutes = 1

    with pytest.raises(TypeError):
        entry.save()


def test_four_hours_are_taken_out_of_nine_and_five_are_left(bank):
    bank.worked("2026-05-13 07:00", "2026-05-13 16:00")
    taken(bank, 4 * 60)

    assert reading.in_all(bank.maja) == 5 * 60


def test_no_more_is_taken_out_than_there_is(bank):
    bank.worked("2026-05-13 07:00", "2026-05-13 16:00", break_minutes=30)

    with pytest.raises(Refused, match=r"finns 8 tim 30 min\. Högst 8 tim 30 min"):
        taken(bank, 8 * 60 + 31)
    assert taken(bank, 8 * 60 + 30).minutes == -510


def test_where_a_debt_is_agreed_it_may_be_owed_and_no_more(bank):
    bank.rules(time_bank_debt=10)
    taken(bank, 10 * 60)

    with pytest.raises(Refused, match=r"finns −10 tim\. Högst 0 min"):
        time_bank.pay_out(bank.maja, 1, day=TODAY, key=uuid.uuid4(), by=bank.town.planner, at=LATER)


def test_a_correction_never_fills_it_above_the_cap_but_work_does(bank):
    bank.rules(time_bank_cap=8)
    bank.worked("2026-05-13 07:00", "2026-05-13 16:00")
    said = {"day": TODAY, "by": bank.town.planner, "at": LATER, "note": "Fel vecka"}

    assert reading.in_all(bank.maja) == 9 * 60
    with pytest.raises(Refused, match="högst 8 tim"):
        time_bank.correct(bank.maja, 1, key=uuid.uuid4(), **said)
    assert time_bank.correct(bank.maja, -60, key=uuid.uuid4(), **said).note == "Fel vecka"


def test_the_same_form_twice_is_once_and_its_key_is_nobody_elses(bank, town):
    bank.worked("2026-05-13 07:00", "2026-05-13 16:00")
    other, key = paid_by_the_month(town, "Nora"), uuid.uuid4()
    other.worked("2026-05-13 07:00", "2026-05-13 16:00")

    for whose in (bank, bank, other):
        taken(whose, 60, key=key)

    assert [reading.in_all(whose.maja) for whose in (bank, other)] == [480, 480]


@pytest.mark.parametrize("by_sms", [False, True])
def test_she_is_told_in_her_inbox_and_by_sms_if_she_asks_for_it(bank, by_sms):
    User.objects.filter(pk=bank.maja.user_id).update(phone="+46701740699", email="")
    bank.worked("2026-05-13 07:00", "2026-05-13 16:00")
    if by_sms:
        choices.choose(bank.maja.user, {("time_bank", Channel.SMS): True}, at=LATER)
    taken(bank, 4 * 60)

    told = Message.objects.get(kind="timebank.changed")
    assert (told.status == Message.Status.PENDING) is by_sms
    assert "Uttag som ledig tid tisdag 12 maj: " in told.body
    assert "4 tim. I din tidbank finns nu 5 tim." in told.body


def test_a_shift_that_she_worked_sends_nothing(bank):
    bank.worked("2026-05-13 07:00", "2026-05-13 16:00")

    assert not Message.objects.filter(kind="timebank.changed").exists()


def test_the_history_says_what_was_done_and_not_why(bank):
    bank.worked("2026-05-13 07:00", "2026-05-13 16:00")
    taken(bank, 60, note="Tandläkare")

    deeds = HistoryEntry.objects.filter(action__startswith="timebankentry").order_by("action")
    assert [(entry.action, entry.data["minutes"]) for entry in deeds] == [
        ("timebankentry.resource", 540),
        ("timebankentry.taken", -60),
    ]
    assert "Tandläkare" not in str([entry.data for entry in deeds])
    assert {entry.area_id for entry in deeds} == {bank.town.area.pk}

"""What the engine keeps of somebody who is erased, and what it lets go."""

from datetime import time, timedelta
from functools import partial

import pytest

from booking import notifications
from booking.models import (
    Absence,
    Availability,
    AvailabilityChange,
    AvailabilityPattern,
    Booking,
    CalendarFeed,
    Call,
    EndReason,
    Enquiry,
    Interest,
    Kind,
    Order,
    PlannerTask,
    RestDebt,
    WorkplaceRequest,
)
from booking.operations import (
    availability,
    bookings,
    calendar_feeds,
    calls,
    enquiries,
    follow_ups,
    lateness,
    patterns,
    rest,
    returning,
    undoing,
    workplace_requests,
)
from booking.period import Period, Weekly
from booking.views.desk import story
from messaging.models import Message
from people.models import HistoryEntry
from people.operations import erasure
from people.operations.refusals import Refused
from tests.cast import at
from tests.factories.booking import AvailabilityFactory, BookingFactory, EnquiryFactory, InterestFactory
from tests.factories.standing import AbsenceFactory

BEFORE, AFTER = at("2026-05-12 09:00"), at("2026-05-20 09:00")
SECRET = "Emma har migrän"


@pytest.fixture
def emma(town):
    return town.substitute(user__first_name="Emma", user__last_name="Ek")


@pytest.fixture
def erase(emma, owner):
    """`erase()`: Emma, when all her shifts are over."""
    return lambda: erasure.erase(emma, by=owner, at=AFTER)


def book(town, emma, **fields) -> Booking:
    return bookings.book(town.order(), emma, by=town.planner, at=BEFORE, **fields)


def written() -> str:
    """All that the history and the messages say."""
    told = [*HistoryEntry.objects.values_list("data", flat=True), *Message.objects.values_list("subject", "body")]
    return " ".join(map(str, told))


def test_what_she_asked_for_and_what_was_told_of_it_go(town, elsewhere, emma, erase):
    wish = workplace_requests.ask(emma, elsewhere.workplace, text=SECRET, by=emma.user, at=BEFORE)
    notifications.workplace_introduced(wish, to=elsewhere.planner, at=BEFORE)
    workplace_requests.decline(wish, reason=SECRET, by=elsewhere.planner, at=BEFORE)

    erase()

    assert not WorkplaceRequest.objects.exists()
    assert SECRET not in written()
    assert "Emma" not in written()
    assert not PlannerTask.objects.waiting().exists()
    assert PlannerTask.objects.get().facts == {}


def test_who_has_a_shift_before_her_is_not_erased(town, emma, owner):
    book(town, emma)

    with pytest.raises(Refused, match=r"ett pass framför sig\. Avsluta bokningen först"):
        erasure.erase(emma, by=owner, at=BEFORE)

    assert str(Booking.objects.get().substitute) == "Emma Ek"


def test_what_she_could_have_undone_is_gone(emma, erase):
    day = Period(BEFORE, AFTER)
    act = partial(availability.put_in, emma, [day], kind=Kind.AVAILABLE, by=emma.user, at=BEFORE)
    undoing.remembered(emma, act, at=BEFORE)

    erase()

    assert not AvailabilityChange.objects.exists()


def test_her_calendar_is_gone(town, emma, erase):
    weekly = Weekly(frozenset({0}), time(7), time(16), first=BEFORE.date())
    patterns.lay_out(emma, weekly, kind=Kind.AVAILABLE, by=emma.user, at=BEFORE)
    AvailabilityFactory(substitute=emma, starts=BEFORE, ends=AFTER)
    AbsenceFactory(substitute=emma)
    anothers = AbsenceFactory()

    erase()

    assert not Availability.objects.exists()
    assert not AvailabilityPattern.objects.exists()
    assert Absence.objects.get() == anothers


def test_what_was_written_of_her_shifts_is_gone_and_the_shifts_stand(town, emma, erase):
    booking = book(town, emma, reason=SECRET)
    bookings.end(booking, by=town.planner, at=BEFORE, reason=EndReason.CALLED_OFF, note=SECRET)
    calls.note(town.order(), emma, Call.Outcome.NO, by=town.planner, at=BEFORE, text=SECRET)

    erase()

    kept = Booking.objects.get()
    assert (kept.override_reason, kept.end_note, kept.end_reason) == ("", "", EndReason.CALLED_OFF)
    assert Call.objects.get().note == ""
    assert SECRET not in written()
    words = [deed.words for deed in story.of(kept.order, seen_by=town.planner)]
    assert "Bokad" in words
    assert "Avbokad: vikarien anmälde frånvaro" in words


def test_why_a_shift_of_hers_was_sent_back_is_gone(town, emma, erase):
    booking = book(town, emma)
    returning.send_back(booking.order, by=town.planner, at=BEFORE, reason=SECRET)
    others = town.order()
    returning.send_back(others, by=town.planner, at=BEFORE, reason="Behövs inte")

    erase()

    assert Order.objects.get(pk=booking.order_id).return_reason == "–"
    assert Order.objects.get(pk=others.pk).return_reason == "Behövs inte"
    assert SECRET not in written()
    assert "Returnerad till beställaren" in [deed.words for deed in story.of(booking.order, seen_by=town.planner)]


def test_rest_that_was_given_is_no_longer_told_of_and_what_was_owed_is_owed_to_nobody(town, emma, erase):
    days = (town.order(f"2026-05-{day} 07:00", f"2026-05-{day} 16:00") for day in (13, 14))
    given, owed = (BookingFactory(order=order, substitute=emma) for order in days)
    for booking in (given, owed):
        RestDebt.objects.create(booking=booking, substitute=emma, owed=timedelta(hours=2), due_by=AFTER)
    rest.settle(given.rest_debt, by=town.planner, at=BEFORE, how=SECRET)

    erase()

    assert [(debt.booking, debt.settled_how) for debt in RestDebt.objects.all()] == [(given, "")]
    assert SECRET not in written()


def test_nothing_is_to_be_done_about_her_any_more(town, emma, owner, erase):
    follow_ups.found(PlannerTask.Kind.NO_SMS, town.order(), at=BEFORE, substitute=emma, lost=[SECRET])
    follow_ups.found(PlannerTask.Kind.CALL, town.order(), at=BEFORE)

    erase()

    hers = PlannerTask.objects.get(substitute=emma)
    assert (hers.facts, hers.done_at, hers.done_by) == ({}, AFTER, owner)
    assert PlannerTask.objects.get(substitute=None).done_at is None


def test_she_is_waited_for_no_more_and_the_next_is_asked_at_once(town, emma, erase):
    order = town.order("2026-05-25 07:00", "2026-05-25 16:00")
    (asked,) = enquiries.ask(order, [emma], by=town.planner, at=BEFORE, answer_by=at("2026-05-24 10:00"))
    asked.asking.next_wave_at = at("2026-05-22 09:00")
    asked.asking.save()
    wanted = InterestFactory(order=order, substitute=emma)
    reserved = town.order(wished=emma, wished_until=at("2026-05-22 09:00"))

    erase()

    for row in (asked, asked.asking, wanted, reserved):
        row.refresh_from_db()
    assert (asked.status, asked.asking.next_wave_at) == (Enquiry.Status.WITHDRAWN, AFTER)
    assert wanted.status == Interest.Status.WITHDRAWN
    assert reserved.wished_until == AFTER


def test_what_she_answered_is_still_counted(town, emma, erase):
    EnquiryFactory(order=town.order(), substitute=emma, status=Enquiry.Status.NO)
    InterestFactory(order=town.order(), substitute=emma, status=Interest.Status.NOT_SELECTED)

    erase()

    assert Enquiry.objects.get().status == Enquiry.Status.NO
    assert Interest.objects.get().status == Interest.Status.NOT_SELECTED


def test_whoever_ordered_is_no_longer_told_that_it_was_she(town, emma, erase):
    book(town, emma)
    other = town.substitute(user__first_name="Yonas", user__last_name="Bo")
    notifications.booked(BookingFactory(order__workplace=town.workplace, substitute=other), at=BEFORE)
    assert "Emma" in written()

    erase()

    assert "Emma" not in written()
    assert "Texten är borttagen." in Message.objects.filter(recipient=town.manager).values_list("body", flat=True)
    assert "Yonas" in written()


def test_her_hours_are_as_many_as_before(town, emma, erase):
    def worked():
        rows = Booking.objects.worked(now=AFTER).of(emma)
        return [(row.starts, row.ends, row.break_minutes, row.attested_at, row.terms) for row in rows]

    booking = book(town, emma)
    Booking.objects.filter(pk=booking.pk).update(attested_at=AFTER, attested_by=town.manager)
    before = worked()

    erase()

    assert worked() == before
    assert len(before) == 1
    assert str(Booking.objects.get().substitute) == "Raderad person"


def test_nobody_can_fetch_her_calendar_or_read_when_she_came(town, emma, erase):
    booking = book(town, emma)
    calendar_feeds.open_to(emma, by=emma.user, at=BEFORE)
    lateness.report(booking, at("2026-05-13 07:20"), by=emma.user, at=at("2026-05-13 06:00"))

    erase()

    booking.refresh_from_db()
    assert booking.expected_at is None
    assert not CalendarFeed.objects.exists()
    assert not PlannerTask.objects.undone().exists()
    assert "Emma" not in written()

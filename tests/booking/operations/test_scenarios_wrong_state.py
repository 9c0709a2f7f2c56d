"""What is asked for from an old page is refused in words or does what it still can, and never breaks."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.db import transaction

from benchmarks.contention.truths import DOUBLE_BOOKINGS, untrue
from booking.models import Asking, Booking, Call, Enquiry, Interest, Order
from booking.operations import (
    answering,
    attendance,
    bookings,
    calls,
    changing,
    direct,
    enquiries,
    interests,
    orders,
    returning,
    shortening,
    waves,
    wishes,
)
from booking.operations.refusals import Refused
from people.models import Substitute
from tests.cast import NOW, Town, at
from tests.factories.booking import AdvertFactory, BookingFactory, EnquiryFactory, InterestFactory

AN_HOUR = timedelta(hours=1)
MOMENTS = {"before": NOW, "in it": at("2026-05-13 08:00"), "after": at("2026-05-14 08:00")}
HALTS = {"stopped": {"stopped_at": NOW}, "returned": {"returned_at": NOW, "return_reason": "Fel dag"}}
STATES = {status.value: {"status": status} for status in Order.Status} | HALTS


@dataclass
class OldPage:
    """What was on the page when it was opened: an open order, somebody asked and interested, and one who had it."""

    town: Town
    order: Order
    somebody: Substitute
    enquiry: Enquiry
    interest: Interest
    asking: Asking
    ended: Booking

    @contextmanager
    def as_it_is_now(self, fields: dict[str, object]) -> Iterator[Booking]:
        """Since then the order has come to another state; the page knows nothing of it."""
        with transaction.atomic():
            booking = self.ended
            if fields.get("status") in {Order.Status.BOOKED, Order.Status.COMPLETED}:
                booking = BookingFactory(order=self.order, substitute=self.town.substitute())
            Order.objects.filter(pk=self.order.pk).update(**fields)
            yield booking
            assert untrue(DOUBLE_BOOKINGS) == {}
            transaction.set_rollback(True)


@pytest.fixture
def page(town) -> OldPage:
    order = town.order(round=2, allow_direct=True)
    AdvertFactory(order=order)
    somebody = town.substitute()
    had_it = BookingFactory(order=order, substitute=somebody, ended_at=NOW, end_reason="other")
    asking = Asking.objects.create(
        order=order, round=2, mode="first_yes", wave_size=3, started_at=NOW, next_wave_at=NOW, started_by=town.planner
    )
    asked = EnquiryFactory(order=order, substitute=somebody, asking=asking)
    return OldPage(town, order, somebody, asked, InterestFactory(order=order, substitute=somebody), asking, had_it)


Deed = Callable[[OldPage, Booking, dict[str, object]], object]

DEEDS: dict[str, Deed] = {
    "book": lambda page, _, said: bookings.book(page.order, page.somebody, **said),
    "end": lambda _, booking, said: bookings.end(booking, reason="other", **said),
    "take": lambda page, _, said: direct.book(page.order, page.somebody, **said),
    "book the best": lambda page, _, said: direct.book_best(page.order, **said),
    "ask": lambda page, _, said: enquiries.ask(
        page.order, [page.somebody, page.town.substitute()], answer_by=said["at"] + AN_HOUR, **said
    ),
    "ask the same twice": lambda page, _, said: enquiries.ask(
        page.order, [page.town.substitute()] * 2, answer_by=said["at"] + AN_HOUR, **said
    ),
    "expire": lambda page, _, said: enquiries.expire(page.enquiry, at=said["at"]),
    "yes": lambda page, _, said: answering.answer(page.enquiry, yes=True, **said),
    "no": lambda page, _, said: answering.answer(page.enquiry, yes=False, **said),
    "ask in waves": lambda page, _, said: waves.start(page.order, **said),
    "ask those chosen": lambda page, _, said: waves.start(page.order, chosen=[page.somebody] * 2, **said),
    "ask on": lambda page, _, said: waves.go_on(page.asking, at=said["at"]),
    "ask the one wished for": lambda page, _, said: wishes.ask_first(page.order, **said),
    "wish no more": lambda page, _, said: wishes.release(page.order, at=said["at"]),
    "be interested": lambda page, _, said: interests.register(page.order, page.somebody, **said),
    "be interested no more": lambda page, _, said: interests.withdraw(page.interest, **said),
    "called, yes": lambda page, _, said: calls.note(page.order, page.somebody, Call.Outcome.YES, **said),
    "called, no": lambda page, _, said: calls.note(page.order, page.somebody, Call.Outcome.NO, **said),
    "publish": lambda page, _, said: orders.publish(page.order, **said),
    "advertise": lambda page, _, said: orders.advertise(page.order, **said),
    "stop advertising": lambda page, _, said: orders.stop_advertising(page.order, **said),
    "cancel": lambda page, _, said: orders.cancel(page.order, note="", **said),
    "cancel, seen": lambda page, booking, said: orders.cancel(page.order, note="", seen_booking=booking.pk, **said),
    "lapse": lambda page, _, said: orders.lapse(page.order, at=said["at"]),
    "complete": lambda page, _, said: orders.complete(page.order, at=said["at"]),
    "place again": lambda page, _, said: orders.place(page.order, command=page.order.command, **said),
    "stop": lambda page, _, said: returning.stop(page.order, **said),
    "resume": lambda page, _, said: returning.resume(page.order, **said),
    "send back": lambda page, _, said: returning.send_back(page.order, reason="Fel dag", **said),
    "send back, unsaid": lambda page, _, said: returning.send_back(page.order, reason=" ", **said),
    "take up": lambda page, _, said: returning.take_up(page.order, **said),
    "rebook": lambda page, _, said: returning.rebook_same(page.order, **said),
    "move": lambda page, _, said: changing.change(
        page.order, {"starts": page.order.starts + AN_HOUR, "ends": page.order.ends + AN_HOUR}, **said
    ),
    "move, let go": lambda page, _, said: changing.change(
        page.order, {"ends": page.order.starts + 30 * AN_HOUR}, let_go=True, **said
    ),
    "turn round": lambda page, _, said: changing.change(page.order, {"ends": page.order.starts - AN_HOUR}, **said),
    "reword": lambda page, _, said: changing.change(page.order, {"text": "Ta med inneskor"}, **said),
    "shorten": lambda page, booking, said: shortening.shorten(booking, page.order.starts + AN_HOUR, **said),
    "shorten past the end": lambda page, booking, said: shortening.shorten(booking, page.order.ends, **said),
    "missed": lambda _, booking, said: attendance.did_not_come(booking, missed=True, **said),
    "attest": lambda _, booking, said: attendance.attest(booking, **said),
}


def why_not(deed: str, page: OldPage, booking: Booking, said: dict[str, object]) -> str | None:
    """What the refusal says; nothing if it was done."""
    try:
        DEEDS[deed](page, booking, said)
    except Refused as refusal:
        return str(refusal)
    return None


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("moment", MOMENTS)
def test_whatever_is_done_from_an_old_page_is_refused_in_words_or_harmless(page, deed, moment):
    said = {"by": page.town.planner, "at": MOMENTS[moment]}

    for state, fields in STATES.items():
        with page.as_it_is_now(fields) as booking:
            assert why_not(deed, page, booking, said) != "", state


OUT_OF_REACH = {"draft", "completed", "cancelled", "lapsed"}


@pytest.mark.parametrize("deed", ["book", "take", "yes", "called, yes", "rebook", "book the best"])
@pytest.mark.parametrize("state", OUT_OF_REACH)
def test_nothing_books_an_order_that_is_not_open(page, deed, state):
    with page.as_it_is_now(STATES[state]):
        had = Booking.objects.occupying().count()
        why_not(deed, page, page.ended, {"by": page.town.planner, "at": NOW})
        assert Booking.objects.occupying().count() == had


@pytest.mark.parametrize("deed", ["ask", "ask in waves", "ask those chosen", "be interested", "advertise"])
@pytest.mark.parametrize("state", [*OUT_OF_REACH, "booked"])
def test_nothing_offers_an_order_that_is_not_open(page, deed, state):
    with page.as_it_is_now(STATES[state]), pytest.raises(Refused):
        DEEDS[deed](page, page.ended, {"by": page.town.planner, "at": NOW})


def test_one_who_is_named_twice_is_asked_once(page):
    once = page.town.substitute()
    order = page.town.order("2026-05-15 07:00", "2026-05-15 16:00")

    enquiries.ask(order, [once, once], by=page.town.planner, at=NOW, answer_by=at("2026-05-12 08:00"))
    waves.start(
        page.town.order("2026-05-16 07:00", "2026-05-16 16:00"), by=page.town.planner, at=NOW, chosen=[once] * 2
    )

    assert Enquiry.objects.filter(substitute=once).count() == 2


class TestWhatBelongsElsewhere:
    """Rows that the caller should not have mixed: another area's person, another order's booking."""

    @pytest.fixture
    def stranger(self, elsewhere):
        return elsewhere.substitute()

    def test_a_stranger_is_booked_by_nobody(self, page, stranger):
        for deed in (bookings.book, direct.book):
            with pytest.raises(Refused):
                deed(page.order, stranger, by=page.town.planner, at=NOW)
        with pytest.raises(Refused):
            calls.note(page.order, stranger, Call.Outcome.YES, by=page.town.planner, at=NOW)

    def test_a_stranger_is_passed_over_when_asked(self, page, stranger):
        asked = enquiries.ask(page.order, [stranger], by=page.town.planner, at=NOW, answer_by=at("2026-05-12 08:00"))

        assert asked == []

    def test_a_stranger_may_not_be_interested(self, page, stranger):
        with pytest.raises(Refused):
            interests.register(page.order, stranger, by=stranger.user, at=NOW)

    def test_a_place_where_she_may_not_work_is_no_place_to_move_her_shift_to(self, town, elsewhere):
        booking = bookings.book(town.order(), town.substitute(), by=town.planner, at=NOW)

        with pytest.raises(Refused, match="Saknar avtal"):
            changing.change(booking.order, {"workplace": elsewhere.workplace}, by=town.planner, at=NOW)

        assert Order.objects.get(pk=booking.order_id).workplace == town.workplace

    def test_another_orders_booking_is_not_the_one_that_was_seen(self, page, elsewhere):
        theirs = BookingFactory(order=elsewhere.order(status=Order.Status.BOOKED))
        with page.as_it_is_now(STATES["booked"]), pytest.raises(Refused, match="har just fått passet"):
            orders.cancel(page.order, by=page.town.planner, at=NOW, note="", seen_booking=theirs.pk)

    def test_the_key_of_anothers_form_is_no_way_to_her_order(self, page, elsewhere):
        mine = Order(
            **{name: getattr(page.order, name) for name in ("workplace", "occupation", "reason", "starts", "ends")}
        )

        with pytest.raises(Refused, match="skickats av någon annan"):
            orders.place(mine, command=page.order.command, by=elsewhere.manager, at=NOW)

        assert Order.objects.get() == page.order

    def test_nor_to_her_group(self, town, elsewhere):
        order, command = town.order(), uuid.uuid4()
        names = ("workplace", "occupation", "reason", "starts", "ends")
        seats = [Order(**{name: getattr(order, name) for name in names}) for _ in range(2)]
        orders.place_group(seats, command=command, by=town.manager, at=NOW)

        with pytest.raises(Refused, match="skickats av någon annan"):
            orders.place_group(seats, command=command, by=elsewhere.manager, at=NOW)

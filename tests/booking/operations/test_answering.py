"""Her Ja or Nej, when no rule can decide what becomes of it."""

import pytest

from booking.models import Enquiry, Order, PlannerTask, Policy
from booking.operations import answering, bookings, enquiries, orders, returning
from booking.operations.refusals import Refused
from messaging.models import Silenced
from people.models import HistoryEntry
from tests.cast import NOW, at

ANSWER_BY = at("2026-05-12 09:30")
MORNING = at("2026-05-12 09:00")
Status = Enquiry.Status


@pytest.fixture
def asked(town):
    (enquiry,) = enquiries.ask(town.order(), [town.substitute()], by=town.planner, at=MORNING, answer_by=ANSWER_BY)
    return enquiry


def answer(enquiry, *, yes, when=MORNING) -> Enquiry:
    return answering.answer(enquiry, yes=yes, by=enquiry.substitute.user, at=when)


def test_scenario_29_a_no_from_whoever_has_the_shift_is_a_planners_to_decide_on(asked):
    answer(asked, yes=True)

    assert answer(asked, yes=False).status == Status.WON
    answer(asked, yes=False)

    task = PlannerTask.objects.get()
    assert (task.kind, task.substitute) == (PlannerTask.Kind.NO_AFTER_WON, asked.substitute)


def test_a_yes_again_from_whoever_has_the_shift_is_nothing_to_decide_on(asked):
    answer(asked, yes=True)
    answer(asked, yes=True)

    assert not PlannerTask.objects.exists()


def test_a_late_yes_books_nothing_and_is_shown_to_a_planner_once(asked):
    assert answer(asked, yes=True, when=ANSWER_BY).status == Status.EXPIRED
    answer(asked, yes=True, when=ANSWER_BY)

    assert PlannerTask.objects.get().kind == PlannerTask.Kind.LATE_YES


def test_a_late_yes_is_lost_where_the_policy_says_so(town, asked):
    Policy.objects.create(area=town.area, late_yes=Policy.LateYes.LOST)

    answer(asked, yes=True, when=ANSWER_BY)

    assert not PlannerTask.objects.exists()


@pytest.mark.parametrize("over", ["filled", "begun"])
def test_a_late_yes_to_what_is_over_is_nothing_to_decide_on(town, asked, over):
    if over == "filled":
        bookings.book(asked.order, town.substitute(), by=town.planner, at=NOW)
        Enquiry.objects.update(status=Status.EXPIRED)

    answer(asked, yes=True, when=ANSWER_BY if over == "filled" else asked.order.starts)

    assert not PlannerTask.objects.exists()


def test_a_late_no_is_nothing_to_decide_on(asked):
    answer(asked, yes=False, when=ANSWER_BY)

    assert not PlannerTask.objects.exists()


def test_no_later_yes_books_once_the_order_is_stopped(town, asked):
    returning.stop(asked.order, by=town.planner, at=MORNING)

    assert answer(asked, yes=True).status == Status.WITHDRAWN


def test_a_yes_to_an_order_that_was_cancelled_books_nothing(town, asked):
    orders.cancel(asked.order, by=town.planner, at=MORNING, note="")

    assert answer(asked, yes=True).status == Status.WITHDRAWN
    asked.order.refresh_from_db()
    assert asked.order.status == Order.Status.CANCELLED


def test_scenario_42_whoever_gets_no_sms_is_asked_in_the_portal_and_a_planner_knows(town):
    silent = town.substitute()
    Silenced.objects.create(number=silent.user.phone, since=NOW)

    (enquiry,) = enquiries.ask(town.order(), [silent], by=town.planner, at=MORNING, answer_by=ANSWER_BY)

    assert enquiry.status == Status.UNDELIVERABLE
    assert PlannerTask.objects.get().kind == PlannerTask.Kind.NO_SMS
    assert answer(enquiry, yes=True).status == Status.WON


def test_a_yes_that_waits_for_the_decision_may_be_said_twice(town):
    Policy.objects.create(area=town.area, enquiry_mode=Policy.Mode.BEST)
    (enquiry,) = enquiries.ask(town.order(), [town.substitute()], by=town.planner, at=MORNING, answer_by=ANSWER_BY)

    answer(enquiry, yes=True)

    assert answer(enquiry, yes=True).status == Status.WAITING_YES


def take_back(enquiry, *, when=MORNING) -> Enquiry:
    return answering.take_back_no(enquiry, by=enquiry.substitute.user, at=when)


class TestANoThatIsTakenBack:
    def test_it_waits_for_her_answer_again_and_a_yes_then_books(self, asked):
        answer(asked, yes=False)

        again = take_back(asked)

        assert (again.status, again.answered_at) == (Status.SENT, None)
        assert answer(asked, yes=True).status == Status.WON

    def test_twice_is_once_and_what_is_no_no_stays_as_it_is(self, asked):
        answer(asked, yes=False)
        take_back(asked)

        assert take_back(asked).status == Status.SENT
        assert HistoryEntry.objects.filter(action="enquiry.take_back_no").count() == 1
        answer(asked, yes=True)
        assert take_back(asked).status == Status.WON

    def test_what_the_no_set_going_goes_on(self, town, asked):
        asking = asked.asking
        answer(asked, yes=False)

        take_back(asked)

        asking.refresh_from_db()
        assert asking.next_wave_at == MORNING

    def test_a_wish_that_she_let_go_of_is_not_hers_again(self, town, asked):
        Order.objects.update(wished=asked.substitute, wished_until=ANSWER_BY)
        answer(asked, yes=False)

        take_back(asked)

        asked.order.refresh_from_db()
        assert asked.order.wished_until is None

    def test_after_the_time_it_stands(self, asked):
        answer(asked, yes=False)

        with pytest.raises(Refused, match=r"Svarstiden är slut. Ditt nej står kvar."):
            take_back(asked, when=ANSWER_BY)
        assert Enquiry.objects.get().status == Status.NO

    @pytest.mark.parametrize("over", ["taken", "stopped", "returned"])
    def test_of_a_shift_that_is_not_free_it_stands(self, town, asked, over):
        answer(asked, yes=False)
        happens = {
            "taken": lambda: bookings.book(asked.order, town.substitute(), by=town.planner, at=MORNING),
            "stopped": lambda: returning.stop(asked.order, by=town.planner, at=MORNING),
            "returned": lambda: returning.send_back(asked.order, by=town.planner, at=MORNING, reason="Fel dag"),
        }
        happens[over]()

        with pytest.raises(Refused, match=r"Passet är inte ledigt just nu."):
            take_back(asked)

    def test_a_yes_after_a_no_to_a_shift_that_is_stopped_is_told_that_it_is(self, town, asked):
        answer(asked, yes=False)
        returning.stop(asked.order, by=town.planner, at=MORNING)

        assert answer(asked, yes=True).status == Status.WITHDRAWN


def test_the_history_says_what_came_by_the_link(asked):
    told = {"by": asked.substitute.user, "at": MORNING}
    answering.answer(asked, yes=False, **told, way=answering.BY_LINK)
    answering.take_back_no(asked, **told, way=answering.BY_LINK)
    answering.answer(asked, yes=False, **told)

    entries = HistoryEntry.objects.filter(action__startswith="enquiry.").order_by("pk")

    assert [entry.user for entry in entries] == [asked.substitute.user] * 3
    assert [entry.message for entry in entries] == [
        "Svar på förfrågan: svarade nej, genom länken i meddelandet",
        "Nej återtaget, genom länken i meddelandet",
        "Svar på förfrågan: svarade nej",
    ]

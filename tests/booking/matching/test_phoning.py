"""The phone list: best first, those who have said no last, and nobody whom a hard rule stops."""

from booking.matching import candidates, phoning
from booking.models import Call, Enquiry
from tests.cast import NOW
from tests.factories.booking import AvailabilityFactory, BookingFactory, EnquiryFactory


def called(town, order, substitute, outcome, **fields):
    usual = {"round": order.round, "made_by": town.planner, "made_at": NOW}
    return Call.objects.create(order=order, substitute=substitute, outcome=outcome, **(usual | fields))


def listed(town, order):
    return phoning.of(order, candidates.possible(order, seen_by=town.planner))


def test_best_first_and_those_who_said_no_last(town):
    order = town.order()
    first, second, third = (town.substitute() for _person in range(3))
    AvailabilityFactory(substitute=first, starts=order.starts, ends=order.ends)
    EnquiryFactory(order=order, substitute=second, status=Enquiry.Status.NO)
    called(town, order, first, Call.Outcome.NO)

    rows = listed(town, order)

    assert [row.candidate.substitute for row in rows] == [third, first, second]
    assert [row.rank for row in rows][1] == 1
    assert [row.said_no for row in rows] == [False, True, True]


def test_the_last_call_counts_and_a_call_that_nobody_answered_changes_no_answer(town):
    order, regrets, silent = town.order(), town.substitute(), town.substitute()
    EnquiryFactory(order=order, substitute=regrets, status=Enquiry.Status.NO)
    EnquiryFactory(order=order, substitute=silent, status=Enquiry.Status.NO)
    called(town, order, regrets, Call.Outcome.CALL_BACK)
    called(town, order, silent, Call.Outcome.NO_ANSWER)

    said_no = {row.candidate.substitute: row.said_no for row in listed(town, order)}

    assert said_no == {regrets: False, silent: True}


def test_nobody_whom_a_hard_rule_stops_is_called(town):
    order, busy = town.order(), town.substitute()
    BookingFactory(substitute=busy, order__workplace=town.workplace)

    assert listed(town, order) == []


def test_calls_of_an_earlier_round_are_forgotten(town):
    order, substitute = town.order(round=2), town.substitute()
    called(town, order, substitute, Call.Outcome.NO, round=1)

    assert [row.call for row in listed(town, order)] == [None]


def test_it_is_one_query_more_however_many_they_are(town, django_assert_num_queries):
    order = town.order()
    for _person in range(5):
        called(town, order, town.substitute(), Call.Outcome.NO_ANSWER)
    found = candidates.possible(order, seen_by=town.planner)

    with django_assert_num_queries(1):
        assert len(phoning.of(order, found)) == 5

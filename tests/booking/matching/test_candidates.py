"""Who could be thought of for an order, with every reason, seen by a planner."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from booking.matching import candidates
from booking.matching.candidates import Group
from booking.models import Kind, Order
from booking.reasons import sentence
from people.models import User
from tests.cast import at
from tests.factories.booking import AvailabilityFactory, BookingFactory, EnquiryFactory, InterestFactory, OrderFactory
from tests.factories.people import (
    AgreementFactory,
    CompetenceFactory,
    SubstituteCompetenceFactory,
    SubstituteFactory,
)
from tests.factories.standing import FavouriteFactory


def words(candidate) -> list[str]:
    return [sentence(breach) for breach in candidate.verdict.breaches]


def has_time(substitute, order):
    AvailabilityFactory(substitute=substitute, starts=order.starts, ends=order.ends)
    return substitute


def busy(town, order):
    """A substitute with something to say of everything that is read."""
    substitute = has_time(town.substitute(), order)
    SubstituteCompetenceFactory(substitute=substitute, competence=order.competences.get())
    InterestFactory(order=order, substitute=substitute)
    BookingFactory(order=OrderFactory(starts=at("2026-04-01 07:00")), substitute=substitute)
    FavouriteFactory(substitute=substitute, workplace=town.workplace)
    EnquiryFactory(order=order, substitute=substitute)


def in_pages(order, *, seen_by):
    return candidates.why_not(order, seen_by=seen_by, fit=[]).candidates


def test_everybody_with_an_agreement_in_the_area_is_thought_of_and_nobody_else(town, elsewhere):
    order, substitute = town.order(), town.substitute()
    elsewhere.substitute()
    SubstituteFactory()

    assert [candidate.substitute for candidate in candidates.of(order, seen_by=town.planner)] == [substitute]


def test_the_three_groups_follow_what_stands_in_the_way(town):
    order = town.order()
    fits, almost, cannot = has_time(town.substitute(), order), town.substitute(), town.substitute()
    BookingFactory(order=town.order("2026-05-12 14:00", "2026-05-12 23:00"), substitute=almost)
    BookingFactory(order=town.order("2026-05-13 08:00", "2026-05-13 10:00"), substitute=cannot)

    found = candidates.of(order, seen_by=town.planner)

    assert {row.substitute: row.group for row in found} == {
        fits: Group.FITS,
        almost: Group.ALMOST,
        cannot: Group.CANNOT,
    }
    assert [row.substitute for row in candidates.in_group(found, Group.ALMOST)] == [almost]


def test_scenario_18_every_obstacle_is_in_words(town):
    order, substitute = town.order(break_minutes=60), SubstituteFactory()
    order.competences.add(CompetenceFactory(name="körkort"))
    paper = AgreementFactory(
        substitute=substitute, area=town.area, occupation=town.occupation, ends=at("2026-05-13 12:00")
    )
    evening = town.order("2026-05-13 15:00", "2026-05-13 20:00")
    BookingFactory(order=evening, substitute=substitute, agreement=paper)

    (candidate,) = candidates.of(order, seen_by=town.planner)

    assert words(candidate) == [
        "Avtalet täcker inte hela passet",
        "Saknar giltig kompetens: körkort",
        f"Redan bokad onsdag 13 maj 15.00–20.00 på {town.workplace}",
        "Ingen tid inlagd",
    ]


def test_a_booking_in_another_area_is_an_obstacle_without_a_name(town, elsewhere):
    order, substitute = town.order(), town.substitute()
    BookingFactory(order=elsewhere.order("2026-05-13 08:00", "2026-05-13 17:00"), substitute=substitute)

    (candidate,) = candidates.of(order, seen_by=town.planner)

    assert "Redan bokad onsdag 13 maj 08.00–17.00" in words(candidate)
    assert not any(elsewhere.workplace.name in sentence for sentence in words(candidate))


def test_who_wants_it_comes_before_who_has_the_time_and_they_before_the_rest(town):
    order = town.order()
    rest, timely, keen = town.substitute(), has_time(town.substitute(), order), town.substitute()
    InterestFactory(order=order, substitute=keen)

    assert [row.substitute for row in candidates.of(order, seen_by=town.planner)] == [keen, timely, rest]


def test_who_knows_the_place_comes_before_who_does_not(town):
    stranger, known = town.substitute(), town.substitute()
    BookingFactory(order=town.order("2026-04-01 07:00", "2026-04-01 16:00"), substitute=known)

    assert [row.substitute for row in candidates.of(town.order(), seen_by=town.planner)] == [known, stranger]


def test_who_has_worked_less_this_week_comes_first(town, elsewhere):
    busy, free = town.substitute(), town.substitute()
    monday = OrderFactory(workplace=elsewhere.workplace, starts=at("2026-05-11 07:00"))
    BookingFactory(order=monday, substitute=busy)

    found = candidates.of(town.order(), seen_by=town.planner)

    assert [row.substitute for row in found] == [free, busy]
    assert found[1].merits.hours_this_week == timedelta(hours=18)


def test_a_no_never_lowers_anybody(town):
    order, first, second = town.order(), town.substitute(), town.substitute()
    before = [row.substitute for row in candidates.of(order, seen_by=town.planner)]
    EnquiryFactory(order=order, substitute=before[0], status="no")

    assert [row.substitute for row in candidates.of(order, seen_by=town.planner)] == before
    assert set(before) == {first, second}


def test_time_laid_as_ask_me_counts_for_a_planner(town):
    order, substitute = town.order(break_minutes=60), town.substitute()
    AvailabilityFactory(substitute=substitute, starts=order.starts, ends=order.ends, kind=Kind.ASK_ME)

    (candidate,) = candidates.of(order, seen_by=town.planner)

    assert candidate.verdict.breaches == ()


@pytest.mark.parametrize("ask", [candidates.of, candidates.possible, in_pages])
def test_thirty_candidates_take_as_many_queries_as_one(town, ask):
    order = town.order(break_minutes=60)
    order.competences.add(CompetenceFactory(name="körkort"))

    def queries() -> int:
        afresh, planner = Order.objects.get(pk=order.pk), User.objects.get(pk=town.planner.pk)
        with CaptureQueriesContext(connection) as asked:
            [words(candidate) for candidate in ask(afresh, seen_by=planner)]
        return len(asked)

    busy(town, order)
    one = queries()
    for _ in range(29):
        busy(town, order)

    assert queries() == one

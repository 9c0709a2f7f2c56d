"""What papers let a substitute take an order: agreements, competences, introductions, records checks, blocks."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from booking import eligibility
from booking.models import Order
from booking.rules import Channel
from people.days import is_over
from people.models import Agreement, Substitute
from tests.cast import at
from tests.factories.booking import OrderReasonFactory
from tests.factories.people import (
    AgreementFactory,
    CompetenceFactory,
    OccupationFactory,
    SubstituteCompetenceFactory,
    SubstituteFactory,
    WorkplaceFactory,
)
from tests.factories.standing import (
    AbsenceFactory,
    BlockFactory,
    IntroductionFactory,
    RecordsCheckFactory,
)

HOUR = timedelta(hours=1)


def test_scenario_14_an_agreement_that_ends_mid_shift_is_not_enough(town, obstacles):
    substitute = SubstituteFactory()
    AgreementFactory(substitute=substitute, area=town.area, ends=at("2026-05-13 00:00"))

    assert obstacles(town.order("2026-05-12 22:00", "2026-05-13 06:00"), substitute) == {"agreement"}


def test_two_agreements_that_meet_are_fine(town, obstacles):
    substitute = SubstituteFactory()
    AgreementFactory(substitute=substitute, area=town.area, ends=at("2026-05-13 12:00"))
    AgreementFactory(substitute=substitute, workplace=town.workplace, area=None, starts=at("2026-05-13 12:00"))

    assert obstacles(town.order(), substitute) == set()


@pytest.mark.parametrize("other", ["workplace", "area", "occupation"])
def test_an_agreement_for_something_else_is_none(town, elsewhere, obstacles, other):
    reach = {"area": town.area, "occupation": town.occupation} | {
        "workplace": {"area": None, "workplace": WorkplaceFactory(area=town.area)},
        "area": {"area": elsewhere.area},
        "occupation": {"occupation": OccupationFactory(name="barnskötare")},
    }[other]
    agreement = AgreementFactory(**reach)

    assert obstacles(town.order(), agreement.substitute) == {"agreement"}


def test_an_agreement_that_begins_before_a_later_start_tells_when(town):
    order, substitute = town.order(), SubstituteFactory()
    AgreementFactory(substitute=substitute, area=town.area, starts=at("2026-05-20 00:00"))

    verdict = eligibility.of_one(order, substitute, channel=Channel.PLANNER)

    assert verdict.earliest == at("2026-05-20 00:00")


def test_scenario_15_a_competence_that_expires_mid_shift_is_not_enough(town, obstacles):
    order, substitute = town.order(), town.substitute()
    driving = CompetenceFactory(name="körkort")
    order.competences.add(driving)
    SubstituteCompetenceFactory(substitute=substitute, competence=driving, ends=at("2026-05-13 12:00"))

    assert obstacles(order, substitute) == {"competence"}


def test_scenario_15_the_last_day_of_a_competence_counts_to_midnight(town, obstacles):
    order, substitute = town.order("2026-05-13 15:00", "2026-05-14 00:00"), town.substitute()
    driving = CompetenceFactory(name="körkort")
    order.competences.add(driving)
    SubstituteCompetenceFactory(substitute=substitute, competence=driving, ends=is_over(date(2026, 5, 13)))

    assert obstacles(order, substitute) == set()


@pytest.mark.parametrize(
    ("required", "held", "found"), [("lower", "higher", set()), ("higher", "lower", {"competence"})]
)
def test_a_higher_competence_stands_for_a_lower_and_not_the_other_way(town, obstacles, required, held, found):
    order, substitute = town.order(), town.substitute()
    competences = {"lower": CompetenceFactory(name="delegering"), "higher": CompetenceFactory(name="sjuksköterska")}
    competences["higher"].stands_for.add(competences["lower"])
    order.competences.add(competences[required])
    SubstituteCompetenceFactory(substitute=substitute, competence=competences[held])

    assert obstacles(order, substitute) == found


def test_only_who_is_introduced_may_come_where_that_is_asked_for(town, elsewhere, obstacles):
    town.workplace.needs_introduction = True
    town.workplace.save()
    order, stranger, known = town.order(), town.substitute(), town.substitute()
    IntroductionFactory(substitute=stranger, workplace=elsewhere.workplace)
    IntroductionFactory(substitute=known, workplace=town.workplace)

    assert obstacles(order, stranger) == {"introduced"}
    assert obstacles(order, known) == set()


def test_an_order_that_introduces_asks_for_no_introduction_but_for_all_the_rest(town, obstacles):
    town.workplace.needs_introduction, town.workplace.records_check = True, "home_care"
    town.workplace.save()
    order = town.order(reason=OrderReasonFactory(name="Introduktion", introduces=True))

    assert obstacles(order, town.substitute()) == {"records_check"}


@pytest.mark.parametrize(
    ("shown", "found"),
    [
        ({}, set()),
        ({"fit": False}, {"records_check"}),
        ({"kind": "school"}, {"records_check"}),
        ({"ends": at("2026-05-13 12:00")}, {"records_check"}),
    ],
)
def test_the_demanded_extract_is_shown_found_fit_and_in_date(town, obstacles, shown, found):
    town.workplace.records_check = "home_care"
    town.workplace.save()
    order, substitute = town.order(), town.substitute()
    RecordsCheckFactory(substitute=substitute, **shown)

    assert obstacles(order, substitute) == found


def test_the_demanded_extract_is_named_in_words(town):
    town.workplace.records_check = "home_care"
    town.workplace.save()

    verdict = eligibility.of_one(town.order(break_minutes=30), town.substitute(), channel=Channel.ASKED)

    assert [breach.facts for breach in verdict.breaches] == [{"demanded": "vård i hemmet"}]


def test_scenario_17_who_is_blocked_at_the_workplace_cannot_take_its_orders(town, elsewhere, obstacles):
    order, blocked, lifted, other = town.order(), town.substitute(), town.substitute(), town.substitute()
    BlockFactory(substitute=blocked, workplace=town.workplace)
    BlockFactory(substitute=lifted, workplace=town.workplace, lifted_at=at("2026-05-01 00:00"))
    BlockFactory(substitute=other, workplace=elsewhere.workplace)

    found = [obstacles(order, substitute, Channel.DIRECT) - {"availability"} for substitute in (blocked, lifted, other)]

    assert found == [{"blocked"}, set(), set()]


def test_who_is_away_over_some_of_the_shift_cannot_take_it(town, obstacles):
    away, back = town.substitute(), town.substitute()
    AbsenceFactory(substitute=away, starts=at("2026-05-13 15:00"), ends=at("2026-05-15 00:00"))
    AbsenceFactory(substitute=back, starts=at("2026-05-12 00:00"), ends=at("2026-05-13 07:00"))

    assert obstacles(town.order(), away) == {"active"}
    assert obstacles(town.order(), back) == set()


@pytest.mark.parametrize("channel", Channel)
def test_who_is_protected_is_booked_by_a_planner_alone(town, obstacles, channel):
    hidden = town.substitute(by_hand_only=True)

    found = obstacles(town.order(), hidden, channel) - {"availability"}

    assert found == (set() if channel is Channel.PLANNER else {"active"})


@pytest.mark.parametrize("closed", ["substitute", "user"])
def test_who_is_not_active_cannot_take_anything(town, obstacles, closed):
    substitute = town.substitute()
    row = {"substitute": substitute, "user": substitute.user}[closed]
    row.is_active = False
    row.save()

    assert obstacles(town.order(), substitute) == {"active"}


def test_who_is_under_18_is_held_to_the_hours_of_minors(town, obstacles):
    order = town.order("2026-05-13 22:00", "2026-05-14 06:00")

    assert obstacles(order, town.substitute(born=date(2009, 1, 1))) == {"minor"}
    assert obstacles(order, town.substitute(born=date(2000, 1, 1))) == set()


def test_the_evidence_is_the_agreement_in_force_and_whatever_serves(town):
    order, substitute = town.order(), SubstituteFactory()
    driving, nurse, other = (CompetenceFactory(name=name) for name in ("körkort", "sjuksköterska", "teckenspråk"))
    nurse.stands_for.add(driving)
    order.competences.add(driving)
    AgreementFactory(substitute=substitute, area=town.area, ends=order.starts)
    current = AgreementFactory(substitute=substitute, area=town.area, starts=order.starts)
    held = SubstituteCompetenceFactory(substitute=substitute, competence=nurse)
    SubstituteCompetenceFactory(substitute=substitute, competence=other)

    assert eligibility.evidence(order, substitute) == (current, [held])


def test_there_is_no_evidence_for_who_has_no_agreement(town):
    with pytest.raises(Agreement.DoesNotExist):
        eligibility.evidence(town.order(), SubstituteFactory())


def test_thirty_orders_take_as_many_queries_as_one(town, elsewhere):
    substitute = town.substitute()

    def queries(number):
        orders, person = list(Order.objects.all()), Substitute.objects.select_related("user").get(pk=substitute.pk)
        with CaptureQueriesContext(connection) as asked:
            verdicts = eligibility.of_orders(orders, person, channel=Channel.PLANNER)
        assert sum(verdict.possible for verdict in verdicts.values()) == number
        return len(asked)

    town.order()
    one = queries(1)
    for _ in range(15):
        town.order()
        elsewhere.order()

    assert queries(16) == one
    assert eligibility.of_orders([], substitute, channel=Channel.PLANNER) == {}

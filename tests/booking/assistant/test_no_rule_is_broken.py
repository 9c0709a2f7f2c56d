"""Whatever is planned, no booking that an assistant has made breaks a rule: small towns, made by chance."""

from array import array
from datetime import timedelta
from random import Random

import pytest

from booking import eligibility
from booking.assistant import run as assistants
from booking.assistant.problem import Method, Plan
from booking.models import AssistantDecision, AssistantRun, Booking, Enquiry, Kind
from booking.operations import bookings
from booking.rules import Channel
from tests.booking.assistant.working import MORNING, work
from tests.cast import at
from tests.factories.assistant import AssistantProfileFactory
from tests.factories.booking import AvailabilityFactory

HOURS = (("07:00", "16:00"), ("14:00", "22:00"), ("07:00", "12:00"), ("16:00", "23:00"))
DAYS, PEOPLE, ORDERS = range(13, 20), 4, 14


@pytest.fixture(params=range(3))
def chance(request):
    """The same each time."""
    return Random(request.param)


@pytest.fixture
def crowded(town, chance):
    """More shifts than can be had, by people with time on some of the days; some of them are booked already."""
    for number in range(PEOPLE):
        who = town.substitute()
        who.agreements.update(pay_form=chance.choice(["monthly", "hourly"]))
        kind, days = (Kind.RESOURCE, Kind.AVAILABLE)[number % 2], chance.sample(DAYS, 5)
        for day in days:
            span = at(f"2026-05-{day} 06:00"), at(f"2026-05-{day} 23:30")
            AvailabilityFactory(substitute=who, starts=span[0], ends=span[1], kind=kind)
        first = town.order(f"2026-05-{days[0]} 12:00", f"2026-05-{days[0]} 21:00")
        bookings.book(first, who, by=town.planner, at=MORNING)
    for _ in range(ORDERS):
        day, (starts, ends) = chance.choice(DAYS), chance.choice(HOURS)
        town.order(f"2026-05-{day} {starts}", f"2026-05-{day} {ends}")
    return town


def by_chance(chance):
    """A plan that keeps nothing but who may be thought of: as bad as one can be."""

    def solve(problem):
        people = array("i", [-1] * len(problem.seats))
        for seat, who in chance.sample(
            list(zip(problem.pairs.seat, problem.pairs.person, strict=True)), len(problem.pairs)
        ):
            people[seat] = who
        return Plan(people=people, points=0, method=Method.WALK)

    return solve


def broken():
    """The rules that the assistant's bookings break, asked of each as if it was to be made now."""
    made = Booking.objects.filter(origin="assistant").with_places()
    verdicts = [eligibility.of_one(each.order, each.substitute, channel=Channel.ASSISTANT) for each in made]
    return [each.breaches for each in verdicts if not each.books_by_itself]


def test_no_rule_is_broken_by_what_the_solver_plans(crowded):
    run = work(AssistantProfileFactory(areas=[crowded.area]))

    assert Booking.objects.filter(origin="assistant").exists()
    assert broken() == []
    assert not run.decisions.filter(outcome__in=["refused", "overtaken", "planned"]).exists()


def test_no_rule_is_broken_by_the_worst_of_plans(crowded, chance):
    profile = AssistantProfileFactory(areas=[crowded.area])
    run = assistants.start(profile, why=AssistantRun.Why.SCHEDULE, command="a", by=None, at=MORNING)

    run = assistants.carry_out(run, now=lambda: MORNING, solve=by_chance(chance))

    assert run.ended_at == MORNING
    assert run.decisions.filter(outcome=AssistantDecision.Outcome.REFUSED).exclude(refusal="").exists()
    assert broken() == []


def test_whoever_is_asked_could_say_yes(crowded):
    work(AssistantProfileFactory(areas=[crowded.area], mode="ask"))

    sent = Enquiry.objects.filter(status=Enquiry.Status.SENT).with_places()
    assert sent
    for each in sent:
        assert eligibility.of_one(each.order, each.substitute, channel=Channel.ASKED).books_by_itself


def test_what_could_not_be_done_is_done_by_a_later_run_if_somebody_can(crowded, chance):
    profile = AssistantProfileFactory(areas=[crowded.area])
    run = assistants.start(profile, why=AssistantRun.Why.SCHEDULE, command="a", by=None, at=MORNING)
    assistants.carry_out(run, now=lambda: MORNING, solve=by_chance(chance))
    before = Booking.objects.count()

    work(profile, now=MORNING + timedelta(minutes=10))

    assert Booking.objects.count() >= before
    assert broken() == []

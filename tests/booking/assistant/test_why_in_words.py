"""A kept why, as planners and she herself read it."""

import pytest
import time_machine
from django.urls import reverse

from booking import rules
from booking.assistant import why, why_in_words, why_to_her
from booking.models import AssistantDecision, AssistantProfile, AssistantRun, Enquiry, Origin
from tests.cast import NOW
from tests.factories.booking import BookingFactory, EnquiryFactory
from tests.factories.people import CompetenceFactory
from tests.factories.standing import FavouriteFactory


@pytest.fixture
def decided(town):
    """`decided(order, substitute, why, outcome)`: that the assistant has decided so."""
    profile = AssistantProfile.objects.create(name="Hemtjänsten", changed_at=NOW, changed_by=town.planner)
    profile.areas.add(town.area)
    run = AssistantRun.objects.create(
        profile=profile, why="schedule", mode="book", command="x", started_at=NOW, heard_at=NOW, ended_at=NOW
    )

    def of(order, who, told, outcome=AssistantDecision.Outcome.BOOKED):
        return AssistantDecision.objects.create(
            run=run, order=order, round=1, substitute=who, outcome=outcome, decided_at=NOW, done_at=NOW, why=told
        )

    return of


@pytest.fixture
def two(town, read, has_time, planned):
    """An order, the one who was chosen and the one who was not, and why."""
    order, liked, other = town.order(), town.substitute(), town.substitute()
    FavouriteFactory(workplace=town.workplace, substitute=liked)
    for who in (liked, other):
        has_time(who, order)
    town.substitute()
    found = read()
    return order, liked, other, why.of(found, planned(found, {order: liked}))[order.pk]


def test_a_planner_reads_who_was_chosen_and_what_decided_over_the_next(town, two):
    _order, liked, other, kept = two

    told = why_in_words.told(kept, seen_by=town.planner)

    assert (told.chosen.name, told.chosen.reasons[0]) == (str(liked), "Favorit på arbetsplatsen")
    assert [(line.name, line.why_not) for line in told.lines if not line.is_chosen] == [
        (str(other), "Den valda står arbetsplatsen närmare")
    ]


def test_a_planner_of_another_area_reads_no_names(elsewhere, two):
    told = why_in_words.told(two[3], seen_by=elsewhere.planner)

    assert {line.name for line in told.lines} == {"Någon i ett annat område"}


def test_who_gives_more_elsewhere_is_told_of_with_the_shift(town, read, has_time, planned):
    order, also, liked, other = town.order(), town.order(), town.substitute(), town.substitute()
    FavouriteFactory(workplace=town.workplace, substitute=liked)
    for each in (order, also):
        has_time(liked, each)
    has_time(other, order)
    found = read()
    kept = why.of(found, planned(found, {order: other, also: liked}))[order.pk]

    told = why_in_words.told(kept, seen_by=town.planner)

    assert told.lines[0].why_not == f"Gör mer nytta på {town.workplace} onsdag 13 maj 07.00–16.00"


def test_of_a_shift_that_is_left_a_planner_reads_how_many_were_stopped_by_what(town, read, planned):
    order = town.order()
    town.substitute(), town.substitute()
    found = read()
    kept = why.of(found, planned(found, {}))[order.pk]

    told = why_in_words.told(kept, seen_by=town.planner)

    assert (told.chosen, told.thought_of, told.left_out) == (None, 2, ["2 har inte lagt in tid"])


def test_every_obstacle_of_the_rules_has_words():
    codes = {rule.__name__ for rule in rules.RULES} - {"breaks", "permanence"}  # which are notices

    assert codes <= set(why_in_words.OBSTACLES)


def test_what_one_more_would_fill_is_a_sentence(town):
    delegation = CompetenceFactory(name="delegering")
    row = {
        "occupation": str(town.occupation.pk), "competences": [str(delegation.pk)], "weekday": 5, "part": "kvall",
        "fills": 3,
    }  # fmt: skip

    assert why_in_words.wanted([row]) == ["1 till undersköterska med delegering lördag kväll fyller 3 pass"]


def test_she_reads_in_her_own_terms_why_she_was_given_it(town, two, decided, signed_in):
    order, liked, _other, kept = two
    booking = BookingFactory(order=order, substitute=liked, origin=Origin.ASSISTANT)
    decided(order, liked, kept)

    page = signed_in(liked.user).get(f"/bokningar/{booking.pk}/").content.decode()

    assert why_to_her.sentences(order, liked) == [
        "Du hade lagt in att du kan jobba då.",
        "Arbetsplatsen har gärna dig.",
        "Ingen regel om vila eller arbetstid bryts.",
        "En till kunde ta passet. Passen delas så att så många som möjligt får någon.",
    ]
    assert "Varför du fick passet" in page
    assert "Arbetsplatsen har gärna dig." in page


def test_she_who_is_asked_reads_why_and_nobody_else_s_name(town, two, decided, signed_in):
    order, liked, other, kept = two
    enquiry = EnquiryFactory(order=order, substitute=liked, status=Enquiry.Status.SENT)
    decided(order, liked, kept, AssistantDecision.Outcome.ASKED)

    with time_machine.travel(NOW, tick=False):
        page = signed_in(liked.user).get(f"/forfragningar/{enquiry.pk}/").content.decode()

    assert "Varför du får frågan" in page
    assert str(other) not in page


def test_who_was_not_chosen_is_told_nothing_of_it(two, decided):
    order, liked, other, kept = two
    decided(order, liked, kept)

    assert why_to_her.sentences(order, other) == []


def test_the_orders_page_tells_what_the_assistant_decided(town, two, decided, signed_in):
    order, liked, _other, kept = two
    decided(order, liked, kept)

    page = signed_in(town.planner).get(reverse("order:inspect", args=[order.pk]))

    assert page.context["decided"].run.profile.name == "Hemtjänsten"
    assert "Den valda står arbetsplatsen närmare" in page.content.decode()

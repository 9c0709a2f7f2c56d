"""Våra vikarier: favourites and the workplace's own blocks; what a substitute has asked for herself is never told."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from booking.models import PlannerTask
from people import access
from people.models import Block, Favourite
from tests.booking.manager.reading import text
from tests.cast import at
from tests.factories.booking import BookingFactory
from tests.factories.people import CompetenceFactory, WorkplaceFactory
from tests.factories.standing import BlockFactory, FavouriteFactory, IntroductionFactory
from tests.page_checks import assert_valid_html

LIST = reverse("booking:our_substitutes")


@pytest.fixture
def known(town):
    """`known("Hassan")`: somebody who has worked there."""

    def somebody(last_name, **user):
        substitute = town.substitute(user__first_name="Amira", user__last_name=last_name, **user)
        order = town.order("2026-05-01 07:00", "2026-05-01 16:00", status="completed")
        BookingFactory(order=order, substitute=substitute, agreement=substitute.agreements.get())
        return substitute

    return somebody


@pytest.fixture
def amira(known):
    return known("Hassan", user__phone="+46701740699", user__email="amira@alvsunda.example")


@pytest.fixture
def does(manager, town):
    """`does("favour", amira)`: what her browser sends."""

    def send(deed, substitute, place=town.workplace, **form):
        return manager.post(reverse(f"booking:{deed}", args=[place.pk, substitute.pk]), form, follow=True)

    return send


def test_those_whom_the_workplace_knows_are_listed_by_name_and_competence_alone(town, manager, amira):
    amira.competences.create(competence=CompetenceFactory(name="Delegering"), starts=at("2026-01-01 00:00"))
    over = {"starts": at("2025-01-01 00:00"), "ends": at("2026-01-01 00:00")}
    amira.competences.create(competence=CompetenceFactory(name="Lyftutbildning"), **over)
    IntroductionFactory(substitute=town.substitute(user__last_name="Inskolad"), workplace=town.workplace)
    town.substitute(user__last_name="Främling")

    page = text(manager.get(LIST))

    assert "Amira Hassan" in page
    assert "Delegering" in page
    assert "Inskolad" in page
    for hidden in ("Främling", "Lyftutbildning", "0699", "06 99", "@alvsunda", amira.employee_number):
        assert hidden not in page
    assert_valid_html(page)


def test_a_favourite_is_marked_comes_first_and_can_be_dropped(town, manager, amira, known, does):
    known("Alm")

    page = does("favour", amira)
    does("favour", amira)

    assert next(one.substitute for one in page.context["known"]) == amira
    assert Favourite.objects.get().chosen_by == town.manager
    does("unfavour", amira)
    assert not Favourite.objects.exists()


def test_whoever_is_searched_for_is_found_by_name(manager, amira, known):
    known("Alm")

    page = manager.get(LIST, {"namn": "hass ami"})

    assert [str(one.substitute) for one in page.context["known"]] == ["Amira Hassan"]
    assert [str(one.substitute) for one in manager.get(LIST, {"namn": "has\0s"}).context["known"]] == ["Amira Hassan"]
    assert "Ingen med det namnet" in text(manager.get(LIST, {"namn": "Zeta"}))


def test_a_block_says_what_becomes_of_her_shifts_and_is_the_workplaces_own(town, manager, amira, does):
    ahead = BookingFactory(order=town.order(status="booked"), substitute=amira, agreement=amira.agreements.get())
    asked = text(manager.get(reverse("booking:block_substitute", args=[town.workplace.pk, amira.pk])))
    assert "Bokade pass ligger kvar" in asked
    assert_valid_html(asked)

    page = text(does("block_substitute", amira, reason="Fungerade inte i gruppen"))

    block = Block.objects.get()
    assert (block.asked_by, block.made_by, block.reason) == ("workplace", town.manager, "Fungerade inte i gruppen")
    assert "1 bokat pass ligger kvar. Bemanningen bestämmer." in page
    assert "Fungerade inte i gruppen" in page
    assert PlannerTask.objects.waiting().get().booking == ahead
    assert_valid_html(page)


def test_the_same_block_twice_is_one_and_leads_back_to_the_list(town, manager, amira):
    page = reverse("booking:block_substitute", args=[town.workplace.pk, amira.pk])

    answers = [manager.post(page, {"reason": "Fungerade inte"}) for _press in range(2)]

    assert [answer.url for answer in answers] == [f"{LIST}?arbetsplats={town.workplace.pk}"] * 2
    assert manager.get(page).url == answers[0].url
    assert Block.objects.count() == 1


def test_a_block_says_why(does, amira):
    answer = does("block_substitute", amira, reason=" ")

    assert answer.status_code == 422
    assert "Skriv varför." in text(answer)
    assert not Block.objects.exists()


def test_it_is_lifted_by_the_workplace(manager, town, amira):
    block = BlockFactory(substitute=amira, workplace=town.workplace)

    page = text(manager.post(reverse("booking:lift_block", args=[block.pk]), follow=True))

    assert not Block.objects.in_force().exists()
    assert "Spärren är hävd för Amira Hassan." in page


def test_what_a_substitute_has_asked_for_is_neither_seen_nor_lifted(manager, town, amira, does):
    hers = BlockFactory(substitute=amira, workplace=town.workplace, asked_by="substitute", reason="Rädd för chefen")

    page = text(manager.get(LIST))

    assert "Amira Hassan" in page
    assert "Spärrade av er" not in page
    assert "Rädd" not in page
    assert manager.post(reverse("booking:lift_block", args=[hers.pk])).status_code == 404
    assert "Rädd" not in text(does("block_substitute", amira, reason="Vår egen"))
    lifted = Block.objects.get(asked_by="workplace")
    manager.post(reverse("booking:lift_block", args=[lifted.pk]))
    assert Block.objects.in_force().get() == hers
    assert not access.can(town.manager, "view", hers)
    assert access.can(town.planner, "change", hers)


def test_those_whom_the_workplace_does_not_know_do_not_exist(manager, town, elsewhere, amira, does):
    stranger = town.substitute()
    FavouriteFactory(substitute=amira, workplace=elsewhere.workplace)
    theirs = BlockFactory(substitute=amira, workplace=elsewhere.workplace)

    for deed in ("favour", "unfavour", "block_substitute"):
        assert does(deed, stranger).status_code == 404
        assert does(deed, amira, place=elsewhere.workplace).status_code == 404
    assert manager.post(reverse("booking:lift_block", args=[theirs.pk])).status_code == 404


def test_with_several_workplaces_she_chooses_among_her_own(manager, town, elsewhere, amira):
    second = WorkplaceFactory(area=town.area, name="Älvgården")
    town.manager.role_assignments.create(role="ordering_manager", workplace=second)

    assert "Ingen har jobbat hos er än" in text(manager.get(LIST, {"arbetsplats": second.pk}))
    page = manager.get(LIST, {"arbetsplats": elsewhere.workplace.pk})
    assert page.context["place"] == town.workplace
    assert "Älvgården" in text(page)


def test_the_list_goes_over_pages_and_takes_as_many_questions_for_one_as_for_thirty(manager, known):
    def questions():
        with CaptureQueriesContext(connection) as asked:
            assert manager.get(LIST).status_code == 200
        return len(asked)

    known("Ett")
    for_one = questions()
    for number in range(31):
        known(f"Nr{number}")

    assert questions() <= for_one + 1 <= 15  # the number of pages
    assert "Sida 1 av 2" in text(manager.get(LIST))

"""Skriv till flera: whom the choices mean, who gets it, what it costs, and that it is sent once to who was seen."""

import re
import uuid
from datetime import timedelta

import pytest
import time_machine

from booking.operations import writing
from messaging.models import Silenced
from people.models import Introduction, Substitute, User
from tests.booking.desk.conftest import text
from tests.booking.desk.test_lists import cost
from tests.cast import NOW, at, with_role
from tests.factories.booking import AvailabilityFactory, BookingFactory
from tests.factories.people import AgreementFactory, OccupationFactory, SubstituteCompetenceFactory
from tests.page_checks import assert_valid_html

ADDRESS = "/admin/skriv/urval/"
DAY = at("2026-05-12 09:00")


@pytest.fixture(autouse=True)
def _day():
    with time_machine.travel(DAY, tick=False):
        yield


@pytest.fixture
def chosen(planner):
    """`chosen(occupation=…)`: the names of those who are meant."""

    def names(**choices):
        page = text(planner.post(ADDRESS, {"deed": "narrow"} | choices))
        return re.findall(r'name="without"[^>]*><span>([^<]+)</span>', page)

    return names


def test_all_who_can_be_booked_are_meant_until_she_chooses(town, elsewhere, people, planner):
    elsewhere.substitute(user__first_name="Hemlig")
    town.substitute(user__first_name="Vilande", is_active=False)

    page = text(planner.get(ADDRESS))

    assert "3 vikarier av 3 får det" in page
    assert "Amira Hassan" in page
    assert "Hemlig" not in page
    assert "Vilande" not in page
    assert_valid_html(page)


def test_they_are_narrowed_by_occupation_and_competence_in_force(town, people, chosen):
    amira, elin, yonas = people
    cook = OccupationFactory(name="kock")
    AgreementFactory(substitute=amira, area=town.area, occupation=cook)
    held = SubstituteCompetenceFactory(substitute=elin)
    SubstituteCompetenceFactory(substitute=amira, competence=held.competence, ends=NOW - timedelta(days=1))
    SubstituteCompetenceFactory(substitute=yonas, competence=held.competence, starts=DAY + timedelta(days=1), ends=None)

    assert chosen(occupation=cook.pk) == ["Amira Hassan"]
    assert chosen(competence=held.competence_id) == ["Elin Back"]


def test_an_agreement_that_is_over_means_nobody(town, people, chosen):
    people[0].agreements.update(starts=DAY - timedelta(days=9), ends=DAY - timedelta(days=1))

    assert chosen() == ["Elin Back", "Yonas Tesfaye"]


def test_an_empty_week_has_neither_time_nor_shift(town, people, chosen):
    amira, elin, _yonas = people
    monday = at("2026-05-18 07:00")
    AvailabilityFactory(substitute=amira, starts=monday, ends=monday + timedelta(hours=8))
    order = town.order("2026-05-20 07:00", "2026-05-20 16:00", status="booked")
    BookingFactory(order=order, substitute=elin)

    assert chosen(empty_week="on") == ["Yonas Tesfaye"]


def test_they_are_narrowed_to_who_is_introduced_somewhere(town, elsewhere, people, chosen):
    Introduction.objects.create(
        substitute=people[0], workplace=town.workplace, given_on=DAY.date(), noted_by=town.planner
    )

    assert chosen(workplace=town.workplace.pk) == ["Amira Hassan"]
    assert chosen(workplace=elsewhere.workplace.pk) == []


def test_who_plans_several_areas_chooses_among_them(town, elsewhere, people, signed_in):
    both = with_role("planner", area=town.area)
    both.role_assignments.create(role="planner", area=elsewhere.area)
    elsewhere.substitute(user__first_name="Frida", user__last_name="Ek")
    browser = signed_in(both)

    pages = [text(browser.post(ADDRESS, {"areas": area.pk})) for area in (town.area, elsewhere.area)]

    assert ["Frida Ek" in page for page in pages] == [False, True]
    assert ["Amira Hassan" in page for page in pages] == [True, False]


def test_who_gets_no_sms_and_who_gets_nothing_are_said_with_why(people, planner):
    User.objects.filter(pk=people[0].user_id).update(phone="")
    User.objects.filter(pk=people[1].user_id).update(email="")
    Silenced.objects.create(number=people[1].user.phone, since=NOW)
    Substitute.objects.filter(pk=people[2].pk).update(by_hand_only=True)

    page = text(planner.get(ADDRESS))

    assert "2 vikarier av 3 får det" in page
    assert "<b>Amira Hassan</b> har inget mobilnummer." in page
    assert "<b>Elin Back</b> har stoppat sms." in page
    assert "<b>Yonas Tesfaye</b> har skyddade uppgifter. Ring i stället." in page
    assert "Får det som e-post och i inkorgen i portalen." in page
    assert "Får det bara i inkorgen i portalen." in page


def test_the_sms_is_shown_in_each_language_that_they_read_with_what_it_costs(people, planner):
    User.objects.filter(pk=people[0].user_id).update(language="en")

    page = text(planner.post(ADDRESS, {"deed": "preview", "bookable": "on", "body": "Möte torsdag."}))

    assert "Möte torsdag.<br>Bemanningen, Hemtjänst. Kan inte besvaras." in page
    assert page.index("Svenska</h3>") < page.index("Engelska</h3>")
    assert "2 vikarier får det: 2 sms." in page
    assert "1 vikarie får det: 1 sms." in page
    assert "Totalt 3 sms." in page
    assert_valid_html(page)


def test_an_emoji_doubles_the_price_and_is_pointed_out(people, planner):
    body = "Fika i personalrummet klockan tre på torsdag, välkomna 🍰"
    page = text(planner.post(ADDRESS, {"deed": "preview", "bookable": "on", "body": body}))

    assert "Två sms till var och en. 3 vikarier får det: 6 sms." in page
    assert "tecken som inte finns i mobilens alfabet: 🍰." in page
    assert "En emoji gör sms:et dubbelt så dyrt." in page


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"body": ""}, "Skriv ett meddelande."),
        ({"body": "Hej du. " * 40}, "Texten ryms inte i två sms."),
        ({"body": "Hej", "occupation": "x"}, "Välj minst en vikarie."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(form, said, people, planner):
    answer = planner.post(ADDRESS, {"command": uuid.uuid4(), "bookable": "on", "deed": "next"} | form)

    assert answer.status_code == 422
    assert said in text(answer)
    assert form["body"].strip() in text(answer)
    assert_valid_html(text(answer))


def test_so_many_at_a_time_and_no_more(people, planner, monkeypatch):
    monkeypatch.setattr(writing, "MOST", 2)

    page = text(planner.get(ADDRESS))
    answer = planner.post(ADDRESS, {"body": "Hej", "command": uuid.uuid4(), "bookable": "on", "deed": "next"})

    assert "3 vikarier" in page
    assert "Du kan skriva till högst 2 åt gången." in page
    assert "Amira Hassan" not in page
    assert "Du har valt 3 vikarier. Du kan skriva till högst 2 åt gången. Välj färre." in text(answer)


def test_nobody_else_has_such_a_page(town, officer, owner, signed_in):
    for user in (officer, owner, town.manager):
        assert signed_in(user).get(ADDRESS).status_code == 404
        assert signed_in(user).post(ADDRESS, {"deed": "send"}).status_code == 404


def test_the_page_asks_as_much_for_one_as_for_thirty(town, planner):
    town.substitute()
    one = cost(planner, ADDRESS)

    for _more in range(29):
        town.substitute()

    assert cost(planner, ADDRESS) == one

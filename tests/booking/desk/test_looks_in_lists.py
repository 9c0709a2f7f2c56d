"""A list that shows numbers is a look at each of them, once a day; a list of names alone is none."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from people import looking
from people.models import LookedAt
from tests.cast import NOW
from tests.factories.booking import BookingFactory


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW, tick=False):
        yield


def listed() -> set[str]:
    """Whose numbers are written down as shown."""
    return set(LookedAt.objects.filter(page="contacts").values_list("person__last_name", flat=True))


def test_the_list_of_substitutes_is_a_look_at_each_number_once_a_day(town, elsewhere, signed_in):
    for name, phone in (("Ek", "+46701740621"), ("Alm", "+46701740622"), ("Utan", "")):
        town.substitute(user__last_name=name, user__phone=phone)
    elsewhere.substitute(user__last_name="Annan", user__phone="+46701740623")
    browser = signed_in(town.planner)

    for _ in range(2):
        assert browser.get(reverse("substitute:index")).status_code == 200

    assert listed() == {"Ek", "Alm"}
    assert LookedAt.objects.count() == 2
    with time_machine.travel(NOW + timedelta(days=1)):
        browser.force_login(town.planner)
        browser.get(reverse("substitute:index"))
    assert LookedAt.objects.count() == 4


def test_so_are_the_candidates_of_an_order_and_whoever_has_the_shift(town, signed_in):
    her = town.substitute(user__last_name="Ek", user__phone="+46701740621")
    open_one, booked = town.order(), town.order(starts="2026-05-14 07:00", ends="2026-05-14 16:00", status="booked")
    other = town.substitute(user__last_name="Alm", user__phone="+46701740622")
    BookingFactory(order=booked, substitute=other)
    browser = signed_in(town.planner)

    browser.get(reverse("order:inspect", args=[booked.pk]))
    assert listed() == {"Alm"}
    browser.get(reverse("order:inspect", args=[open_one.pk]))
    assert listed() == {"Ek", "Alm"}
    assert her.user.looks.get().user == town.planner


@pytest.mark.parametrize("address", ["/admin/bestallningar/", "/admin/bokningar/"])
def test_a_list_of_names_is_none(address, town, signed_in):
    BookingFactory(order=town.order(status="booked"), substitute=town.substitute(user__phone="+46701740621"))

    assert signed_in(town.planner).get(address).status_code == 200
    assert not LookedAt.objects.exists()


def test_nobody_is_written_down_for_her_own_number_nor_for_one_that_is_hidden(town):
    hidden = town.substitute(user__phone="")

    looking.note_listed([hidden], by=town.planner, at=NOW)
    own = town.substitute(user__phone="+46701740621")
    looking.note_listed([own], by=own.user, at=NOW)

    assert not LookedAt.objects.exists()


def test_she_reads_of_lists_once_a_day_and_role(town):
    her = town.substitute(user__phone="+46701740621")
    for minutes in (0, 5):
        LookedAt.objects.create(
            user=town.planner, person=her.user, at=NOW + timedelta(minutes=minutes), page="contacts"
        )
    looking.note(her.user, looking.Page.PAPERS, by=town.planner, at=NOW - timedelta(hours=1))

    assert [(seen.page, seen.by) for seen in looking.at(her.user)] == [
        ("Mobilnummer i en lista eller vid ett pass", "bemanningsplanerare"),
        ("Papper", "bemanningsplanerare"),
    ]


def test_thirty_numbers_ask_no_more_than_one(town):
    people = [town.substitute(user__phone=f"+467017406{number:02}") for number in range(31)]
    with CaptureQueriesContext(connection) as one:
        looking.note_listed(people[:1], by=town.planner, at=NOW)
    with CaptureQueriesContext(connection) as many:
        looking.note_listed(people[1:], by=town.planner, at=NOW)

    assert (len(many), LookedAt.objects.count()) == (len(one), 31)


def test_the_tab_of_the_account_is_a_look_as_well(town, signed_in):
    her = town.substitute(user__phone="+46701740621")

    assert signed_in(town.planner).get(reverse("substitute:account", args=[her.pk])).status_code == 200
    assert her.user.looks.get().page == "account"


def test_the_owner_reads_single_looks_first_and_lists_of_one_colleague(town, owner, signed_in):
    her = town.substitute(user__phone="+46701740621")
    BookingFactory(order=town.order(status="booked"), substitute=her)
    looking.note_listed([her], by=town.planner, at=NOW)
    browser = signed_in(owner)

    assert "Mobilnummer i en lista" not in browser.get("/admin/visningar/").text
    assert "Mobilnummer i en lista" in browser.get("/admin/visningar/", {"vem": town.planner.pk}).text

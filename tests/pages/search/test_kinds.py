"""What is found besides pages: answers, contacts, workplaces and her own shifts, each by whoever may see it."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from portal.pages.models import Contact, ContactPage
from tests.factories.booking import BookingFactory, OrderFactory
from tests.factories.pages import below
from tests.pages.search.conftest import hits, titles


@pytest.fixture
def contact(home):
    below(home, ContactPage, "Kontakt")
    return Contact.objects.create(name="Lönecentrum", about="Lön och skatt.", phone="0980-319 260")


def test_an_answer_is_found_by_itself_and_its_link_leads_to_it(client, answers):
    [answer] = hits(client, "jobbet sover").answers
    address, anchor = answer.url.split("#")
    place = BeautifulSoup(client.get(address).content, "html5lib").find(id=anchor)

    assert answer.title == "Vad är jour?"
    assert place.get_text(strip=True).startswith("Du sover på jobbet.")


def test_the_page_of_the_answers_is_no_hit_for_what_one_of_them_says(client, answers):
    assert titles(client, "sover") == []
    assert titles(client, "pengar") == ["Frågor och svar"]


def test_a_contact_is_found_with_its_number_and_leads_to_the_contact_page(client, contact):
    [found] = hits(client, "skatt").contacts
    html = client.get("/sok/", {"q": "skatt"}).content.decode()

    assert found.url == f"/kontakt/#kontakt-{contact.pk}"
    assert 'href="tel:' in html
    assert f'id="kontakt-{contact.pk}"' in client.get("/kontakt/").content.decode()


def test_a_contact_that_changes_is_found_by_what_it_says_now(client, contact):
    contact.about = "Semester."
    contact.save()

    assert hits(client, "skatt").contacts == []
    assert len(hits(client, "semester").contacts) == 1


def test_workplaces_are_found_by_those_who_may_see_them(client, home, signed_in, town, elsewhere):
    name = town.workplace.name

    assert [place.title for place in hits(signed_in(town.manager), name).workplaces] == [name]
    assert [place.title for place in hits(signed_in(town.substitute().user), name).workplaces] == [name]
    assert hits(signed_in(elsewhere.manager), name).workplaces == []
    assert hits(client, name).workplaces == []


@pytest.mark.parametrize("who", ["manager", "planner"])
def test_a_workplace_leads_to_where_one_has_to_do_with_it(home, signed_in, town, who):
    browser = signed_in(getattr(town, who))
    [place] = hits(browser, town.workplace.name).workplaces

    assert str(town.workplace.pk) in place.url
    assert browser.get(place.url).status_code == 200


def test_her_own_shifts_are_found_and_nobody_elses(client, home, signed_in, town):
    me, another = town.substitute(), town.substitute()
    tomorrow = timezone.now() + timedelta(days=1)
    for substitute in (me, another):
        order = OrderFactory(workplace=town.workplace, starts=tomorrow)
        BookingFactory(order=order, substitute=substitute)

    found = hits(signed_in(me.user), town.workplace.name)

    assert [booking.substitute for booking in found.bookings] == [me]
    assert hits(client, town.workplace.name).bookings == []
    assert hits(signed_in(town.planner), town.workplace.name).bookings == []


def test_each_kind_stands_under_a_heading_with_how_many_there_are(client, answers, contact):
    html = client.get("/sok/", {"q": "lön"}).content.decode()
    headings = [" ".join(h.get_text().split()) for h in BeautifulSoup(html, "html5lib").select("main h2")]

    assert headings == ["Frågor och svar (1)", "Kontakter (1)"]
    assert "2 träffar på ”lön”" in html

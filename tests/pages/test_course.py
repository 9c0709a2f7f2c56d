"""The introduction: everybody reads it, and each who is signed in ticks off her own."""

import json
from uuid import UUID, uuid4

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Locale, PageViewRestriction

from people.operations import erasure
from portal.pages.courses import ticking
from portal.pages.models import CoursePage, CourseTick
from tests.cast import NOW
from tests.factories.pages import below
from tests.factories.people import UserFactory
from tests.pages.counting import AT_MOST, asked


def item(heading: str) -> tuple[str, dict[str, object]]:
    link = {"page": None, "place": "/kalender/", "label": "Till kalendern"}
    return "item", {"heading": heading, "text": "<p>Gör så här.</p>", "picture": None, "link": link}


@pytest.fixture
def course(home):
    made = below(home, CoursePage, "Introduktion", items=[item("Skriv på"), item("Logga in"), item("Lägg in tid")])
    return CoursePage.objects.get(pk=made.pk)


@pytest.fixture
def amira(town):
    return town.substitute()


@pytest.fixture
def phone(amira, signed_in) -> Client:
    return signed_in(amira.user)


def keys(course) -> list[UUID]:
    return [UUID(item.id) for item in course.items]


def press(browser, course, key, klar="1"):
    return browser.post(f"/bocka-av/{course.pk}/{key}/", {"klar": klar})


def shown(browser, address="/introduktion/") -> BeautifulSoup:
    return BeautifulSoup(browser.get(address).content, "html5lib").main


def text(browser) -> str:
    return " ".join(shown(browser).get_text(" ").split())


def finish(course, people) -> None:
    for person in people:
        for key in keys(course):
            ticking.tick(course, key, by=person, at=NOW)


def test_a_stranger_reads_the_list_without_boxes_and_is_shown_the_way_in(client, course):
    page = shown(client)

    assert [heading.get_text() for heading in page.select(".steps h2")] == ["Skriv på", "Logga in", "Lägg in tid"]
    assert not page.select(".steps form, .steps input")
    assert page.select_one("a[href='/konto/login/?next=/introduktion/']")
    assert "klara" not in page.get_text()


def test_she_ticks_off_one_and_is_led_back_to_it(phone, course):
    answer = press(phone, course, keys(course)[1])

    assert answer.headers["Location"] == f"/introduktion/#punkt-{keys(course)[1]}"
    assert "1 av 3 klara" in text(phone)
    done = shown(phone).select(".steps > .is-done h2")
    assert [heading.get_text() for heading in done] == ["Logga in"]


def test_read_in_an_english_frame_it_is_led_back_there(phone, course):
    form = shown(phone, "/en/introduktion/").select_one(".steps form")
    sent = {field["name"]: field["value"] for field in form.select("[name]")}

    answer = phone.post(form["action"], sent)

    assert answer.headers["Location"] == f"/en/introduktion/#punkt-{keys(course)[0]}"
    assert 'name="sprak"' not in str(shown(phone).select_one(".steps form"))


def test_pressing_twice_is_pressing_once(phone, course):
    for _again in range(2):
        press(phone, course, keys(course)[0])
    assert "1 av 3 klara" in text(phone)

    for _again in range(2):
        press(phone, course, keys(course)[0], klar="")
    assert "0 av 3 klara" in text(phone)


def test_when_all_is_done_it_says_so(phone, course, amira):
    finish(course, [amira.user])

    assert "Du har gjort allt på listan." in text(phone)


def test_hers_is_nobody_elses(phone, course, signed_in, town, client):
    press(phone, course, keys(course)[0])

    assert "0 av 3 klara" in text(signed_in(town.planner))
    assert not shown(client).select(".is-done")


def test_a_stranger_who_presses_is_asked_to_sign_in(client, course):
    assert press(client, course, keys(course)[0]).headers["Location"].startswith("/konto/login/")
    assert not CourseTick.objects.exists()


def test_a_form_of_another_site_ticks_nothing(amira, course):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(amira.user)

    press(strict, course, keys(course)[0])

    assert not CourseTick.objects.exists()


def test_what_is_not_on_the_list_is_not_there(phone, course, home):
    other = CoursePage.objects.get(pk=below(home, CoursePage, "En annan", items=[item("Annat")]).pk)

    assert press(phone, course, uuid4()).status_code == 404
    assert press(phone, course, keys(other)[0]).status_code == 404
    assert phone.get(f"/bocka-av/{course.pk}/{keys(course)[0]}/").status_code == 405
    assert not CourseTick.objects.exists()


def test_a_draft_and_a_hidden_course_are_not_there(phone, course):
    restriction = PageViewRestriction.objects.create(page=course, restriction_type="password", password="x")
    assert press(phone, course, keys(course)[0]).status_code == 404

    restriction.delete()
    course.unpublish()

    assert press(phone, course, keys(course)[0]).status_code == 404


def test_a_course_for_others_takes_no_tick(phone, course, signed_in, town):
    course.audiences.set([course.audiences.model(group="planner")])
    course.save()

    assert press(phone, course, keys(course)[0]).status_code == 404
    assert press(signed_in(town.planner), course, keys(course)[0]).status_code == 302
    assert set(CourseTick.objects.values_list("user", flat=True)) == {town.planner.pk}


def test_an_item_that_was_taken_away_counts_no_more_and_a_moved_one_keeps_its_tick(phone, course, amira):
    finish(course, [amira.user])
    first, _second, third = course.items.raw_data
    course.items = json.dumps([third, first])
    course.save()

    assert "Du har gjort allt på listan." in text(phone)


def test_the_tick_is_hers_in_every_language(amira, course, signed_in):
    ticking.tick(course, keys(course)[0], by=amira.user, at=NOW)
    english = Locale.objects.get_or_create(language_code="en")[0]
    translated = course.copy_for_translation(english, copy_parents=True)

    mine = CourseTick.objects.of(translated).filter(user=amira.user)
    assert set(mine.values_list("item", flat=True)) <= translated.keys
    ticking.untick(translated, keys(course)[0], by=amira.user)

    assert not CourseTick.objects.exists()


def test_nothing_of_it_is_left_when_she_is_erased(course, amira, town, owner):
    finish(course, [amira.user, town.planner])

    erasure.erase(amira, by=owner, at=NOW)

    assert set(CourseTick.objects.values_list("user", flat=True)) == {town.planner.pk}


@pytest.mark.parametrize(("people", "said"), [(4, "Färre än fem personer"), (5, "5 personer har bockat av allt.")])
def test_an_editor_reads_how_many_have_finished_but_never_so_few_that_they_are_known(
    signed_in, editor, course, people, said
):
    finish(course, [UserFactory() for _number in range(people)])
    ticking.tick(course, keys(course)[0], by=UserFactory(), at=NOW)

    page = signed_in(editor).get(f"/admin/pages/{course.pk}/edit/").content.decode()

    assert said in page
    assert "4 personer" not in page


def test_the_page_asks_no_more_for_thirty_items_than_for_one(home, course, phone, client, amira):
    long = below(home, CoursePage, "Lang", items=[item(f"Sak {number}") for number in range(30)])
    long = CoursePage.objects.get(pk=long.pk)
    finish(long, [amira.user])

    for browser in (client, phone):
        assert asked(browser, "/lang/") == asked(browser, "/introduktion/") <= AT_MOST

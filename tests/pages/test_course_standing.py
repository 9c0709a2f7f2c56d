"""How far a substitute has come in a course, as those read it who plan her work or meet her at work."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale

from people.models import User
from people.operations import identity
from portal.pages.courses import ticking
from portal.pages.models import CoursePage
from tests.booking.desk.conftest import text
from tests.cast import NOW, with_role
from tests.factories.booking import BookingFactory
from tests.factories.pages import below
from tests.factories.standing import FavouriteFactory, IntroductionFactory
from tests.page_checks import assert_valid_html
from tests.pages.test_course import item, keys

OURS = reverse("booking:our_substitutes")


@pytest.fixture(autouse=True)
def _morning():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def course(home) -> CoursePage:
    made = below(home, CoursePage, "Introduktion", items=[item("Skriv på"), item("Logga in"), item("Lägg in tid")])
    return CoursePage.objects.get(pk=made.pk)


@pytest.fixture
def amira(town, course):
    """A substitute who has done one thing of three."""
    substitute = town.substitute()
    ticking.tick(course, keys(course)[0], by=substitute.user, at=NOW)
    return substitute


@pytest.fixture
def at_the_desk(signed_in, amira):
    return lambda reader, of=amira: text(signed_in(reader).get(reverse("substitute:inspect", args=[of.pk])))


@pytest.fixture
def at_work(signed_in):
    return lambda manager: text(signed_in(manager).get(OURS))


def closed_to_all_but(course, group, area=None) -> None:
    course.audiences.set([course.audiences.model(group=group, area=area)])
    course.save()


def test_her_planner_reads_how_far_she_has_come_and_when_she_was_there_last(town, at_the_desk):
    assert "Introduktion</span>: 1 av 3 gjorda, senast tisdag 12 maj" in at_the_desk(town.planner)


def test_of_somebody_who_has_not_begun_it_says_so(town, at_the_desk):
    assert "Introduktion</span>: 0 av 3 gjorda" in at_the_desk(town.planner, town.substitute())


def test_an_item_that_is_gone_counts_no_more(town, course, amira, at_the_desk):
    course.items = [item("En ny sak")]
    course.save()

    assert "Introduktion</span>: 0 av 1 gjorda" in at_the_desk(town.planner)


def test_what_she_ticked_in_english_counts(town, course, amira, at_the_desk):
    translated = course.copy_for_translation(Locale.objects.get_or_create(language_code="en")[0], copy_parents=True)
    translated.save_revision().publish()
    ticking.tick(translated, keys(course)[1], by=amira.user, at=NOW)

    shown = at_the_desk(town.planner)

    assert "Introduktion</span>: 2 av 3 gjorda" in shown
    assert shown.count("av 3 gjorda") == 1


def test_a_draft_is_no_course_and_one_for_others_is_none_of_hers(town, course, amira, at_the_desk):
    closed_to_all_but(course, "ordering_manager")
    assert "0 av 3 gjorda" not in at_the_desk(town.planner, town.substitute())
    assert "1 av 3 gjorda" in at_the_desk(town.planner)

    course.unpublish()

    assert "av 3 gjorda" not in at_the_desk(town.planner)


def test_one_for_all_substitutes_is_hers_also_before_she_has_begun(town, course, at_the_desk):
    closed_to_all_but(course, "substitute")

    assert "0 av 3 gjorda" in at_the_desk(town.planner, town.substitute())


@pytest.mark.parametrize("role", ["certificate_officer", "identity_keeper"])
def test_others_at_the_desk_are_told_nothing(town, role, at_the_desk):
    area = {"area": town.area} if role == "identity_keeper" else {}

    assert "av 3 gjorda" not in at_the_desk(with_role(role, **area))


def test_a_planner_elsewhere_does_not_find_her(elsewhere, amira, signed_in):
    address = reverse("substitute:inspect", args=[amira.pk])

    assert signed_in(elsewhere.planner).get(address).status_code == 404


def test_her_workplace_reads_it_of_those_whom_it_knows(town, course, amira, at_work):
    worked, wanted, idle = (town.substitute() for _one in range(3))
    FavouriteFactory(substitute=idle, workplace=town.workplace)
    BookingFactory(order=town.order("2026-05-01 07:00", "2026-05-01 16:00", status="completed"), substitute=worked)
    FavouriteFactory(substitute=wanted, workplace=town.workplace)
    IntroductionFactory(substitute=amira, workplace=town.workplace)
    for number, person in enumerate((worked, wanted)):
        for key in keys(course)[: number + 2]:
            ticking.tick(course, key, by=person.user, at=NOW)

    shown = at_work(town.manager)

    assert [f"{done} av 3 gjorda" in shown for done in (0, 1, 2, 3)] == [False, True, True, True]


def test_a_manager_elsewhere_and_one_who_does_not_know_her_read_nothing(town, elsewhere, amira, at_work):
    FavouriteFactory(substitute=amira, workplace=town.workplace)

    assert "gjorda" not in at_work(elsewhere.manager)


def test_of_somebody_protected_no_name_is_told(town, amira, at_the_desk):
    name = amira.user.last_name
    identity.mark(amira, by=town.planner, at=NOW)

    shown = at_the_desk(User.objects.get(pk=town.planner.pk))

    assert "1 av 3 gjorda" in shown
    assert name not in shown


def test_a_planner_sees_her_own_ticks_alone_on_the_course_itself(town, course, amira, signed_in):
    assert "0 av 3 klara" in text(signed_in(town.planner).get("/introduktion/"))
    assert "Bemanningen och arbetsplatser" in text(signed_in(amira.user).get("/introduktion/"))


def test_a_list_asks_no_more_for_thirty_than_for_one(town, course, amira, signed_in):
    FavouriteFactory(substitute=amira, workplace=town.workplace)
    browser = signed_in(town.manager)
    before = queries(browser)
    for _number in range(29):
        person = town.substitute()
        FavouriteFactory(substitute=person, workplace=town.workplace)
        ticking.tick(course, keys(course)[0], by=person.user, at=NOW)

    assert queries(browser) == before
    assert_valid_html(browser.get(OURS).content.decode())


def queries(browser) -> int:
    browser.get(OURS)
    with CaptureQueriesContext(connection) as asked:
        browser.get(OURS)
    return len(asked)

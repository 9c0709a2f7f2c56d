"""Skickat: what planners wrote, to how many, how it went, and only that of her own areas."""

import uuid

import pytest
from django.urls import reverse

from booking.operations import writing
from messaging.models import Message
from tests.booking.desk.conftest import text
from tests.booking.desk.test_lists import cost
from tests.cast import NOW, at, with_role
from tests.page_checks import assert_valid_html

Status = Message.Status


@pytest.fixture
def wrote(town):
    """`wrote("Hej", amira, elin)`: what the planner of the town wrote; its key."""

    def one(body, *to, by=town.planner, when=NOW):
        command = uuid.uuid4()
        writing.write(to, body, by=by, command=command, at=when, at_once=True)
        return command

    return one


@pytest.fixture
def shown(planner):
    return lambda: text(planner.get(reverse("writing:sent")))


def went(person, status, **how):
    Message.objects.filter(recipient=person.user).update(status=status, **how)


def test_each_says_who_wrote_what_to_how_many_and_how_it_went(town, wrote, shown):
    amira, elin, yonas = (town.substitute() for _one in range(3))
    command = wrote("Möte torsdag.", amira, elin, yonas)
    went(amira, Status.DELIVERED)
    went(elin, Status.FAILED)

    page = shown()

    for words in ("Till 3 vikarier", "Möte torsdag.", f"{town.planner}, tisdag 12 maj 05.45", "1 framme",
                  "1 kom inte fram", "1 väntar", reverse("writing:sending", args=[command])):  # fmt: skip
        assert words in page
    assert_valid_html(page)


def test_the_latest_is_first_and_what_is_old_is_not_there(town, wrote, shown):
    amira = town.substitute()
    wrote("Gammalt.", amira, when=at("2026-01-10 09:00"))
    wrote("Först.", amira, when=at("2026-05-11 09:00"))
    wrote("Sedan.", amira)

    page = shown()

    assert page.index("Sedan.") < page.index("Först.")
    assert "Gammalt." not in page


def test_who_it_did_not_reach_stands_first_with_why(town, wrote, planner):
    amira = town.substitute(user__first_name="Amira", user__last_name="Hassan")
    elin = town.substitute(user__first_name="Elin", user__last_name="Back")
    command = wrote("Möte torsdag.", amira, elin)
    went(amira, Status.DELIVERED)
    went(elin, Status.FAILED, status_reason="inget svar")

    page = text(planner.get(reverse("writing:sending", args=[command])))

    assert page.index("Elin Back") < page.index("Amira Hassan")
    assert "Inget svar" in page
    assert "Framme" in page
    assert_valid_html(page)


def test_whoever_has_left_her_areas_is_neither_seen_nor_counted(town, elsewhere, wrote, planner, shown):
    stays, leaves = town.substitute(), town.substitute(user__first_name="Hemlig")
    command = wrote("Möte torsdag.", stays, leaves)
    leaves.agreements.update(area=elsewhere.area)

    assert "Till 1 vikarie" in shown()
    assert "Hemlig" not in text(planner.get(reverse("writing:sending", args=[command])))


def test_words_of_who_plans_elsewhere_too_may_be_of_elsewhere_and_are_her_own(town, elsewhere, wrote, shown, signed_in):
    both = with_role("planner", area=town.area)
    both.role_assignments.create(role="planner", area=elsewhere.area)
    wrote("Till er alla.", town.substitute(), elsewhere.substitute(), by=both)

    assert "Till er alla." not in shown()
    assert "Till 2 vikarier" in text(signed_in(both).get(reverse("writing:sent")))


def test_what_a_colleague_wrote_is_there(town, wrote, shown):
    colleague = with_role("planner", area=town.area)
    wrote("Möte torsdag.", town.substitute(), by=colleague)

    assert f"{colleague}, tisdag 12 maj 05.45" in shown()


def test_what_another_areas_planner_wrote_is_not_there(town, elsewhere, wrote, planner, shown):
    shared = elsewhere.substitute()
    town.substitute()
    shared.agreements.create(area=town.area, occupation=town.occupation, starts=at("2026-01-01 00:00"))
    command = wrote("Förskolans möte.", shared, by=elsewhere.planner)

    assert "Förskolans möte." not in shown()
    assert planner.get(reverse("writing:sending", args=[command])).status_code == 404


def test_what_was_never_sent_has_no_page_and_the_list_says_that_it_is_empty(town, planner, shown):
    assert planner.get(reverse("writing:sending", args=[uuid.uuid4()])).status_code == 404
    assert "Inget skickat än" in shown()


def test_nobody_else_has_such_pages(town, officer, owner, wrote, signed_in):
    command = wrote("Hej.", town.substitute())

    for user in (officer, owner, town.manager):
        browser = signed_in(user)
        for address in (reverse("writing:sent"), reverse("writing:sending", args=[command])):
            assert browser.get(address).status_code == 404


def test_the_list_and_the_page_ask_as_much_for_one_as_for_thirty(town, wrote, planner):
    command = wrote("Hej.", town.substitute())
    pages = [reverse("writing:sent"), reverse("writing:sending", args=[command])]
    one = [cost(planner, page) for page in pages]

    wrote("Hej.", *(town.substitute() for _more in range(10)))
    Message.objects.filter(recipient__in=Message.objects.values("recipient")[:6]).update(about=f"writing:{command}")
    for _more in range(5):
        wrote("Hej igen.", town.substitute())

    assert [cost(planner, page) for page in pages] == one

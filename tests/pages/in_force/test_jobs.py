"""Lediga jobb on a page: to a visitor what anybody may know, to a substitute what is hers to take."""

import pytest

from booking.models import Policy
from booking.operations import interests
from tests.cast import NOW, at
from tests.factories.booking import AvailabilityFactory
from tests.pages.counting import asked
from tests.pages.in_force.conftest import advertised, shown

pytestmark = pytest.mark.usefixtures("morning")
MANY = 10
JOBS = ("jobs", {"listed": 3})


def test_a_visitor_sees_how_many_jobs_there_are_and_no_more_of_them_than_when_and_what(page, client, town):
    order = advertised(town)

    html = shown(client, page(("jobs", {"listed": 3})))

    assert "1 ledigt pass just nu" in html
    assert f"{str(order.occupation).capitalize()}, {town.area}" in html
    assert str(order.workplace) not in html
    assert str(order.pk) not in html
    assert "Logga in och se" in html


def test_a_job_that_is_kept_for_somebody_is_nobody_elses_to_know_of(page, client, town):
    wished = town.substitute()
    advertised(town, wished=wished, wished_until=at("2026-05-12 12:00"))

    assert "Inga lediga pass just nu" in shown(client, page(("jobs", {"listed": 3})))


def test_a_substitute_sees_the_jobs_that_she_may_take(page, signed_in, town, elsewhere):
    mine, me = advertised(town), town.substitute()
    advertised(elsewhere)
    AvailabilityFactory(substitute=me, starts=mine.starts, ends=mine.ends)

    html = shown(signed_in(me.user), page(("jobs", {"listed": 3})))

    assert "1 pass som du kan ta" in html
    assert f"/lediga-jobb/{mine.pk}/" in html


def test_a_planner_sees_what_a_visitor_sees_and_is_not_asked_to_sign_in(page, signed_in, town):
    advertised(town)

    html = shown(signed_in(town.planner), page(("jobs", {"listed": 0})))

    assert "1 ledigt pass just nu" in html
    assert "Logga in och se" not in html


def test_that_there_are_more_than_are_listed_is_told(page, client, town):
    for hour in (8, 9):
        advertised(town, starts=f"2026-05-14 {hour:02}:00", ends="2026-05-14 16:00")

    assert "Närmast i tid:" in shown(client, page(("jobs", {"listed": 1})))
    assert "Närmast i tid:" not in shown(client, page(("jobs", {"listed": 2})))


def test_without_jobs_a_visitor_is_not_asked_to_sign_in_for_them(page, client, town):
    html = shown(client, page(JOBS))

    assert "Inga lediga pass just nu" in html
    assert "Titta in igen." in html
    assert "Logga in och se" not in html


def test_without_jobs_for_her_a_substitute_is_led_to_her_time(page, signed_in, town):
    html = shown(signed_in(town.substitute().user), page(JOBS))

    assert "Inga lediga pass för dig just nu" in html
    assert 'href="/kalender/lagg-tid/"' in html
    assert "Se alla lediga jobb" in html


def test_a_job_that_would_take_her_past_a_limit_is_not_one_that_she_may_take(page, signed_in, town):
    advertised(town)
    me = town.substitute()
    assert "1 pass som du kan ta" in shown(signed_in(me.user), page(JOBS))

    Policy.objects.create(area=town.area, month_cap=1)

    assert "Inga lediga pass för dig just nu" in shown(signed_in(me.user), page(JOBS))


def test_a_job_that_she_has_asked_for_is_not_offered_again(page, signed_in, town):
    order, me = advertised(town), town.substitute()

    interests.register(order, me, by=me.user, at=NOW)

    assert "Inga lediga pass för dig just nu" in shown(signed_in(me.user), page(JOBS))


def test_what_stands_in_swedish_is_marked_so(page, client, town):
    advertised(town)

    assert '<span class="muted small" lang="sv">' in shown(client, page(JOBS))


def test_a_substitutes_jobs_are_asked_for_once_however_many_there_are(page, signed_in, town):
    me, path = town.substitute(), page(("jobs", {"listed": MANY}))
    advertised(town)
    browser = signed_in(me.user)
    one = asked(browser, path)
    for hour in range(MANY):
        advertised(town, starts=f"2026-05-14 {hour + 8:02}:00", ends=f"2026-05-14 {hour + 9:02}:00")

    assert asked(browser, path) == one
    assert asked(browser, page(*[("jobs", {"listed": MANY})] * 3)) == one

"""What payroll has said of one person is shown to whoever says why, and the look is written down."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from people.models import LookedAt
from people.operations import identity
from tests.cast import NOW
from tests.factories.payroll import EmploymentFactsFactory, MonthlyPayFactory


@pytest.fixture
def her(town):
    her = town.substitute(employee_number="V-1", user__first_name="Mira", user__last_name="Lindgren")
    MonthlyPayFactory(substitute=her, month=date(2026, 4, 1), ob_pay=Decimal(1240))
    EmploymentFactsFactory(substitute=her, end_reason="Egen begäran")
    return her


@pytest.fixture
def browser(officer, signed_in):
    return signed_in(officer)


def text(answer):
    return " ".join(answer.content.decode().replace("\xa0", " ").split())


def page(her):
    return reverse("payfacts:person", args=[her.pk])


def test_she_is_asked_why_before_anything_is_shown(browser, her):
    shown = text(browser.get(page(her)))

    assert "Varför behöver du se uppgifterna?" in shown
    assert "12 345,50" not in shown
    assert not LookedAt.objects.exists()
    assert browser.post(page(her), {"reason": "nyfiken"}).status_code == 422


def test_then_it_is_shown_and_written_down_with_the_reason(browser, her, officer):
    shown = text(browser.post(page(her), {"reason": "check"}))

    for words in ("april 2026", "12 345,50", "Ob-tillägg 1 240,00", "Egen begäran"):
        assert words in shown
    look = LookedAt.objects.get()
    assert (look.user, look.person, look.page, look.reason) == (officer, her.user, "income", "check")


def test_she_is_found_by_her_number(browser, her):
    find = reverse("payfacts:find")

    assert browser.get(find, {"number": "v-1"}).url == page(her)
    for wrong, words in (("V-2", "Ingen vikarie har det numret."), ("", "Skriv anställningsnumret."), ("\x00", "")):
        answer = browser.get(find, {"number": wrong})
        assert (answer.status_code, words in text(answer)) == (422, True)


def test_of_whoever_is_protected_nothing_is_shown_by_her_number_or_at_all(browser, her, town):
    identity.mark(her, by=town.planner, at=NOW)

    shown = text(browser.post(page(her), {"reason": "check"}))

    assert "Lönesystemet har inte sagt något om personen." in shown
    assert browser.get(reverse("payfacts:find"), {"number": "V-1"}).status_code == 422


def test_nobody_else_comes_there(town, her, owner, signed_in):
    for person in (town.planner, owner, her.user):
        assert signed_in(person).post(page(her), {"reason": "check"}).status_code in {302, 404}
    assert not LookedAt.objects.exists()

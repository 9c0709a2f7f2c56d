"""The system owner sees who changed what of the settings, when, from what and to what."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse, reverse_lazy

from booking.operations import policies
from people.operations import roles
from people.roles import ROLES
from tests.cast import NOW
from tests.factories.people import CompetenceFactory, OccupationFactory, UserFactory

LOG = reverse_lazy("settings_log:index")


@pytest.fixture(autouse=True)
def _morning():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def browser(owner, signed_in):
    return signed_in(owner)


def text(answer):
    return answer.content.decode()


def form_of(workplace, **changed):
    fields = {"area": workplace.area_id, "name": workplace.name, "address": workplace.address, "phone": "",
              "directions": ""}  # fmt: skip
    return fields | changed


def test_a_change_of_a_workplace_is_told_with_what_it_was(town, browser, owner):
    edit = reverse("workplace:edit", args=[town.workplace.pk])
    browser.post(edit, form_of(town.workplace, address="Skolgatan 3"))

    shown = text(browser.get(LOG))

    assert f"Ändrad: {town.workplace}. Adress: {town.workplace.address} → Skolgatan 3" in shown
    assert str(owner) in shown


def test_the_row_tells_it_too(town, browser):
    edit = reverse("workplace:edit", args=[town.workplace.pk])
    browser.post(edit, form_of(town.workplace, way_in="Kod 4711", records_check="school"))

    shown = text(browser.get(reverse("workplace:history", args=[town.workplace.pk])))

    assert "Kod och nycklar: ändrat" in shown
    assert "4711" not in shown
    assert "Kräver registerkontroll: tomt → skola och förskola" in shown


def test_saving_what_is_as_it_was_is_no_change(town, browser):
    occupation = OccupationFactory(name="kock")

    browser.post(reverse("occupation:edit", args=[occupation.pk]), {"name": "kock"})

    assert "Inga ändringar" in text(browser.get(LOG))


def test_what_is_tied_to_a_row_is_told(browser):
    higher, lower = CompetenceFactory(name="Sjuksköterska"), CompetenceFactory(name="Delegering")

    browser.post(reverse("competence:edit", args=[higher.pk]), {"name": "Sjuksköterska", "stands_for": [lower.pk]})

    assert list(higher.stands_for.all()) == [lower]
    assert "Gäller också som: tomt → Delegering" in text(browser.get(LOG))


def test_a_new_row_and_one_that_is_gone_are_told_by_name(browser):
    browser.post(reverse("occupation:add"), {"name": "kock"})
    gone = OccupationFactory(name="vaktmästare")
    browser.post(reverse("occupation:delete", args=[gone.pk]))

    shown = text(browser.get(LOG))

    assert "Tillagd: kock" in shown
    assert "Borttagen: vaktmästare" in shown


def test_a_role_is_told_with_whose_it_is(town, browser, owner):
    roles.assign(UserFactory(first_name="Vera", last_name="Ny"), ROLES["editor"], None, by=owner, at=NOW)

    shown = text(browser.get(LOG))

    assert "Roll given: redaktör" in shown
    assert "Vera Ny" in shown


def test_a_policy_is_told_with_its_numbers(town, browser, owner):
    policies.decide(town.area, {"month_cap": 150}, by=owner, at=NOW)

    assert "150" in text(browser.get(LOG))


def test_it_is_narrowed_by_table_by_whom_and_by_day(town, browser, owner):
    browser.post(reverse("occupation:add"), {"name": "kock"})
    surname = owner.last_name

    for asked in ({"table": "occupation"}, {"by": surname}, {"first": "2026-05-12"}):
        assert "kock" in text(browser.get(LOG, asked))
    for asked in ({"table": "area"}, {"by": "Ingen Alls"}, {"first": "2026-05-13"}):
        assert "kock" not in text(browser.get(LOG, asked))


@pytest.mark.parametrize("asked", [{"first": "igår"}, {"table": "user"}, {"sida": "x"}])
def test_a_filter_that_is_none_breaks_nothing(asked, browser):
    assert browser.get(LOG, asked).status_code == 200


def test_what_planners_do_is_not_among_the_settings(town, browser, signed_in):
    roles.assign(UserFactory(), ROLES["planner"], town.area, by=town.planner, at=NOW)

    assert signed_in(town.planner).get(LOG).status_code == 404


def queries(browser):
    with CaptureQueriesContext(connection) as asked:
        browser.get(LOG)
    return len(asked)


def test_thirty_changes_ask_no_more_than_one(browser, owner):
    roles.assign(UserFactory(), ROLES["editor"], None, by=owner, at=NOW)
    queries(browser)
    one = queries(browser)
    for _each in range(30):
        roles.assign(UserFactory(), ROLES["editor"], None, by=UserFactory(), at=NOW)

    assert queries(browser) == one

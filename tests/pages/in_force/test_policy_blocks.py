"""The blocks that tell the policies: of one area or of all, and as they are when the page is shown."""

from datetime import timedelta

import pytest

from booking.models import Policy
from booking.operations import policies
from tests.cast import NOW
from tests.factories.people import UserFactory
from tests.pages.in_force.conftest import shown

HEADING = "<h2>När vi bokar dig direkt</h2>"
THREE, TWO = "om minst 3 timmar", "om minst 2 timmar"
OWN_RULES = "En del arbetsplatser har egna regler."


def policy(part: str = "direct", area: object = "", *, with_heading: bool = True) -> tuple[str, object]:
    return "policy", {"area": str(area), "part": part, "with_heading": with_heading}


@pytest.fixture
def two_areas(town, elsewhere):
    """One with the usual rules, one where two hours are enough."""
    Policy.objects.create(area=elsewhere.area, direct_min_notice=timedelta(hours=2))
    return town.area, elsewhere.area


def test_the_policy_of_an_area_is_told_in_sentences_and_changes_when_it_does(page, client, town):
    path = page(policy(area=town.area.pk))
    assert THREE in shown(client, path)

    policies.decide(town.area, {"direct_min_notice": timedelta(minutes=30)}, by=UserFactory(), at=NOW)

    html = shown(client, path)
    assert "Passet ska börja om minst 30 minuter." in html
    assert THREE not in html
    assert f"Så här är det i {town.area}." in html


def test_all_areas_are_told_at_once_with_what_is_otherwise_in_each(page, client, two_areas):
    usual, other = two_areas

    html = shown(client, page(policy()))

    assert html.count("Passet ska vara längre än 4 timmar.") == 1
    assert f'<b lang="sv">{usual}:</b> Passet ska börja {THREE}.</li>' in html
    assert f'<b lang="sv">{other}:</b> Passet ska börja {TWO}.</li>' in html


def test_an_area_of_its_own_says_nothing_of_the_others(page, client, two_areas):
    html = shown(client, page(policy(area=two_areas[1].pk)))

    assert TWO in html
    assert THREE not in html
    assert "beror på" not in html


def test_a_portal_without_areas_tells_what_holds_where_nothing_is_decided(page, client):
    assert THREE in shown(client, page(policy()))


def test_the_heading_is_left_out_where_the_page_has_one(page, client):
    assert HEADING in shown(client, page(policy()))
    assert HEADING not in shown(client, page(policy(with_heading=False)))


def test_everything_has_a_heading_for_each_part(page, client):
    html = shown(client, page(policy("everything", with_heading=False)))

    assert HEADING in html
    assert "<h2>Vila och arbetstid</h2>" in html
    assert "11 dagar i rad" in html


def test_workplaces_with_rules_of_their_own_are_spoken_of(page, client, town, two_areas):
    path = page(policy(area=town.area.pk))
    assert OWN_RULES not in shown(client, path)

    policies.decide(town.workplace, {"direct": False}, by=UserFactory(), at=NOW)

    assert OWN_RULES in shown(client, path)
    assert OWN_RULES not in shown(client, page(policy(area=two_areas[1].pk)))

    policies.decide(town.workplace, {"direct": None}, by=UserFactory(), at=NOW)

    assert OWN_RULES not in shown(client, page(policy(area=town.area.pk)))


def test_a_part_with_nothing_to_say_is_silent(page, client, town):
    nothing = {"order_min_lead": timedelta(), "phone_limit": timedelta(), "quiet_from": "06:00"}
    Policy.objects.create(area=town.area, **nothing)

    html = shown(client, page(policy("hours", town.area.pk)))

    assert "Hur sent" not in html
    assert "Så här är det" not in html


def test_what_happens_at_a_yes_follows_the_area(page, client, two_areas):
    town, elsewhere = two_areas
    Policy.objects.create(area=town, wave_wait=timedelta(minutes=25))

    here = shown(client, page(("answering_yes", {"area": str(town.pk), "with_heading": True})))
    anywhere = shown(client, page(("answering_yes", {"area": "", "with_heading": False})))

    assert "<ol><li>Vi frågar" in here
    assert "Du har 25 minuter på dig" in here
    assert "<h2>Det här händer när du svarar Ja</h2>" in here
    assert f'<b lang="sv">{elsewhere}:</b> Du har mellan 5 minuter och 2 timmar på dig att svara.' in anywhere
    assert "Det här händer när du svarar Ja" not in anywhere

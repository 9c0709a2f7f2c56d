"""The guide about direct booking and enquiries says what the policies say, and never what they said."""

import re
from datetime import timedelta

import pytest
from django.utils.html import strip_tags

from booking.operations import policies
from home.demo import english
from home.models import HomePage
from portal.pages.models import GuidePage
from tests.cast import NOW
from tests.factories.people import UserFactory
from tests.pages.in_force.conftest import shown

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pages_are_kept")]
DIRECT = {"direct_min_notice": timedelta(hours=5), "direct_min_length": timedelta(hours=6)}


@pytest.fixture
def guide(alvsunda) -> str:
    """Its address."""
    return GuidePage.objects.get(slug="direktbokning-och-forfragan").get_url()


def decide(area, **said: object) -> None:
    policies.decide(area, said, by=UserFactory(), at=NOW)


def test_another_policy_is_another_guide_at_once(guide, client, town, django_assert_num_queries):
    assert "om minst 3 timmar" in shown(client, guide)
    with django_assert_num_queries(1):  # it is kept
        shown(client, guide)

    decide(town.area, **DIRECT)

    html = shown(client, guide)
    assert "om minst 5 timmar" in html
    assert "längre än 6 timmar" in html
    assert "om minst 3 timmar" not in html
    assert "längre än 4 timmar" not in html


def test_what_a_workplace_decides_is_in_the_guide_at_once(guide, client, town):
    assert "egna regler" not in shown(client, guide)

    decide(town.workplace, direct=False)

    assert shown(client, guide).count("egna regler") == 1


def test_enquiries_and_the_phone_follow_too(guide, client, town):
    decide(town.area, wave_size=7, phone_limit=timedelta(hours=2))

    html = shown(client, guide)

    assert "Vi frågar 7 vikarier åt gången." in html
    assert "Är det mindre än 2 timmar kvar till passet ringer vi i stället." in html


def test_the_guide_in_english_says_the_same(guide, client, town):
    english.build(HomePage.objects.get(locale__language_code="sv"))
    address = GuidePage.objects.get(slug="direct-booking-and-enquiry").get_url()
    before = shown(client, address)

    decide(town.area, **DIRECT)

    after = shown(client, address)
    assert before != after
    assert "5 timm" in after or "5 hour" in after


@pytest.mark.parametrize("slug", ["direktbokning-och-forfragan", "direct-booking-and-enquiry"])
def test_no_number_of_the_policy_is_written_in_the_text_itself(alvsunda, slug):
    english.build(HomePage.objects.get(locale__language_code="sv"))
    body = GuidePage.objects.get(slug=slug).body
    written = [str(block.value) for block in body if block.block_type in {"text", "notice"}]

    assert "policy" in {block.block_type for block in body}
    assert not re.search(r"\d", strip_tags("".join(written)))

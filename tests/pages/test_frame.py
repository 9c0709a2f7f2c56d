"""What stands around every page: the ways to what everybody may need, found by the types of the pages."""

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Locale, Page

from portal.pages import frame, ways
from portal.pages.audiences import SIGNED_IN, Audience
from portal.pages.models import Banner, FeedbackPage, PaydayPage, StandardPage
from tests.cast import at
from tests.factories.pages import TEXT, below
from tests.pages.counting import asked

NOON = at("2026-05-12 12:00")
FEEDBACK = {"subjects": [("subject", "Portalen")], "next_steps": "Vi läser."}


@pytest.fixture
def noon(time_machine):
    time_machine.move_to(NOON, tick=False)
    return time_machine


@pytest.fixture
def substitute(town, signed_in, home):
    return signed_in(town.substitute().user)


def footer(client, address: str) -> dict[str, str]:
    """The links of the foot: what they say, and where they lead."""
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    return {link.text.strip(): link["href"] for link in soup.select("footer nav a")}


@pytest.mark.parametrize("address", ["/", "/sok/", "/om/"])
def test_the_foot_leads_to_the_pages_of_a_type_wherever_they_lie(client, home, address):
    about = below(home, StandardPage, "Om", body=TEXT)
    below(about, FeedbackPage, "Tyck till", slug="tyck-till", **FEEDBACK)
    below(home, PaydayPage, "Lön", slug="nar-kommer-lonen")

    assert footer(client, address) == {"Lönedagar": "/nar-kommer-lonen/", "Lämna en synpunkt": "/om/tyck-till/"}


def test_what_is_not_published_or_not_for_all_is_not_there(client, home):
    below(home, PaydayPage, "Lön").unpublish()
    closed = below(home, FeedbackPage, "Synpunkt", **FEEDBACK)
    Audience.objects.create(page=closed, group=SIGNED_IN)

    assert footer(client, "/") == {}
    assert "fot-om" not in client.get("/").content.decode()


def test_in_english_it_leads_to_the_translation_or_else_to_the_swedish_page(home):
    below(home, PaydayPage, "Lön", slug="lon")
    page = below(home, FeedbackPage, "Synpunkt", slug="synpunkt", **FEEDBACK)
    english = Locale.objects.get(language_code="en")
    home.copy_for_translation(english).save_revision().publish()
    translated = page.copy_for_translation(english)
    translated.slug = "feedback"
    translated.save_revision().publish()

    there = ways.by_language()

    assert there["sv"] == {"paydaypage": "/lon/", "feedbackpage": "/synpunkt/"}
    assert there["en"] == {"paydaypage": "/en/lon/", "feedbackpage": "/en/feedback/"}


def test_a_substitute_finds_the_paydays_and_the_form_among_the_rest(substitute, home):
    assert "Lönedagar" not in substitute.get("/mer/").content.decode()
    below(home, PaydayPage, "Lön", slug="lon")
    below(home, FeedbackPage, "Synpunkt", slug="synpunkt", **FEEDBACK)

    html = substitute.get("/mer/").content.decode()

    assert '<a href="/lon/"><span>Lönedagar' in html
    assert '<a href="/synpunkt/"><span>Lämna en synpunkt' in html


@pytest.mark.parametrize("address", ["/min-sida/", "/lediga-jobb/", "/kalender/", "/mer/"])
def test_the_banners_stand_above_the_pages_where_people_work(substitute, noon, address):
    Banner.objects.create(
        kind="moving", heading="Portalen flyttar.", shows_from=NOON, shows_until=at("2026-05-12 13:00")
    )

    for moment, shown in (("11:59", False), ("12:00", True), ("12:59", True), ("13:00", False)):
        noon.move_to(at(f"2026-05-12 {moment}"), tick=False)
        assert ("Portalen flyttar." in substitute.get(address).content.decode()) is shown, moment


@pytest.mark.parametrize("address", ["/konto/login/", "/konto/password/reset/"])
def test_the_banners_stand_above_the_way_in(client, home, noon, address):
    Banner.objects.create(kind="moving", heading="Jobba i sommar?", shows_from=NOON)

    assert "Jobba i sommar?" in client.get(address).content.decode()


def test_a_banner_that_has_just_been_put_up_is_seen_at_once(substitute, client, noon):
    for browser, address in ((substitute, "/min-sida/"), (client, "/konto/login/"), (client, "/")):
        assert "Ny banderoll." not in browser.get(address).content.decode()

    Banner.objects.create(kind="moving", heading="Ny banderoll.", shows_from=NOON)

    for browser, address in ((substitute, "/min-sida/"), (client, "/konto/login/"), (client, "/")):
        assert "Ny banderoll." in browser.get(address).content.decode()


def test_a_campaign_stands_above_what_is_read_and_not_above_what_is_worked_with(substitute, client, home, noon):
    Banner.objects.create(heading="Jobba i sommar?", shows_from=NOON)

    assert "Jobba i sommar?" in client.get("/").content.decode()
    for browser, address in ((substitute, "/min-sida/"), (client, "/konto/login/")):
        assert "Jobba i sommar?" not in browser.get(address).content.decode()


def test_what_another_reads_before_the_commit_is_not_kept_after_it(db, noon, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        Banner.objects.create(kind="moving", heading="Ny banderoll.", shows_from=NOON)
        frame.cache.set(frame.KEY, frame.Frame(None, [], {}))

    assert [str(one) for one in frame.lately().banners] == ["Ny banderoll."]


def test_where_people_work_banners_cost_nothing_when_they_have_been_read(substitute, home, noon):
    none = asked(substitute, "/min-sida/")
    for number in range(20):
        Banner.objects.create(
            kind="moving", heading=f"Kampanj {number}", shows_from=NOON, page=home, link_text="Läs mer"
        )

    assert asked(substitute, "/min-sida/") == none


def test_a_banner_leads_to_a_closed_page_only_for_those_who_may_read_it(substitute, client, home, noon):
    page = below(home, StandardPage, "Om", body=TEXT)
    Audience.objects.create(page=Page.objects.get(pk=page.pk), group="substitute")
    Banner.objects.create(kind="moving", heading="Nytt.", shows_from=NOON, page=page, link_text="Läs mer om det")

    assert '<a href="/om/">Läs mer om det</a>' in substitute.get("/min-sida/").content.decode()
    for address in ("/", "/konto/login/"):
        html = client.get(address).content.decode()
        assert "Nytt." in html
        assert "Läs mer om det" not in html

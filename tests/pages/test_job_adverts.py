"""Employments to apply for: there until the last day, and then gone by themselves."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils.text import slugify

from portal.pages.models import JobAdvertIndexPage, JobAdvertPage
from tests.cast import at
from tests.factories.pages import TEXT, below
from tests.page_checks import assert_valid_html
from tests.pages.counting import AT_MOST, asked
from tests.pages.test_heads import things

LAST_DAY = date(2026, 5, 13)
ADDRESS = "/tjanster/underskoterska/"


@pytest.fixture
def index(home):
    return below(home, JobAdvertIndexPage, "Jobba hos oss", slug="tjanster")


def advert(index, title: str = "Undersköterska", **fields: object) -> JobAdvertPage:
    said = {
        "slug": slugify(title),
        "apply_by": LAST_DAY,
        "workplace": "Solgården",
        "extent": "Heltid",
        "body": TEXT,
        "apply_link": "https://jobb.alvsunda.example/1",
    }
    return below(index, JobAdvertPage, title, **(said | fields))


@pytest.fixture
def a_minute_before_the_end(time_machine):
    time_machine.move_to(at("2026-05-13 23:59"), tick=False)
    return time_machine


@pytest.fixture
def the_day_after(time_machine):
    time_machine.move_to(at("2026-05-14 00:01"), tick=False)  # still 13 May in UTC


def listed(client) -> list[str]:
    return [page.title for page in client.get("/tjanster/").context["adverts"]]


def found(client, typed: str) -> list[str]:
    call_command("update_index", verbosity=0)
    return [page.title for page in client.get("/sok/", {"q": typed}).context["results"]]


def test_an_advert_says_all_that_one_needs_to_apply(client, index, a_minute_before_the_end):
    person = {"name": "Eva Holm", "task": "Enhetschef", "phone": "0980-319 245", "email": ""}
    advert(index, apply_email="jobb@alvsunda.example", people=[("person", person)], starts="1 juni")

    html = client.get(ADDRESS).content.decode()

    assert_valid_html(html)
    for words in ("onsdag 13 maj 2026", "Solgården", "Heltid", "Tillsvidareanställning", "1 juni", "Eva Holm"):
        assert words in html
    assert 'href="https://jobb.alvsunda.example/1"' in html
    assert 'href="mailto:jobb@alvsunda.example"' in html


def test_on_its_last_day_it_is_everywhere(client, index, a_minute_before_the_end):
    page = advert(index)

    assert client.get(ADDRESS).status_code == 200
    assert listed(client) == found(client, "undersköterska") == ["Undersköterska"]
    assert len(page.get_sitemap_urls()) == 1


def test_the_day_after_it_is_nowhere(client, index, the_day_after):
    page = advert(index)

    assert listed(client) == found(client, "undersköterska") == []
    assert page.get_sitemap_urls() == []


def test_who_kept_the_address_reads_that_the_time_is_out_and_where_to_look(client, index, the_day_after):
    advert(index)

    answer = client.get(ADDRESS)
    html = answer.content.decode()

    assert answer.status_code == 410
    assert_valid_html(html)
    assert "Undersköterska gick att söka till och med onsdag 13 maj 2026." in html
    assert 'href="/tjanster/"' in html
    assert "jobb.alvsunda.example" not in html


def test_a_later_last_day_brings_it_back(client, index, the_day_after):
    page = advert(index)
    page.apply_by = date(2026, 5, 20)
    page.save_revision().publish()

    assert client.get(ADDRESS).status_code == 200
    assert listed(client) == ["Undersköterska"]


def test_the_one_to_hurry_with_stands_first(client, index, a_minute_before_the_end):
    advert(index, "Lärare", apply_by=date(2026, 6, 1))
    advert(index, "Kock")

    assert listed(client) == ["Kock", "Lärare"]


def test_without_adverts_it_says_where_else_to_look(client, index):
    html = client.get("/tjanster/").content.decode()

    assert "Inga tjänster att söka just nu" in html
    assert 'href="/lediga-jobb/"' in html


def test_an_advert_that_cannot_be_applied_to_is_refused(index):
    with pytest.raises(ValidationError) as refused:
        advert(index, apply_link="")

    assert refused.value.message_dict == {"apply_link": ["Fyll i en länk eller en e-postadress för ansökan."]}


@pytest.mark.parametrize("link", ["javascript:alert(1)", "http://jobb.alvsunda.example/", "jobb.alvsunda.example"])
def test_a_link_that_leads_astray_is_refused(index, link):
    with pytest.raises(ValidationError) as refused:
        advert(index, apply_link=link)

    assert refused.value.message_dict == {"apply_link": ["Skriv hela adressen. Den ska börja med https://."]}


def test_open_and_over_share_the_adverts_between_them(index):
    advert(index)

    for day, is_open in ((LAST_DAY, True), (date(2026, 5, 14), False)):
        assert JobAdvertPage.objects.open(on=day).exists() is is_open
        assert JobAdvertPage.objects.over(on=day).exists() is not is_open


def test_search_engines_are_told_what_is_to_be_applied_for_and_until_when(client, index, a_minute_before_the_end):
    advert(index, intro="Vill du ha ett fast schema?").save_revision().publish()

    told = things(client.get(ADDRESS).content.decode())["JobPosting"]

    assert (told["title"], told["description"]) == ("Undersköterska", "Vill du ha ett fast schema?")
    assert (told["datePosted"], told["validThrough"][:10]) == (LAST_DAY.isoformat(), LAST_DAY.isoformat())
    assert told["hiringOrganization"]["name"] == "Älvsunda kommun"


def test_search_engines_are_told_nothing_of_what_is_over(client, index, a_minute_before_the_end):
    page = advert(index)
    JobAdvertPage.objects.filter(pk=page.pk).update(apply_by=date(2026, 5, 1))

    assert "JobPosting" not in things(client.get(ADDRESS).content.decode())


def test_the_list_asks_no_more_for_thirty_adverts_than_for_one(client, index, a_minute_before_the_end):
    advert(index, "Jobb 0")
    one = asked(client, "/tjanster/")
    for number in range(1, 30):
        advert(index, f"Jobb {number}")

    assert asked(client, "/tjanster/") == one <= AT_MOST
    assert asked(client, "/tjanster/jobb-0/") <= AT_MOST

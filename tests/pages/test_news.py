"""News: whose they are, and when they come and go."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from django.utils.text import slugify
from wagtail.test.utils.form_data import nested_form_data, streamfield

from people.models import Area
from portal.pages.models import NewsIndexPage, NewsPage
from tests.cast import at
from tests.factories.pages import TEXT, below
from tests.factories.people import AgreementFactory, SubstituteFactory
from tests.pages.counting import AT_MOST, asked


@pytest.fixture
def index(home):
    return below(home, NewsIndexPage, "Nyheter")


def news(index, title: str, *areas: str, **fields: object) -> NewsPage:
    """A piece of news about areas, which are made if need be; with none it is about all."""
    page = below(index, NewsPage, title, **({"slug": slugify(title), "body": TEXT, "date": "2026-05-01"} | fields))
    page.areas.set([Area.objects.get_or_create(name=name)[0] for name in areas])
    page.save()
    return page


@pytest.fixture
def three(index):
    news(index, "Om LSS", "LSS", date="2026-05-03")
    news(index, "Om vården", "Hemtjänst", "Särskilt boende", date="2026-05-02")
    news(index, "Om alla", date="2026-05-01")


def titles(client, address: str = "/nyheter/") -> list[str]:
    return [page.title for page in client.get(address).context["news"]]


def test_news_say_whose_they_are(client, three):
    assert "Gäller Hemtjänst och Särskilt boende." in client.get("/nyheter/om-varden/").content.decode()
    assert "Gäller alla." in client.get("/nyheter/om-alla/").content.decode()
    assert "Hemtjänst och Särskilt boende" in client.get("/nyheter/").content.decode()


@pytest.mark.parametrize(
    ("asked_for", "listed"),
    [
        ("lss", ["Om LSS", "Om alla"]),
        ("hemtjanst", ["Om vården", "Om alla"]),
        ("", ["Om LSS", "Om vården", "Om alla"]),
        ("finns-inte", ["Om LSS", "Om vården", "Om alla"]),
        ("%00' OR 1=1", ["Om LSS", "Om vården", "Om alla"]),
    ],
)
def test_an_area_narrows_the_news_to_its_own_and_what_is_about_all(client, three, asked_for, listed):
    assert titles(client, f"/nyheter/?omrade={asked_for}") == listed


def test_only_areas_that_are_told_of_can_be_chosen(client, three):
    Area.objects.create(name="Parker")

    html = client.get("/nyheter/?omrade=lss").content.decode()

    assert "Parker" not in html
    assert '<a href="?omrade=lss" aria-current="true">LSS</a>' in html


def test_news_without_areas_need_no_choice(client, index):
    news(index, "Om alla")

    assert "omrade=" not in client.get("/nyheter/").content.decode()


def test_the_next_page_keeps_the_area(client, index):
    for number in range(11):
        news(index, f"Nyhet {number}", "LSS")

    assert "omrade=lss&amp;sida=2" in client.get("/nyheter/?omrade=lss").content.decode()


def test_a_substitute_reads_of_her_own_areas_first_and_a_visitor_by_date(client, signed_in, three):
    me = SubstituteFactory()
    AgreementFactory(substitute=me, area=Area.objects.get(name="Hemtjänst"))

    assert titles(signed_in(me.user)) == ["Om vården", "Om alla", "Om LSS"]
    assert titles(signed_in(me.user), "/") == ["Om vården", "Om alla", "Om LSS"]
    assert titles(client) == titles(client, "/") == ["Om LSS", "Om vården", "Om alla"]


def test_an_agreement_at_one_workplace_is_one_in_its_area(signed_in, town, index):
    news(index, "Om andra", "LSS", date="2026-05-09")
    news(index, "Om oss", town.area.name)
    me = SubstituteFactory()
    AgreementFactory(substitute=me, area=None, workplace=town.workplace)

    assert titles(signed_in(me.user)) == ["Om oss", "Om andra"]


def test_an_agreement_that_is_over_brings_no_area(signed_in, three):
    me = SubstituteFactory()
    AgreementFactory(substitute=me, area=Area.objects.get(name="Hemtjänst"), ends=timezone.now() - timedelta(days=1))

    assert titles(signed_in(me.user)) == ["Om alla", "Om LSS", "Om vården"]


def test_the_news_ask_no_more_for_many_areas_than_for_one(client, signed_in, town, index):
    me = town.substitute().user
    news(index, "Nyhet", town.area.name)
    one = asked(client, "/nyheter/"), asked(signed_in(me), "/nyheter/")
    for number in range(12):
        news(index, f"Nyhet {number}", f"Område {number}", f"Område {number + 1}")

    assert (asked(client, "/nyheter/"), asked(signed_in(me), "/nyheter/")) == one
    assert max(one) <= AT_MOST


@pytest.fixture
def on_the_first(time_machine):
    time_machine.move_to(at("2026-05-01 12:00"), tick=False)
    return time_machine


def test_news_come_and_go_on_the_moments_they_were_given(client, index, on_the_first):
    page = news(index, "Stängt i midsommar", live=False)
    page.go_live_at, page.expire_at = at("2026-05-02 06:00"), at("2026-05-03 06:00")
    page.save_revision().publish()
    call_command("publish_scheduled")
    assert titles(client) == []

    on_the_first.move_to(at("2026-05-02 06:01"), tick=False)
    call_command("publish_scheduled")
    assert titles(client) == ["Stängt i midsommar"]

    on_the_first.move_to(at("2026-05-03 06:01"), tick=False)
    call_command("publish_scheduled")
    assert titles(client) == []
    assert client.get("/nyheter/stangt-i-midsommar/").status_code == 404


def test_pinned_news_stand_first_until_the_pin_is_taken_out(client, index):
    pinned = news(index, "Fäst", pinned=True, date="2026-01-01")
    news(index, "Ny", date="2026-05-02")
    assert titles(client) == titles(client, "/") == ["Fäst", "Ny"]

    pinned.pinned = False
    pinned.save_revision().publish()
    assert titles(client) == ["Ny", "Fäst"]


def test_an_editor_ticks_the_areas(signed_in, approver, client, index):
    area = Area.objects.create(name="LSS")
    Area.objects.create(name="Hemtjänst")
    form = {
        "title": "Ny lift",
        "slug": "ny-lift",
        "intro": "Prova den.",
        "date": "2026-05-01",
        "body": streamfield([("heading", "Lift")]),
        "contact": "",
        "search_description": "",
        "audiences-TOTAL_FORMS": 0,
        "audiences-INITIAL_FORMS": 0,
        "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
        "action-publish": "publish",
    }

    signed_in(approver).post(
        f"/admin/pages/add/pages/newspage/{index.pk}/", nested_form_data(form) | {"areas": [str(area.pk)]}
    )

    assert "Gäller LSS." in client.get("/nyheter/ny-lift/").content.decode()

"""Who sees what: every kind of reader × every kind of page × every way in."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db.models import ProtectedError
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect

from home.models import HomePage
from people.models import Agreement, User
from portal.pages.audiences import GROUPS, SIGNED_IN, SUBSTITUTE
from portal.pages.models import GuideIndexPage, GuidePage, StandardPage
from tests.cast import Town, with_role
from tests.factories.pages import TEXT, below
from tests.pages.counting import AT_MOST, asked

READS, IS_ASKED_TO_SIGN_IN, FINDS_NOTHING = 200, 302, 404

PAGES: dict[str, list[tuple[str, bool]]] = {
    "oppen": [],
    "inloggade": [(SIGNED_IN, False)],
    "vikarier": [(SUBSTITUTE, False)],
    "vikarier-har": [(SUBSTITUTE, True)],
    "alla-har": [(SIGNED_IN, True)],
    "planerare": [("planner", False)],
    "planerare-har": [("planner", True)],
    "bestallare-och-loneadministrator": [("ordering_manager", False), ("certificate_officer", True)],
}
"""The groups of each page: who, and whether only in the area that the test is about."""

MAY_READ = {
    "visitor": {"oppen"},
    "closed account": {"oppen"},
    "substitute": {"oppen", "inloggade", "vikarier", "vikarier-har", "alla-har"},
    "substitute elsewhere": {"oppen", "inloggade", "vikarier"},
    "manager": {"oppen", "inloggade", "alla-har", "bestallare-och-loneadministrator"},
    "manager elsewhere": {"oppen", "inloggade", "bestallare-och-loneadministrator"},
    "planner": {"oppen", "inloggade", "alla-har", "planerare", "planerare-har"},
    "planner elsewhere": {"oppen", "inloggade", "planerare"},
    "certificate_officer": {"oppen", "inloggade", "alla-har", "bestallare-och-loneadministrator"},
    "editor": set(PAGES),
}
NOT_SIGNED_IN = ("visitor", "closed account")


def somebody(who: str, here: Town, there: Town) -> User | None:
    """One reader of each kind."""
    town = there if who.endswith("elsewhere") else here
    kind = who.removesuffix(" elsewhere")
    known = {"visitor": None, "manager": town.manager, "planner": town.planner}
    if kind in known:
        return known[kind]
    if kind == "closed account":
        return town.substitute(user__is_active=False).user
    return town.substitute().user if kind == "substitute" else with_role(kind)


@pytest.fixture
def pages(home, town) -> HomePage:
    """A page of each kind in the menu, a page below each, a guide of each kind, and a page with a link to each."""
    guides = below(home, GuideIndexPage, "Guider")
    for slug, groups in PAGES.items():
        section = below(home, StandardPage, f"Rubrik {slug}", slug=slug, body=TEXT, show_in_menus=True)
        guide = below(guides, GuidePage, f"Guide {slug}", slug=f"guide-{slug}", body=TEXT)
        for page in (section, guide):
            closed_to_all_but(page, town, groups)
        under = below(section, StandardPage, f"Under {slug}", slug="under", body=TEXT)
        Redirect.add_redirect(f"/gammal-{slug}/", under)
    links = "".join(f'<p><a linktype="page" id="{page.pk}">hit</a></p>' for page in StandardPage.objects.all())
    below(home, StandardPage, "Vagen", body=[("text", links)])
    call_command("update_index", verbosity=0)
    return home


def closed_to_all_but(page, town: Town, groups: list[tuple[str, bool]]) -> None:
    for group, only_here in groups:
        page.audiences.add(page.audiences.model(group=group, area=town.area if only_here else None))
    page.save()


def browser_of(user: User | None) -> Client:
    browser = Client()
    if user:
        browser.force_login(user)
    return browser


@pytest.fixture(params=MAY_READ)
def reader(request, town, elsewhere) -> tuple[str, Client]:
    return request.param, browser_of(somebody(request.param, town, elsewhere))


def html(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def met_with(who: str, slug: str) -> int:
    """How she is met at the page's own address."""
    if slug in MAY_READ[who]:
        return READS
    return IS_ASKED_TO_SIGN_IN if who in NOT_SIGNED_IN and slug == "inloggade" else FINDS_NOTHING


def test_by_address_she_reads_what_is_hers_and_all_below_it(pages, reader):
    who, browser = reader
    for address in ("/{}/", "/{}/under/", "/guider/guide-{}/", "/en/{}/", "/en/{}/under/"):
        met = {slug: browser.get(address.format(slug)).status_code for slug in PAGES}

        assert met == {slug: met_with(who, slug) for slug in PAGES}, address


def test_menu_lists_search_and_the_start_page_name_only_what_is_hers(pages, reader):
    who, browser = reader
    found = html(browser, "/sok/?q=rubrik")
    for shown, title in (
        (html(browser, "/"), ">Rubrik {}<"),
        (html(browser, "/"), ">Guide {}<"),
        (html(browser, "/guider/"), ">Guide {}<"),
        (found[found.index("<main") :], ">Rubrik {}<"),
        (html(browser, "/konto/password/reset/") + html(browser, "/sok/"), ">Rubrik {}<"),
    ):
        named = {slug for slug in PAGES if title.format(slug) in shown}

        assert named <= MAY_READ[who]
        if title.format("oppen") in shown:
            assert named == MAY_READ[who] or title == ">Guide {}<"
    assert {slug for slug in PAGES if f">Guide {slug}<" in html(browser, "/guider/")} == MAY_READ[who]


def test_a_link_in_a_text_leads_only_where_she_may_come(pages, reader):
    who, browser = reader
    shown = html(browser, "/vagen/")

    led = {slug for slug in PAGES if f'<a href="/{slug}/under/">' in shown}

    assert led == {slug for slug in PAGES if met_with(who, slug) != FINDS_NOTHING}


def test_an_old_address_does_not_tell_that_a_page_exists(pages, reader):
    who, browser = reader

    met = {slug: browser.get(f"/gammal-{slug}/").status_code for slug in PAGES}

    led = {slug for slug, status in met.items() if status == 301}
    assert led == {slug for slug in PAGES if met_with(who, slug) != FINDS_NOTHING}
    assert set(met.values()) <= {301, 404}


def test_the_map_for_search_engines_holds_only_what_is_for_everybody(pages, reader, settings):
    settings.SEARCH_ENGINES = True
    _who, browser = reader

    shown = html(browser, "/sitemap.xml")

    assert {slug for slug in PAGES if f"/{slug}/" in shown} == {"oppen"}
    assert {slug for slug in PAGES if f"/guide-{slug}/" in shown} == {"oppen"}


def test_who_signs_in_comes_back_to_the_page_she_asked_for(pages, client):
    answer = client.get("/inloggade/under/?sida=2")

    assert answer["Location"] == "/konto/login/?next=/inloggade/under/%3Fsida%3D2"
    assert "no-store" in answer["Cache-Control"]


def test_a_page_below_is_never_more_open_than_the_one_above(pages, town, elsewhere):
    under = StandardPage.objects.get(url_path__endswith="/vikarier-har/under/")
    closed_to_all_but(under, town, [(SIGNED_IN, False)])

    assert browser_of(elsewhere.substitute().user).get("/vikarier-har/under/").status_code == 404
    assert Client().get("/vikarier-har/under/").status_code == 404
    assert browser_of(town.substitute().user).get("/vikarier-har/under/").status_code == 200


def test_a_substitute_belongs_to_an_area_only_while_an_agreement_holds(pages, town):
    me = town.substitute()
    browser = browser_of(me.user)
    assert browser.get("/vikarier-har/").status_code == 200

    Agreement.objects.filter(substitute=me).update(ends=timezone.now() - timedelta(minutes=1))

    assert browser.get("/vikarier-har/").status_code == 404
    assert browser.get("/vikarier/").status_code == 200


def test_an_agreement_for_a_workplace_is_in_its_area(pages, town, elsewhere):
    me = elsewhere.substitute()
    Agreement.objects.filter(substitute=me).update(area=None, workplace=town.workplace)

    assert browser_of(me.user).get("/vikarier-har/").status_code == 200


def test_it_costs_a_visitor_no_query(home, town, client):
    below(home, StandardPage, "Utan", body=TEXT)
    closed_to_all_but(below(home, StandardPage, "Med", body=TEXT), town, [(SUBSTITUTE, True)])
    substitute = browser_of(town.substitute().user)
    asked_without = asked(client, "/utan/")

    assert asked_without <= AT_MOST
    assert asked(substitute, "/med/") == asked(substitute, "/utan/") <= AT_MOST


def test_an_area_that_a_page_is_for_cannot_be_taken_away_and_open_it_to_all(pages, town):
    with pytest.raises(ProtectedError):
        StandardPage.objects.get(slug="alla-har").audiences.first().area.delete()


def test_every_role_can_be_chosen():
    assert len(GROUPS) == len(dict(GROUPS)) == 9

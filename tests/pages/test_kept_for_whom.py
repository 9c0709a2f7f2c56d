"""What is kept of the pages holds nothing of anybody, and is given to nobody who would get another."""

import gzip

import pytest
from django.core.cache import caches
from django.db import connection
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from portal.pages import keeping
from portal.pages.models import GuideIndexPage, GuidePage, NewsIndexPage, NewsPage
from tests.factories.pages import STEP, TEXT, below

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pages_are_kept")]
GUIDE = "/guider/intyg/"


@pytest.fixture
def guide(home, time_machine) -> GuidePage:
    time_machine.move_to("2026-05-14T10:00:10+02:00", tick=False)
    return below(below(home, GuideIndexPage, "Guider", show_in_menus=True), GuidePage, "Intyg", steps=[STEP])


def is_kept(client, path: str = GUIDE, **asked: object) -> bool:
    """Whether the second visit is given what the first one got."""
    client.get(path, **asked)
    with CaptureQueriesContext(connection) as counted:
        client.get(path, **asked)
    return len(counted) == 1


def test_a_visitor_is_given_what_another_got(guide):
    Client().get(GUIDE)

    assert is_kept(Client())


def test_whoever_is_signed_in_gets_her_own_and_leaves_nothing(guide, signed_in, town, client):
    her = signed_in(town.substitute().user)

    assert 'href="/min-sida/"' in her.get(GUIDE).content.decode()
    assert not is_kept(her)
    anybodys = client.get(GUIDE)
    assert "Logga in" in anybodys.content.decode()
    assert 'btn--primary" href="/min-sida/"' not in anybodys.content.decode()
    assert 'btn--primary" href="/min-sida/"' in her.get(GUIDE).content.decode()
    assert "no-store" in her.get(GUIDE)["Cache-Control"]


def test_a_message_is_told_to_the_one_it_is_for(guide, client):
    client.get(GUIDE)
    with_message = Client()
    with_message.cookies["messages"] = "x"

    assert not is_kept(with_message)


def test_whoever_has_a_session_is_asked_for_herself(guide):
    client = Client()
    client.cookies["sessionid"] = "nobody-knows-this-one"

    assert not is_kept(client)


@pytest.mark.parametrize("headers", [{"hx-request": "true"}, {"authorization": "Basic x"}])
def test_what_asks_in_another_way_is_answered_anew(guide, client, headers):
    assert not is_kept(client, headers=headers)


def test_what_sets_a_cookie_is_not_kept(guide, client, monkeypatch):
    served = GuidePage.serve

    def with_token(page, request, *args, **kwargs):
        get_token(request)
        return served(page, request, *args, **kwargs)

    monkeypatch.setattr(GuidePage, "serve", with_token)

    assert "csrftoken" in client.get(GUIDE).cookies
    assert not is_kept(client)


def test_no_page_of_the_portal_sets_a_cookie_on_a_visitor(guide, client):
    for path in ("/", "/guider/", GUIDE):
        assert not client.get(path).cookies, path


def test_a_page_that_is_not_there_is_not_there_next_time_either(home, client):
    assert [client.get("/guider/finns-inte/").status_code for _ in range(2)] == [404, 404]
    below(below(home, GuideIndexPage, "Guider"), GuidePage, "Finns inte", steps=[STEP])
    assert client.get("/guider/finns-inte/").status_code == 200


def test_each_host_has_its_own(guide, settings):
    settings.ALLOWED_HOSTS = ["localhost", "annan.example"]
    Site.objects.create(hostname="annan.example", port=80, root_page=guide)

    assert "<h1>Intyg</h1>" in Client().get(GUIDE, headers={"host": "localhost"}).content.decode()
    assert Client().get(GUIDE, headers={"host": "annan.example"}).status_code == 404


def test_a_host_that_is_not_ours_is_refused(guide, client):
    client.get(GUIDE)

    assert client.get(GUIDE, headers={"host": "evil.example"}).status_code == 400


def test_each_look_has_its_own(guide):
    dark, light = Client(), Client()
    dark.cookies["tema"], light.cookies["tema"] = "dark", "light"

    assert 'data-theme="dark"' in dark.get(GUIDE).content.decode()
    assert 'data-theme="light"' in light.get(GUIDE).content.decode()
    assert "data-theme=" not in Client().get(GUIDE).content.decode()


def test_each_language_has_its_own(guide, client):
    client.get(GUIDE)
    with CaptureQueriesContext(connection) as counted:
        client.get(GUIDE, headers={"accept-language": "en"})

    assert len(counted) > 1


def test_each_page_of_a_list_has_its_own(home, client):
    index = below(home, NewsIndexPage, "Nyheter")
    for number in range(12):
        below(index, NewsPage, f"Nyhet {number}", body=TEXT)

    pages = [client.get(f"/nyheter/?sida={number}").content for number in (1, 2, 1)]

    assert pages[0] == pages[2] != pages[1]
    assert is_kept(client, "/nyheter/?sida=2")


@pytest.mark.parametrize("query", ["utm_source=x", "sida=1&a=b", "sida=" + "1" * 30])
def test_a_query_that_no_page_reads_fills_no_cache(guide, client, query):
    assert not is_kept(client, f"{GUIDE}?{query}")


def test_a_browser_that_takes_less_is_given_less(guide, client):
    small = client.get(GUIDE, headers={"accept-encoding": "gzip"})
    again = client.get(GUIDE, headers={"accept-encoding": "gzip"})

    assert small["Content-Encoding"] == again["Content-Encoding"] == "gzip"
    assert gzip.decompress(again.content) == client.get(GUIDE).content


def test_an_editors_preview_is_never_the_published_page(guide, client):
    client.get(GUIDE)
    guide.title = "Nästan klar"

    assert "Nästan klar" in guide.make_preview_request().content.decode()
    assert "Nästan klar" not in client.get(GUIDE).content.decode()


def test_a_browser_keeps_it_for_itself_and_asks_each_time(guide, client):
    made, again = client.get(GUIDE), client.get(GUIDE)

    assert made["Cache-Control"] == again["Cache-Control"] == "private, no-cache"
    assert {"Cookie", "Accept-Language"} <= {name.strip() for name in again["Vary"].split(",")}
    assert client.get(GUIDE, headers={"if-none-match": again["ETag"]}).status_code == 304
    assert client.get(GUIDE, headers={"if-none-match": '"other"'}).status_code == 200


def test_what_was_kept_is_as_safe_as_what_was_made(guide, client):
    client.get(GUIDE)
    again = client.get(GUIDE)

    assert "script-src 'self'" in again["Content-Security-Policy"]
    assert again["X-Frame-Options"] == "DENY"
    assert again["Referrer-Policy"] == "same-origin"
    assert "nonce" not in again.content.decode()


def test_only_the_head_is_asked_for(guide, client):
    client.head(GUIDE)
    assert client.get(GUIDE).content
    assert client.head(GUIDE)["ETag"] == client.get(GUIDE)["ETag"]


@pytest.mark.parametrize("path", ["/sok/?q=intyg", "/konto/login/", "/halsa/"])
def test_what_is_no_page_of_the_editors_is_not_kept(guide, client, path):
    client.get(path)

    assert "ETag" not in client.get(path).headers


def test_only_an_answer_that_is_marked_is_kept():
    request = RequestFactory().get("/")

    assert not keeping.may_be_kept(request, HttpResponse())
    assert keeping.may_be_kept(request, keeping.same_for_all(HttpResponse()))
    assert not keeping.may_be_kept(request, keeping.same_for_all(HttpResponse(status=404)))
    assert not keeping.may_be_kept(request, keeping.same_for_all(HttpResponse(headers={"Cache-Control": "no-store"})))
    assert not keeping.may_be_kept(RequestFactory().head("/"), keeping.same_for_all(HttpResponse()))
    assert caches["pages"].get("x") is None

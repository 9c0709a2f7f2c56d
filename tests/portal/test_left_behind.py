"""What an answer lets browsers keep: nothing that is one person's."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from portal.middleware import NothingLeftBehind

TAG = "Portal-Person"


@pytest.fixture
def me(town):
    return town.substitute().user


@pytest.mark.parametrize(
    "address", ["/min-sida/", "/bokningar/", "/kalender/", "/meddelanden/", "/profil/", "/", "/mer/"]
)
def test_what_she_sees_signed_in_is_kept_by_no_cache(signed_in, me, address):
    answer = signed_in(me).get(address)

    assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))


def test_what_a_planner_sees_at_the_desk_is_kept_by_no_cache(signed_in, town):
    assert "no-store" in signed_in(town.planner).get("/admin/")["Cache-Control"]


def test_a_visitors_page_may_be_kept(client, db):
    assert "no-store" not in client.get("/sok/?q=pass").get("Cache-Control", "")


def test_each_session_has_a_tag_of_its_own_that_says_nothing_of_her(signed_in, me):
    one, other = signed_in(me), signed_in(me)

    assert one.get("/mer/")[TAG] == one.get("/bokningar/")[TAG] != other.get("/mer/")[TAG]
    assert one.session.session_key not in one.get("/mer/")[TAG]


def test_an_answer_says_when_nobody_is_signed_in(signed_in, me, client):
    browser = signed_in(me)
    browser.post("/konto/logout/")

    assert browser.get("/konto/login/")[TAG] == "nobody"


def test_signing_out_says_so_at_once(signed_in, me):
    assert signed_in(me).post("/konto/logout/")[TAG] == "nobody"


@pytest.mark.django_db
def test_what_is_the_same_for_all_keeps_its_own_time(signed_in, me):
    """As the sprite of the desk, which its name changes with."""

    def view(request) -> HttpResponse:
        assert request.session.session_key
        return HttpResponse(headers={"Cache-Control": "max-age=3600, public"})

    request = RequestFactory().get("/")
    request.session = signed_in(me).session

    assert NothingLeftBehind(view)(request)["Cache-Control"] == "max-age=3600, public"

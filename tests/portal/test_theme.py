import pytest
from django.test import RequestFactory

from portal.context_processors import looks
from portal.views import set_theme


def test_a_chosen_theme_is_remembered_and_leads_back(rf: RequestFactory):
    response = set_theme(rf.post("/utseende/", {"tema": "dark", "next": "/kontakt/"}))

    assert response["Location"] == "/kontakt/"
    assert response.cookies["tema"].value == "dark"


@pytest.mark.parametrize("elsewhere", ["https://example.com/", "//example.com/", ""])
def test_the_way_back_never_leads_to_another_site(rf: RequestFactory, elsewhere):
    response = set_theme(rf.post("/utseende/", {"tema": "light", "next": elsewhere}))

    assert response["Location"] == "/"


def test_a_theme_that_does_not_exist_is_refused(rf: RequestFactory):
    assert set_theme(rf.post("/utseende/", {"tema": "rosa"})).status_code == 400


def test_a_link_cannot_change_the_theme(rf: RequestFactory):
    assert set_theme(rf.get("/utseende/")).status_code == 405


@pytest.mark.parametrize(("cookie", "theme"), [("dark", "dark"), ('"><script>', "auto"), (None, "auto")])
def test_a_page_is_shown_in_a_theme_that_exists(rf: RequestFactory, cookie, theme):
    request = rf.get("/")
    if cookie:
        request.COOKIES["tema"] = cookie

    assert looks(request)["theme"] == theme

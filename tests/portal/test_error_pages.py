"""What goes wrong is said on a page of ours: in words, with a way on, and never with what the machine thinks of it."""

import pytest
from django.test import Client
from django.urls import reverse

from booking.models import OrderReason
from tests.cast import with_role
from tests.page_checks import assert_valid_html

A_BUTTON = "/kalender/angra/8a8f1f6e-6a59-4a0e-9f0e-6a8f5f6c1f10/"
READS = {"accept": "text/html,*/*"}


@pytest.mark.parametrize("signs_in", [True, False])
def test_the_address_of_a_button_opened_by_itself_is_a_page_with_a_way_on(town, signs_in):
    browser = Client()
    if signs_in:
        browser.force_login(town.substitute().user)
    address = A_BUTTON if signs_in else "/sprak/"

    answer = browser.get(address, headers=READS)

    assert answer.status_code == 405
    assert answer["Allow"] == "POST"
    assert "Här finns inget att visa" in answer.content.decode()
    assert 'href="/min-sida/"' in answer.content.decode()
    assert_valid_html(answer.content.decode())


def test_a_program_that_reads_no_pages_is_sent_none(town, signed_in):
    answer = signed_in(town.substitute().user).get(A_BUTTON)

    assert answer.status_code == 405
    assert answer.content == b""


@pytest.mark.parametrize("method", ["delete", "put", "patch"])
def test_a_row_goes_by_no_way_past_the_question_and_the_history(method, signed_in, db):
    reason, owner = OrderReason.objects.create(name="semester"), with_role("system_owner")

    answer = getattr(signed_in(owner), method)(reverse("orderreason:delete", args=[reason.pk]))

    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD, POST, OPTIONS")
    assert OrderReason.objects.filter(pk=reason.pk).exists()


def test_too_many_attempts_are_told_in_words(town, signed_in, settings):
    settings.ACCOUNT_RATE_LIMITS = {"change_password": "1/m/user"}
    browser = signed_in(town.substitute().user)
    browser.post("/konto/password/change/", {})

    answer = browser.post("/konto/password/change/", {})

    assert answer.status_code == 429
    assert "Det blev för många försök" in answer.content.decode()
    assert_valid_html(answer.content.decode())


@pytest.mark.parametrize("sent", [{"data": b"x", "content_type": "multipart/form-data"}, {"data": b"a=1&" * 1100}])
def test_what_cannot_be_read_at_all_is_told_in_words(town, signed_in, sent):
    kind = {"content_type": "application/x-www-form-urlencoded"}

    answer = signed_in(town.substitute().user).post("/kalender/lagg-tid/", **(kind | sent))

    assert answer.status_code == 400
    assert "Vi förstod inte det du skickade" in answer.content.decode()


def test_a_cookie_that_none_of_our_pages_has_set_is_refused_in_words(db, client):
    answer = client.get("/mer/", headers={"cookie": 'sessionid="\\000aaaaaaaa"'})

    assert answer.status_code == 400
    assert "Vi förstod inte det du skickade" in answer.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/admin/images/chooser/chosen/x/",
        "/admin/snippets/choose/pages/payday/chosen/x/",
        "/admin/failwhale/",
        "/admin/choose-external-link/?parent_page_id=ä",
        "/admin/workflows/tasks/add/pages/a%00b/",
    ],
)
def test_an_address_that_wagtail_makes_for_no_page_is_no_error(address, signed_in, owner):
    assert signed_in(owner).get(address).status_code in {400, 404}


def test_an_error_in_a_view_of_ours_stays_one(signed_in, town, monkeypatch):
    monkeypatch.setattr("booking.views.desk.board.render", lambda *_of, **_said: int("x"))
    browser = signed_in(town.planner)
    browser.raise_request_exception = False

    assert browser.get("/admin/tavla/").status_code == 500


def test_no_address_says_that_it_takes_more_than_it_does(client, db):
    assert client.options("/konto/login/")["Allow"] == "GET, HEAD, POST, OPTIONS"
    assert client.get("/sprak/")["Allow"] == "POST"

"""While the support looks as somebody else every page says so, and nothing is changed."""

import re
from datetime import timedelta

import pytest
import time_machine

from booking.models import Availability
from messaging.models import Message
from people.models import HistoryEntry, SignIn, SupportVisit, User
from tests.cast import NOW, with_role
from tests.factories.pages import a_site

pytestmark = pytest.mark.usefixtures("sessions_end")

FORM = "/admin/hjalp-en-person/"
MARK = 'class="helping"'


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False) as moved:
        yield moved


@pytest.fixture
def emma(town):
    return town.substitute(user__first_name="Emma", user__phone="+46701740605").user


def code_sent_to(person) -> str:
    return re.search(r"\d{6}", Message.objects.get(kind="account.support_code", recipient=person).body)[0]


@pytest.fixture
def helping(clock, signed_in, owner, emma):
    """The owner's browser, where Emma's pages are shown."""
    client = signed_in(owner)
    form = client.post(FORM, {"username": emma.username, "reason": "visa kalendern"})["Location"]
    answer = client.post(form, {"code": code_sent_to(emma)})
    assert answer["Location"] == "/min-sida/"
    return client


def test_the_code_goes_to_her_and_not_to_the_helper(helping, emma):
    message = Message.objects.get(kind="account.support_code")

    assert (message.recipient, message.channel, message.address) == (emma, "sms", "+46701740605")
    assert message.discreet


@pytest.mark.parametrize("address", ["/min-sida/", "/kalender/", "/profil/", "/mer/", "/sok/", "/finns-inte/"])
def test_every_page_says_whose_it_is_and_how_to_stop(helping, emma, address):
    page = helping.get(address, follow=True).content.decode()

    assert MARK in page
    assert str(emma) in page
    assert 'action="/hjalp/avsluta/"' in page


def test_the_municipalitys_own_pages_say_it_too(helping, signed_in, emma):
    a_site()

    assert MARK in helping.get("/").content.decode()
    assert MARK not in signed_in(emma).get("/").content.decode()


def test_nobody_else_sees_the_mark(helping, signed_in, emma):
    assert MARK not in signed_in(emma).get("/mer/").content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/meddelanden/", "/meddelanden/val/", "/mina-enheter/", "/konto/password/change/", "/intyg/",
        "/kalender/prenumerera/", "/bokningar/utan-nat/", "/admin/", FORM, "/demo/enter/", "/profil/mobilnummer/",
        "/profil/e-post/", "/konto/sakerhet/", "/mina-uppgifter/", "/konto/bekrafta/",
    ],
)  # fmt: skip
def test_what_is_secret_or_another_matter_is_closed(helping, address):
    assert helping.get(address).status_code in {403, 404}


@pytest.mark.parametrize(
    ("address", "typed"),
    [
        ("/kalender/lagg-tid/", {"vecka": "2026-W21", "dag": ["1"], "tid": "kvall", "slag": "available"}),
        ("/konto/password/change/", {"oldpassword": "x"}),
        ("/profil/mobilnummer/", {"phone": "070-174 06 90"}),
        ("/mina-enheter/logga-ut-andra/", {}),
        ("/sprak/", {"sprak": "en"}),
    ],
)
def test_nothing_is_changed(helping, emma, address, typed):
    assert helping.post(address, typed).status_code == 403
    assert not Availability.objects.exists()
    assert User.objects.get(pk=emma.pk).language == ""


def test_it_is_stopped_by_the_button_and_nobody_is_signed_in_then(helping, emma):
    page = helping.post("/hjalp/avsluta/", follow=True).content.decode()

    assert "Hjälpen är avslutad." in page
    assert MARK not in page
    assert "_auth_user_id" not in helping.session
    assert SupportVisit.objects.get().ended_at


def test_it_ends_after_half_an_hour(helping, clock, emma):
    clock.shift(timedelta(minutes=29))
    assert helping.get("/mer/").status_code == 200
    clock.shift(timedelta(minutes=1))

    page = helping.get("/mer/", follow=True)

    assert page.request["PATH_INFO"] == "/konto/login/"
    assert "Den kan pågå i högst 30 minuter." in page.content.decode()
    assert HistoryEntry.objects.filter(action="substitute.support_end").exists()


def test_she_sees_it_among_her_devices_and_ends_it(helping, signed_in, emma, owner):
    hers = signed_in(emma)
    page = hers.get("/mina-enheter/").content.decode()
    assert f"{owner} i supporten hjälper dig" in page

    hers.post(f"/mina-enheter/{SignIn.objects.get(helper=owner).pk}/logga-ut/")

    assert helping.get("/mer/").status_code == 302


def test_that_she_was_in_last_is_not_touched_nor_is_the_browser_hers(helping, emma):
    assert User.objects.get(pk=emma.pk).last_login is None
    assert SignIn.objects.get(user=emma).browser == ""


def test_nothing_has_been_shown_that_would_make_it_a_strong_session(helping):
    assert "account_authentication_methods" not in helping.session


def test_the_helpers_own_session_is_gone(helping, owner):
    assert not SignIn.objects.filter(user=owner, ended_at=None).exists()


def test_a_helper_whose_account_is_closed_is_out_at_the_next_request(helping, owner):
    owner.is_active = False
    owner.save()

    assert helping.get("/mer/").status_code == 302


@pytest.mark.parametrize("role", ["planner", "ordering_manager", "certificate_officer", "editor"])
def test_nobody_but_the_support_may_ask(town, signed_in, role):
    places = {"planner": {"area": town.area}, "ordering_manager": {"workplace": town.workplace}}
    somebody = with_role(role, **places.get(role, {}))

    assert signed_in(somebody).get(FORM).status_code == 404


def test_nobody_writes_the_code_that_another_asked_for(town, signed_in, owner, emma):
    form = signed_in(owner).post(FORM, {"username": emma.username, "reason": "x"})["Location"]

    assert signed_in(with_role("system_owner")).post(form, {"code": code_sent_to(emma)}).status_code == 404


def test_a_wrong_code_is_told_at_its_field_and_opens_nothing(signed_in, owner, emma):
    client = signed_in(owner)
    form = client.post(FORM, {"username": emma.username, "reason": "x"})["Location"]
    wrong = "111111" if code_sent_to(emma) != "111111" else "222222"

    answer = client.post(form, {"code": wrong})

    assert answer.status_code == 422
    assert "Koden stämmer inte." in answer.content.decode()
    assert client.session["_auth_user_id"] == str(owner.pk)


def test_whoever_looks_at_herself_is_at_no_visit(signed_in, emma):
    assert signed_in(emma).post("/hjalp/avsluta/").status_code == 404


def test_a_manager_who_is_helped_orders_nothing_through_it(town, clock, signed_in, owner):
    client = signed_in(owner)
    form = client.post(FORM, {"username": town.manager.username, "reason": "x"})["Location"]
    client.post(form, {"code": code_sent_to(town.manager)})

    assert MARK in client.get("/bestallningar/").content.decode()
    assert client.post("/bestallningar/ny/", {"text": "x"}).status_code == 403

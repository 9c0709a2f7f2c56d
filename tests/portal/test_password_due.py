"""A password that is too old, or that somebody started anew, opens the page where it is changed and nothing else."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from booking.models import Order
from tests.factories.people import PASSWORD, SubstituteFactory

NEW = "Blabar-och-4-hjortron"
CHANGE = "/konto/password/change/"


@pytest.fixture
def emma(db):
    user = SubstituteFactory().user
    user.password_changed_at = timezone.now() - timedelta(days=400)
    user.save()
    return user


def signed_in_by_password(user):
    client = Client()
    client.post("/konto/login/", {"login": user.username, "password": PASSWORD})
    return client


@pytest.mark.parametrize("page", ["/min-sida/", "/bokningar/", "/profil/", "/mer/", "/meddelanden/", "/"])
def test_no_page_is_reached_but_the_one_where_it_is_changed(emma, page):
    answer = signed_in_by_password(emma).get(page)

    assert (answer.status_code, answer["Location"].partition("?")[0]) == (302, CHANGE)


def test_nothing_is_done_either(emma):
    answer = signed_in_by_password(emma).post("/profil/onskemal/", {"hours": "20"})

    assert (answer.status_code, answer["Location"].partition("?")[0]) == (302, CHANGE)


def test_what_she_was_sending_is_there_again_when_she_has_changed_it_and_is_not_sent(town):
    manager = town.manager
    manager.must_change_password = True
    manager.save()
    client = signed_in_by_password(manager)
    answer = client.post("/bestallningar/ny/", {"text": "Ta med inneskor"})
    onward = client.get(answer["Location"]).context["redirect_field_value"]

    changed = client.post(CHANGE, {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW, "next": onward})

    page = client.get(changed["Location"]).content.decode()
    assert "Ta med inneskor" in page
    assert "Det du skrev finns kvar" in page
    assert not Order.objects.exists()


def test_a_lone_button_leads_back_to_the_page_where_it_stood(emma):
    client = signed_in_by_password(emma)

    answer = client.post("/profil/mobilnummer/avbryt/", headers={"referer": "http://testserver/profil/"})

    assert client.get(answer["Location"]).context["redirect_field_value"] == "/profil/"


def test_a_part_of_a_page_that_a_script_fetches_leads_there_too(emma):
    answer = signed_in_by_password(emma).get("/kalender/", headers={"HX-Request": "true"})

    assert answer["HX-Redirect"] == CHANGE


def test_the_page_says_why_and_leads_on_when_it_is_done(emma):
    client = signed_in_by_password(emma)
    page = client.get("/bokningar/", follow=True).content.decode()
    assert "Ditt lösenord har gått ut" in page
    assert 'name="next" value="/bokningar/"' in page

    form = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW, "next": "/bokningar/"}
    answer = client.post(CHANGE, form)

    assert answer["Location"] == "/bokningar/"
    assert client.get("/bokningar/").status_code == 200


def test_the_same_password_again_is_no_change(emma):
    client = signed_in_by_password(emma)

    page = client.post(CHANGE, {"oldpassword": PASSWORD, "password1": PASSWORD, "password2": PASSWORD})

    assert "Du har haft det lösenordet förut" in page.content.decode()
    assert client.get("/min-sida/")["Location"].startswith(CHANGE)


def test_her_browser_tells_what_the_policy_stopped_meanwhile(emma):
    report = b'{"csp-report": {"document-uri": "http://testserver/mer/", "effective-directive": "script-src"}}'

    answer = signed_in_by_password(emma).post("/csp/", report, content_type="application/csp-report")

    assert answer.status_code == 204


def test_signing_out_is_always_open(emma):
    client = signed_in_by_password(emma)

    assert client.get("/konto/logout/").status_code == 200
    client.post("/konto/logout/")
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("way", ["code", "socialaccount"])
def test_whoever_came_in_by_another_way_is_let_be(emma, having_shown, way):
    assert having_shown(emma, way).get("/min-sida/").status_code == 200


def test_a_password_that_somebody_started_anew_is_changed_first(db):
    user = SubstituteFactory(user__must_change_password=True).user

    page = signed_in_by_password(user).get("/min-sida/", follow=True).content.decode()

    assert "Någon har skickat dig en länk" in page


def test_a_password_that_holds_is_in_nobodys_way(db):
    user = SubstituteFactory(user__password_changed_at=timezone.now()).user

    assert signed_in_by_password(user).get("/min-sida/").status_code == 200

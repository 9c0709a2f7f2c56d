"""In, out, and what to do when the password is forgotten."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.exceptions import ValidationError
from django.utils import timezone

from messaging.models import Message
from people.passwords import KindsOfCharactersValidator
from people.start import start_page
from tests.factories.people import PASSWORD, SubstituteFactory, UserFactory


def sign_in(client, login: str, password: str = PASSWORD):
    return client.post("/konto/login/", {"login": login, "password": password})


def test_somebody_signs_in_with_her_user_name(client, db):
    user = SubstituteFactory().user

    answer = sign_in(client, user.username.upper())

    assert (answer.status_code, answer["Location"]) == (302, "/min-sida/")


def test_somebody_signs_in_with_her_e_mail(client, db):
    assert sign_in(client, SubstituteFactory().user.email).status_code == 302


def test_a_wrong_password_says_so_beside_the_form_and_keeps_the_name(client, db):
    user = UserFactory()

    page = sign_in(client, user.username, "fel").content.decode()

    assert "Användarnamnet och lösenordet stämmer inte ihop." in page
    assert f'value="{user.username}"' in page


def test_five_wrong_passwords_stop_the_account_and_not_the_colleagues(client, db):
    user, colleague = UserFactory(), UserFactory()

    for _ in range(6):
        sign_in(client, user.username, "fel")

    assert sign_in(client, user.username).status_code != 302
    assert sign_in(client, colleague.username).status_code == 302


def test_a_closed_account_does_not_get_in(client, db):
    user = UserFactory(is_active=False)

    sign_in(client, user.username)

    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("door", ["/admin/login/", "/_util/login/"])
def test_wagtails_own_doors_are_closed(client, officer, door):
    answer = client.post(door, {"username": officer.username, "password": PASSWORD})

    assert "/konto/login/" in answer["Location"]
    assert "_auth_user_id" not in client.session


def test_nobody_signs_herself_up(client, db):
    page = client.post("/konto/signup/", {"username": "ny", "password1": PASSWORD, "email": "ny@alvsunda.example"})

    assert not UserFactory._meta.model.objects.filter(username="ny").exists()
    assert page.status_code in {200, 403, 404}


def test_a_forgotten_password_is_replaced_through_a_link(client, db, drain):
    user = UserFactory()
    client.post("/konto/password/reset/", {"email": user.email})
    drain()
    link = re.search(r"http://\S+(/konto/password/reset/key/\S+)", mail.outbox[0].body)
    form = client.get(link[1], follow=True).request["PATH_INFO"]

    client.post(form, {"password1": "Blabar-och-4-hjortron", "password2": "Blabar-och-4-hjortron"})

    assert sign_in(client, user.username, "Blabar-och-4-hjortron").status_code == 302


def test_the_way_in_that_a_mail_carries_is_gone_from_the_outbox_once_it_has_left(client, db, drain, settings):
    settings.DEMO = False
    user = UserFactory()
    client.post("/konto/password/reset/", {"email": user.email})
    assert "/konto/password/reset/key/" in Message.objects.get().body

    drain()

    assert (Message.objects.get().status, Message.objects.get().body) == (Message.Status.ACCEPTED, "")
    assert not Message.objects.in_inbox(user, now=timezone.now()).exists()


def test_an_unknown_address_gets_the_same_answer_as_a_known_one(client, db):
    known = client.post("/konto/password/reset/", {"email": UserFactory().email})
    unknown = client.post("/konto/password/reset/", {"email": "ingen@alvsunda.example"})

    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])


def test_signing_out_takes_a_post(client, db):
    user = UserFactory()
    client.force_login(user)

    client.get("/konto/logout/")
    assert "_auth_user_id" in client.session

    client.post("/konto/logout/")
    assert "_auth_user_id" not in client.session


def test_each_role_begins_where_its_work_is(town, officer, editor):
    assert start_page(town.substitute().user) == "/min-sida/"
    assert start_page(town.manager) == "/bestallningar/"
    assert {start_page(user) for user in (town.planner, officer, editor)} == {"/admin/"}


@pytest.mark.parametrize("password", ["Tranbar-och-2-lingon", "utan-stor-men-2", "UTAN-LITEN-MEN-2"])
def test_three_of_four_kinds_will_do(password):
    KindsOfCharactersValidator().validate(password)


@pytest.mark.parametrize("password", ["baragemenerhela", "gemener1234567", "Blåbär-och-2-lingon"])
def test_too_few_kinds_or_swedish_letters_will_not(password):
    with pytest.raises(ValidationError):
        KindsOfCharactersValidator().validate(password)


def test_nothing_stands_in_the_way_of_the_first_thing_on_her_start_page(client, db):
    user = SubstituteFactory().user

    page = client.post("/konto/login/", {"login": user.username, "password": PASSWORD}, follow=True)

    assert list(page.context["messages"]) == []


def test_an_address_is_changed_in_the_profile_and_nowhere_else(client, db):
    user = UserFactory()
    client.force_login(user)

    answer = client.post("/konto/email/", {"email": "annan@alvsunda.example", "action_add": ""})

    assert (answer.status_code, answer["Location"]) == (302, "/profil/e-post/")
    assert not EmailAddress.objects.exists()

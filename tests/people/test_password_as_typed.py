"""A password is taken as it was typed, however long, and kept by a method that is slow to guess through."""

import pytest
from django.conf import global_settings
from django.contrib.auth.password_validation import CommonPasswordValidator, validate_password
from django.core.exceptions import ValidationError
from django.utils.module_loading import import_string

from tests.factories.people import PASSWORD
from tests.people.second_step_world import LOGIN, is_in

TYPED = "  Vinter Tall 7 grenar  "
LONG = "Gran-och-9-tallar " * 7 + "sist"


@pytest.mark.parametrize("other", [TYPED.strip(), TYPED.lower(), TYPED[:-1], TYPED + " "])
def test_it_is_read_as_it_was_typed(other, town, client):
    user = town.substitute().user
    user.set_password(TYPED)
    user.save()

    client.post(LOGIN, {"login": user.username, "password": other})
    assert not is_in(client)
    client.post(LOGIN, {"login": user.username, "password": TYPED})
    assert is_in(client)


def test_more_than_a_hundred_signs_are_taken_and_every_one_counts(town, client):
    user = town.substitute().user
    client.force_login(user)
    form = {"oldpassword": PASSWORD, "password1": LONG, "password2": LONG}
    assert len(LONG) > 128
    assert client.post("/konto/password/change/", form).status_code == 302

    client.logout()
    client.post(LOGIN, {"login": user.username, "password": LONG[:-1]})
    assert not is_in(client)
    client.post(LOGIN, {"login": user.username, "password": LONG})
    assert is_in(client)


def test_in_production_it_is_kept_by_a_method_that_takes_its_time():
    slow = import_string(global_settings.PASSWORD_HASHERS[0])()

    assert slow.algorithm == "pbkdf2_sha256"
    assert slow.iterations >= 600_000


@pytest.mark.parametrize("old", ["", "Fel-losenord-4-henne"])
def test_it_is_not_changed_without_the_one_that_she_has(old, town, client):
    user = town.substitute().user
    client.force_login(user)

    answer = client.post("/konto/password/change/", {"oldpassword": old, "password1": LONG, "password2": LONG})

    assert answer.status_code == 422 or answer.context["form"].errors["oldpassword"]
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


def test_the_commonest_of_leaks_are_not_taken():
    known = CommonPasswordValidator().passwords

    assert len(known) > 19_000
    for word in sorted(known)[::1000]:
        with pytest.raises(ValidationError):
            validate_password(word)

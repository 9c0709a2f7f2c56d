"""The command that a municipality begins with."""

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from people import access
from people.models import User

WORDS = {"username": "anna", "first_name": "Anna", "last_name": "Ek", "email": "anna@alvsunda.example"}


def test_the_first_owner_gets_an_account_a_role_and_a_desk(db, signed_in, capsys):
    call_command("first_owner", **WORDS)

    anna = User.objects.get(username="anna")
    assert access.holds(anna, "system_owner")
    assert not anna.is_superuser
    assert signed_in(anna).get(reverse("account:index")).status_code == 200
    assert "/konto/password/reset/" in capsys.readouterr().out


def test_what_is_not_given_is_asked_for(db, monkeypatch):
    monkeypatch.setattr("builtins.input", lambda asked: {"E-mail: ": "anna@alvsunda.example"}[asked])

    call_command("first_owner", **(WORDS | {"email": None}))

    assert User.objects.get(username="anna").email == "anna@alvsunda.example"


def test_there_is_one_first_owner(owner):
    with pytest.raises(CommandError, match="There is a system owner already"):
        call_command("first_owner", **WORDS)


@pytest.mark.parametrize("wrong", [{"email": "anna"}, {"username": "an na"}])
def test_what_cannot_be_makes_nobody(wrong, db):
    with pytest.raises(CommandError):
        call_command("first_owner", **(WORDS | wrong))

    assert not User.objects.exists()

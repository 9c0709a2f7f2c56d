"""What must be read again is sealed, and goes on being readable when the key is another."""

import pytest
from django.core.management import CommandError, call_command

from people import sealing
from people.operations import second_steps
from tests.cast import NOW
from tests.factories.people import UserFactory
from tests.people.second_step_world import SECRET, opened, paper_of, with_app


def test_what_is_sealed_says_nothing_and_is_opened_again():
    assert SECRET not in sealing.sealed(SECRET)
    assert sealing.opened(sealing.sealed(SECRET)) == SECRET


def test_the_same_text_is_sealed_otherwise_each_time():
    assert sealing.sealed(SECRET) != sealing.sealed(SECRET)


def test_an_earlier_key_opens_as_long_as_it_is_a_fallback(settings):
    token, old = sealing.sealed(SECRET), settings.SECRET_KEY
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another", [old]
    assert sealing.opened(token) == SECRET

    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(sealing.CannotOpen):
        sealing.opened(token)


@pytest.mark.parametrize("token", ["", "x", "gAAAAA", SECRET])
def test_what_was_never_sealed_is_not_opened(token):
    with pytest.raises(sealing.CannotOpen):
        sealing.opened(token)


def test_after_resealing_the_old_key_can_be_thrown_away(db, settings, capsys):
    user = with_app(UserFactory(), at=NOW)
    codes, old = paper_of(user), settings.SECRET_KEY
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another", [old]

    call_command("reseal")
    settings.SECRET_KEY_FALLBACKS = []

    assert capsys.readouterr().out == "2 sealed anew.\n"
    assert (opened(user), paper_of(user)) == (SECRET, codes)


def test_resealing_without_the_old_key_changes_nothing(db, settings):
    user = with_app(UserFactory(), at=NOW)
    before = list(second_steps.of(user).values())
    settings.SECRET_KEY = "another"

    with pytest.raises(CommandError, match="SECRET_KEY_FALLBACKS"):
        call_command("reseal")

    assert list(second_steps.of(user).values()) == before

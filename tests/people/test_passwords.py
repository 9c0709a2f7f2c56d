"""The municipality's rules for passwords, each from its setting."""

import environ
import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ImproperlyConfigured, ValidationError
from hypothesis import given
from hypothesis import strategies as st

from people import common_passwords, passwords
from people.operations import identity
from people.operations.passwords import choose
from people.passwords import CommonHereValidator, OwnNameValidator, UsedBeforeValidator
from portal.password_rules import validators
from tests.cast import NOW
from tests.clock import at
from tests.factories.people import PASSWORD, UserFactory


def env(**said):
    env = environ.Env()
    env.ENVIRON = {name: str(value) for name, value in said.items()}
    return env


def refused(validator, password, user=None):
    try:
        validator.validate(password, user)
    except ValidationError as error:
        return error.code
    return ""


@pytest.fixture
def mira(db):
    return UserFactory(
        first_name="Mira", last_name="Lindgren", username="lima9617", email="mira.l@alvsunda.example", phone=""
    )


@pytest.mark.parametrize(
    "password",
    [
        "Sommar2026!", "Sommaren-2026", "Bemanningen1!", "Vikarie123456!", "S0mmar2026!!", "2026Vinter2026!",
        "Hemtjänsten1!", "LösenordLösenord1", "Alvsundakommun1!", "V@lkommen2026", "Qwertyuiop123!", "Abcdefghijkl1!",
        "Aaaaaaaaaaa1!", "Fredag-Mandag-12", "Password1234!",
    ],
)  # fmt: skip
def test_what_many_would_choose_here_is_refused(password):
    assert refused(CommonHereValidator(), password)


@pytest.mark.parametrize("password", [PASSWORD, "Blabar-och-4-hjortron", "Kratta-Moln-7-Spis", "xK9!rT2m#vLq"])
def test_words_that_do_not_belong_together_are_let_through(password):
    assert not refused(CommonHereValidator(), password)


@given(st.text(max_size=300))
def test_whatever_is_typed_it_is_weighed_quickly_and_without_falling(password):
    assert common_passwords.is_common(password) in {True, False}


def test_many_ways_to_read_a_long_password_take_no_longer():
    assert common_passwords.is_common("sommaren" * 12 + "x") is False
    assert common_passwords.is_common("Kaffe-Hund-Schema-Vinter7") is False, "four words"
    assert common_passwords.is_common("Kaffe-Hund-Schema7") is True
    assert common_passwords.is_common("sommaren" * 12) is True


@pytest.mark.parametrize(
    "password",
    [
        "Mira-Tranbar-26",
        "xx-LINDGREN-4x",
        "Lima9617-tranbar",
        "Tranbar-mira.l-2",
        "Tranbarlindgren7!",
        "Míra-tranbar-7",
    ],
)
def test_ones_name_user_name_and_address_are_in_no_password(mira, password):
    assert refused(OwnNameValidator(), password, mira)


def test_a_short_name_is_looked_for_as_a_word(mira):
    mira.first_name = "Bo"

    assert refused(OwnNameValidator(), "Bo-och-2-Tranbar", mira)
    assert not refused(OwnNameValidator(), "Bordet-och-2-bar", mira)


def test_nobody_chooses_the_name_that_is_hidden(town):
    hidden = town.substitute(user__first_name="Torborg", user__last_name="Aspelin")
    hidden = identity.mark(hidden, by=town.planner, at=NOW).user

    assert refused(OwnNameValidator(), "Xx-Torborg-12-z", hidden)


def test_a_password_of_before_is_not_chosen_again(mira):
    for number, moment in enumerate(["2026-01-01 08:00", "2026-02-01 08:00", "2026-03-01 08:00"]):
        choose(mira, f"Tranbar-och-{number}-moln", at=at(moment))

    assert refused(UsedBeforeValidator(3), "Tranbar-och-2-moln", mira), "the one that she has"
    assert refused(UsedBeforeValidator(3), "Tranbar-och-1-moln", mira)
    assert not refused(UsedBeforeValidator(2), "Tranbar-och-0-moln", mira)
    assert not refused(UsedBeforeValidator(3), "Tranbar-och-9-moln", mira)


def test_no_more_passwords_are_remembered_than_are_compared(mira, settings):
    settings.PASSWORD_HISTORY = 2
    for number in range(5):
        choose(mira, f"Tranbar-och-{number}-moln", at=at(f"2026-0{number + 1}-01 08:00"))

    assert mira.former_passwords.count() == 2


def test_the_rules_come_from_the_environment(settings, db):
    said = env(PASSWORD_MIN_LENGTH=8, PASSWORD_KINDS=2, PASSWORD_SWEDISH_LETTERS="on")
    settings.AUTH_PASSWORD_VALIDATORS = validators(said, history=5)

    validate_password("tranbär7")
    with pytest.raises(ValidationError):
        validate_password("tranb7")
    settings.AUTH_PASSWORD_VALIDATORS = validators(env(), history=5)
    with pytest.raises(ValidationError):
        validate_password("tranbär7")


@pytest.mark.parametrize("number", [0, 5])
def test_a_number_of_kinds_that_there_is_not_is_told_at_the_start(number):
    with pytest.raises(ImproperlyConfigured, match="PASSWORD_KINDS"):
        validators(env(PASSWORD_KINDS=number), history=5)


def test_no_history_is_no_rule_about_it():
    rules = validators(env(), history=0)

    assert not any("UsedBefore" in rule["NAME"] for rule in rules)


def test_a_password_holds_to_the_end_of_its_last_day(mira, settings):
    settings.PASSWORD_MAX_AGE = 180
    mira.set_password(PASSWORD)
    mira.password_changed_at = at("2026-01-01 23:30")

    assert str(passwords.last_day(mira)) == "2026-06-30"
    assert not passwords.must_change(mira, now=at("2026-06-30 23:59"))
    assert passwords.must_change(mira, now=at("2026-07-01 00:01"))


def test_an_age_of_nothing_is_for_ever(mira, settings):
    settings.PASSWORD_MAX_AGE = 0
    mira.password_changed_at = at("2001-01-01 08:00")

    assert passwords.last_day(mira) is None
    assert not passwords.must_change(mira, now=NOW)


def test_a_password_of_unknown_age_is_not_too_old(mira):
    assert not passwords.must_change(mira, now=NOW)

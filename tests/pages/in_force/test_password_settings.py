"""Each setting of the passwords changes the page about them, what is let through, and the words beside the field."""

from datetime import timedelta

import environ
import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.html import strip_tags

from people import passwords
from people.operations.passwords import choose
from portal.pages.models import StandardPage
from portal.password_rules import validators
from tests.cast import NOW
from tests.factories.pages import below
from tests.factories.people import UserFactory

FIELD = "/konto/password/change/"


@pytest.fixture
def with_settings(settings):
    """Read the rules anew, as they are read when the portal starts."""

    def read(**said):
        env = environ.Env()
        env.ENVIRON = {name: str(value) for name, value in said.items()}
        settings.PASSWORD_HISTORY = env.int("PASSWORD_HISTORY", default=5)
        settings.AUTH_PASSWORD_VALIDATORS = validators(env, history=settings.PASSWORD_HISTORY)

    return read


@pytest.fixture
def page(home, client):
    below(home, StandardPage, "Lösen", slug="losen", body=[("password_rules", None)])
    return lambda: strip_tags(client.get("/losen/").content.decode())


@pytest.fixture
def mira(db):
    return UserFactory(first_name="Mira", last_name="Lindgren", username="lima9617")


@pytest.fixture
def field(mira, signed_in):
    def shown():
        return signed_in(mira).get(FIELD).content.decode()  # a new session: her password may be another

    return shown


def is_let_through(password, user=None):
    try:
        validate_password(password, user)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    ("said", "password", "words"),
    [
        ({"PASSWORD_MIN_LENGTH": 20}, "Tranbar-och-2-lingon"[:19], "20 tecken"),
        ({"PASSWORD_MIN_LENGTH": 14}, "Tranbar-och-2", "14 tecken"),
        ({"PASSWORD_KINDS": 4}, "Tranbar-och-lingon", "minst fyra av fyra"),
    ],
)
def test_a_stricter_rule_refuses_what_passed_and_is_told_in_both_places(
    with_settings, page, field, mira, said, password, words
):
    with_settings()
    assert is_let_through(password, mira)
    assert words not in page() + field()

    with_settings(**said)

    assert not is_let_through(password, mira)
    assert words in page()
    assert words in field()


def test_swedish_letters_are_let_through_where_the_municipality_says_so(with_settings, page, field, mira):
    with_settings()
    assert not is_let_through("Blåbär-och-4-hjortron", mira)
    assert ["Inte å, ä eller ö" in text for text in (page(), field())] == [True, True]

    with_settings(PASSWORD_SWEDISH_LETTERS=True)

    assert is_let_through("Blåbär-och-4-hjortron", mira)
    assert ["Inte å, ä eller ö" in text for text in (page(), field())] == [False, False]


def test_how_many_former_ones_are_remembered(with_settings, page, field, mira):
    with_settings(PASSWORD_HISTORY=2)
    for number in range(3):
        choose(mira, f"Tranbar-och-{number}-moln", at=NOW + timedelta(days=number))
    assert [is_let_through(f"Tranbar-och-{number}-moln", mira) for number in range(3)] == [True, False, False]
    assert ["dina 2 senaste lösenord" in text for text in (page(), field())] == [True, True]

    with_settings(PASSWORD_HISTORY=0)

    assert is_let_through("Tranbar-och-2-moln", mira)
    assert ["senaste lösenord" in text for text in (page(), field())] == [False, False]


@pytest.mark.parametrize(("age", "warning"), [(90, 3), (180, 5), (365, 0)])
def test_how_long_one_holds_is_told_on_the_page_and_asked_at_each_request(settings, page, mira, age, warning):
    settings.PASSWORD_MAX_AGE, settings.PASSWORD_WARNING = age, warning
    mira.password_changed_at = NOW - timedelta(days=age)

    assert [passwords.must_change(mira, now=NOW + timedelta(days=day)) for day in (0, 1)] == [False, True]
    assert f"Efter {age} dagar" in page()
    assert ("samma dag" if not warning else f"{warning} dagar före") in page()

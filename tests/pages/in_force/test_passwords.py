"""The rules for passwords on a page are those that are in force."""

from typing import Any

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from portal.pages.models import GuidePage, StandardPage
from tests.factories.pages import below

LENGTH = "django.contrib.auth.password_validation.MinimumLengthValidator"
NAME = "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"
KINDS = "people.passwords.KindsOfCharactersValidator"
DIGITS = "django.contrib.auth.password_validation.NumericPasswordValidator"


@pytest.fixture
def shown(home, client):
    """What the page says, asked again each time."""
    below(home, StandardPage, "Lösen", slug="losen", body=[("password_rules", None)])

    def html() -> str:
        return client.get("/losen/").content.decode()

    return html


def validators(*named: tuple[str, dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"NAME": name, "OPTIONS": options} for name, options in named]


def test_the_page_says_what_the_portal_demands(shown):
    html = shown()

    assert html.index("Minst 12 tecken") < html.index("Liknar inte")
    assert "minst tre av fyra" in html
    assert "Inte å, ä eller ö" in html
    assert "Liknar inte ditt användarnamn, ditt förnamn, ditt efternamn eller din e-postadress" in html
    assert "Inget som många andra har valt" in html
    assert "Länken i mejlet gäller i 1 timme" in html


def test_a_longer_password_demanded_is_a_longer_one_on_the_page(shown, settings):
    settings.AUTH_PASSWORD_VALIDATORS = validators((LENGTH, {"min_length": 15}))

    html = shown()

    assert "Minst 15 tecken" in html
    assert "tre av fyra" not in html


def test_other_kinds_demanded_and_letters_allowed_are_told_and_hold(shown, settings):
    settings.AUTH_PASSWORD_VALIDATORS = validators((KINDS, {"kinds_needed": 2, "swedish_letters": True}))

    html = shown()

    assert "minst två av fyra" in html
    assert "Inte å, ä eller ö" not in html
    validate_password("blåbär7")
    with pytest.raises(ValidationError, match="behöver två av fyra"):
        validate_password("blåbär")


def test_what_a_password_may_not_be_like_follows_the_setting(shown, settings):
    settings.AUTH_PASSWORD_VALIDATORS = validators((NAME, {"user_attributes": ("last_name",)}), (DIGITS, {}))

    html = shown()

    assert "Liknar inte ditt efternamn" in html
    assert "Inte bara siffror" in html


def test_a_rule_that_we_have_no_words_for_speaks_for_itself(shown, settings):
    settings.AUTH_PASSWORD_VALIDATORS = validators((f"{__name__}.NeverMonday", {}))

    assert "Inte på en måndag" in shown()


def test_a_link_that_is_good_for_longer_is_so_on_the_page(shown, settings):
    settings.PASSWORD_RESET_TIMEOUT = 30 * 60

    assert "Länken i mejlet gäller i 30 minuter" in shown()


def test_how_long_a_password_holds_and_which_may_not_come_again_is_said(shown, settings):
    settings.PASSWORD_MAX_AGE, settings.PASSWORD_WARNING = 90, 3
    html = shown()
    assert "Efter 90 dagar. Vi skickar sms 3 dagar före, och samma dag." in html
    assert "Inte något av dina 5 senaste lösenord." in html

    settings.PASSWORD_MAX_AGE = 0
    assert "Vi skickar sms" not in shown()


def test_the_guide_about_passwords_repeats_no_rule_in_words_of_its_own(alvsunda, client, settings):
    settings.AUTH_PASSWORD_VALIDATORS = validators((LENGTH, {"min_length": 17}))

    html = client.get(GuidePage.objects.get(slug="valj-ett-losenord").get_url()).content.decode()

    assert "Minst 17 tecken" in html
    assert "Minst 12 tecken" not in html


class NeverMonday:
    """A rule of somebody else's."""

    def validate(self, password: str, user: object = None) -> None:
        """All is well."""

    def get_help_text(self) -> str:
        return "Inte på en måndag"

"""What opens an enquiry by its address, and what does not."""

import uuid

import pytest

from booking import enquiry_links

KEY = uuid.UUID("5b1f2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d")
NUMBER = "+46701740612"


@pytest.fixture
def token():
    return enquiry_links.token(KEY, NUMBER)


def test_a_token_is_short_and_fit_for_an_address(token):
    assert len(token) == 38
    assert set(token) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    assert enquiry_links.key_in(token) == KEY


def test_it_opens_its_own_enquiry(token):
    assert enquiry_links.is_genuine(token, KEY, NUMBER)


def test_it_opens_no_other_enquiry_even_if_the_key_is_exchanged(token):
    other = uuid.uuid4()
    exchanged = enquiry_links.token(other, NUMBER)[:22] + token[22:]

    assert not enquiry_links.is_genuine(token, other, NUMBER)
    assert not enquiry_links.is_genuine(exchanged, other, NUMBER)


def test_it_opens_nothing_for_another_number(token):
    assert not enquiry_links.is_genuine(token, KEY, "+46701740613")


@pytest.mark.parametrize("place", range(22, 38))
def test_no_sign_of_the_seal_may_differ(token, place):
    other = "A" if token[place] != "A" else "B"

    assert not enquiry_links.is_genuine(token[:place] + other + token[place + 1 :], KEY, NUMBER)


@pytest.mark.parametrize("text", ["", "x", "é" * 38, "." * 38, "A" * 21 + "B" + "A" * 16, "A" * 37, "A" * 39])
def test_what_is_no_token_names_no_key(text):
    assert enquiry_links.key_in(text) is None
    assert not enquiry_links.is_genuine(text, KEY, NUMBER)


def test_a_changed_secret_opens_what_was_sealed_with_one_that_still_holds(token, settings):
    before, settings.SECRET_KEY = settings.SECRET_KEY, "another secret"

    assert not enquiry_links.is_genuine(token, KEY, NUMBER)
    settings.SECRET_KEY_FALLBACKS = ["a third", before]
    assert enquiry_links.is_genuine(token, KEY, NUMBER)
    assert enquiry_links.token(KEY, NUMBER) != token

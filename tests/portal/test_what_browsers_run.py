"""What our scripts may do in a browser: they write text as text, listen to our own worker alone, and hinder nobody."""

import re
from pathlib import Path

import pytest
from django.test import Client

SCRIPTS = sorted((Path(__file__).parents[2] / "static" / "js").rglob("*.js"))
WRITES_MARKUP = re.compile(
    r"\.(?:inner|outer)HTML\s*\+?=|insertAdjacentHTML|document\.write|\beval\(|new Function|setTimeout\(\s*[\"']"
)
LISTENS = re.compile(r"(\S+)addEventListener\(\s*[\"']message[\"']|\bonmessage\b")
HINDERS = re.compile(r"[\"'](?:paste|copy|cut|contextmenu)[\"']|onpaste")
WITH_A_PASSWORD = ("/konto/login/", "/konto/password/change/", "/konto/reauthenticate/")
PASSWORD_FIELD = re.compile(r"<input[^>]*name=\"[^\"]*password[^\"]*\"[^>]*>")


def test_the_search_sees_what_it_looks_for():
    assert WRITES_MARKUP.search("box.innerHTML = text")
    assert LISTENS.search('window.addEventListener("message", heard)')
    assert HINDERS.search('field.addEventListener("paste", no)')
    assert len(SCRIPTS) > 15


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_no_script_of_ours_makes_markup_of_text(script):
    assert WRITES_MARKUP.findall(script.read_text()) == []


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_nobody_is_listened_to_but_our_own_worker(script):
    """A worker is of our own origin and of no other; a window could be anybody's."""
    assert set(LISTENS.findall(script.read_text())) <= {"workers?."}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_nobody_is_hindered_from_pasting_a_password(script):
    assert HINDERS.findall(script.read_text()) == []


@pytest.mark.parametrize("address", WITH_A_PASSWORD)
def test_a_password_is_hidden_while_it_is_typed_and_a_manager_of_passwords_knows_the_field(address, town):
    browser = Client()
    if address != WITH_A_PASSWORD[0]:
        browser.force_login(town.planner)

    fields = PASSWORD_FIELD.findall(browser.get(address).text)

    assert fields
    assert [field for field in fields if 'type="password"' not in field or "autocomplete=" not in field] == []
    assert [field for field in fields if "maxlength" in field] == []

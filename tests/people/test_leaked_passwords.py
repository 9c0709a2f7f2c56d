"""A password that has leaked is refused, by a file that is sought in and never sent anywhere."""

import hashlib
import io

import environ
import pytest
from django.core.exceptions import ImproperlyConfigured, ValidationError

from people import leaked_passwords
from people.leaked_passwords import LeakedValidator
from portal import password_rules

LEAKED = [f"Sommar-regn-{number}" for number in range(200)]


def sums(words) -> list[str]:
    return sorted(hashlib.sha1(word.encode(), usedforsecurity=False).hexdigest().upper() for word in words)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "leaked.txt"
    path.write_text("".join(f"{each}:{len(each) * 7}\r\n" for each in sums(LEAKED)))
    return str(path)


@pytest.mark.parametrize("word", LEAKED)
def test_each_that_stands_there_is_refused(word, file):
    with pytest.raises(ValidationError, match="läckt"):
        LeakedValidator(file).validate(word)


@pytest.mark.parametrize("word", [f"Vinter-tall-{number}" for number in range(100)])
def test_no_other_is(word, file):
    LeakedValidator(file).validate(word)


@pytest.mark.parametrize("many", [0, 1, 2, 3])
def test_a_short_file_is_sought_to_both_its_ends(many):
    there = sums(LEAKED[:many])
    lines = io.BytesIO("\n".join(f"{each}:1" for each in there).encode())

    assert all(leaked_passwords.has(lines, each.encode()) for each in there)
    assert not leaked_passwords.has(lines, b"0" * 40)
    assert not leaked_passwords.has(lines, b"F" * 40)


def test_it_is_asked_where_a_file_is_given_and_a_wrong_one_is_told_at_the_start(file, monkeypatch):
    env = environ.Env()
    names = {rule["NAME"] for rule in password_rules.validators(env, history=5)}
    assert "people.leaked_passwords.LeakedValidator" not in names

    monkeypatch.setenv("PASSWORD_LEAKED_FILE", file)
    rule = next(r for r in password_rules.validators(env, history=5) if "Leaked" in r["NAME"])
    assert rule["OPTIONS"] == {"path": file}

    monkeypatch.setenv("PASSWORD_LEAKED_FILE", file + ".gone")
    with pytest.raises(ImproperlyConfigured, match="leads to no file"):
        password_rules.validators(env, history=5)

import socket

import pytest
from django.core.management import CommandError

from portal.management import ports
from portal.management.commands.portal import table, wanted_port


@pytest.fixture
def taken():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        yield door.getsockname()[1]


def test_a_free_port_is_used():
    port = ports.any_free()

    assert wanted_port(str(port)) == port


def test_a_taken_port_is_said_with_what_to_do(taken):
    with pytest.raises(CommandError) as refusal:
        wanted_port(str(taken))

    assert str(refusal.value) == (
        f"Port {taken} is taken. End what runs there, or choose another: PORT={taken + 1} make run"
    )


@pytest.mark.parametrize("text", ["", "0", "65536", "-1", "8O00", "８０００", "80 00"])
def test_what_is_not_a_port_is_refused(text):
    with pytest.raises(CommandError, match="is not a port"):
        wanted_port(text)


def test_a_server_answers_and_an_empty_port_does_not(taken):
    assert not ports.answers(ports.any_free())


def test_accounts_are_listed_in_columns():
    assert table([("vikarie", "Amira"), ("redaktör", "Johan")]) == "vikarie   Amira\nredaktör  Johan"

"""The register is asked over HTTP, a page at a time, and read whole or not at all."""

import pytest

from people.ss12000 import fetching
from people.ss12000.fetching import Source, Unreachable
from tests.standins.ss12000 import CLIENT, TOKEN, Register, duty, organisation, person


@pytest.fixture
def register():
    """Seven with a duty, a pupil, and pages of two."""
    one = Register()
    one.lists["persons"] = [person(f"p{n}") for n in range(7)] + [person("pupil")]
    one.lists["duties"] = [duty(f"d{n}", f"p{n}") for n in range(7)]
    one.lists["organisations"] = [organisation()]
    yield one
    one.close()


def by_token(register: Register, **more: object) -> Source:
    return Source(url=register.url, token=TOKEN, timeout=2, **more)


def test_all_pages_are_read_and_pupils_are_not_asked_for(register):
    read = fetching.fetch(by_token(register))

    assert read.persons.keys() == {f"p{n}" for n in range(7)}
    assert len(read.duties) == 7
    assert read.duties[0].organisations == {"org-1", "12345678"}
    assert any("relationship.entity.type=duty" in path for path in register.asked)


def test_a_client_gets_its_token_first(register):
    client, secret = CLIENT
    source = Source(
        url=f"{register.url}/", token_url=f"{register.url}/token", client_id=client, client_secret=secret, timeout=2
    )

    assert len(fetching.fetch(source).duties) == 7
    assert register.asked[0] == "/token"


@pytest.mark.parametrize("status", [401, 404, 410, 429, 500, 503])
def test_half_an_answer_is_none(register, status):
    register.statuses = {"persons": status}

    with pytest.raises(Unreachable) as problem:
        fetching.fetch(by_token(register))
    assert TOKEN not in str(problem.value)


def test_the_wrong_secret_and_the_wrong_token_are_told_alike(register):
    wrong = Source(url=register.url, token_url=f"{register.url}/token", client_id="x", client_secret="y", timeout=2)

    for source in (wrong, Source(url=register.url, token="fel", timeout=2)):
        with pytest.raises(Unreachable, match="släpper inte in oss"):
            fetching.fetch(source)


def test_a_register_that_never_ends_is_not_read_for_ever(register):
    register.repeats = True

    with pytest.raises(Unreachable, match="samma sida"):
        fetching.fetch(by_token(register))


def test_nobody_there_is_told_without_the_address():
    with pytest.raises(Unreachable, match="går inte att nå") as problem:
        fetching.fetch(Source(url="http://127.0.0.1:9", token=TOKEN, timeout=1))

    assert "127.0.0.1" not in str(problem.value)
    assert problem.value.__cause__ is None

"""What is no answer of a key, or a broken one, is refused and breaks nothing."""

import json

import pytest
from allauth.mfa.models import Authenticator

from people.operations import second_steps
from tests.factories.people import SubstituteFactory
from tests.people.second_step_world import (
    BY_KEY,
    KEY,
    SECOND,
    add_key,
    alone,
    asked_of_anybody,
    by_password,
    is_in,
    proven,
    with_key,
)
from tests.people.soft_key import PRESENT, SoftKey

pytestmark = pytest.mark.django_db


@pytest.fixture
def her():
    return SubstituteFactory().user


def keys_of(user):
    return second_steps.of(user).filter(type=Authenticator.Type.WEBAUTHN)


NONSENSE = ["", "null", "[]", "1", '"x"', "{}", '{"id":1}', '{"response":null}', "{", "\x00", '{"rawId":"å"}']


@pytest.mark.parametrize("answer", NONSENSE)
@pytest.mark.parametrize("page", [BY_KEY, SECOND, KEY])
def test_what_is_no_answer_at_all_breaks_nothing(client, her, page, answer):
    with_key(client, her)
    if page == SECOND:
        by_password(client, her)
    elif page == KEY:
        proven(client, her)
    client.get(page, headers={"Accept": "application/json"})

    status = client.post(page, {"name": "x", "credential": answer}).status_code

    assert status in {200, 302, 422}
    assert keys_of(her).count() == 1


@pytest.mark.parametrize("part", ["clientDataJSON", "authenticatorData", "signature", "userHandle"])
@pytest.mark.parametrize("value", [None, "", "AA", "%%%", 7, [], {"a": "b"}])
def test_an_answer_with_a_broken_part_breaks_nothing(client, her, part, value):
    key = with_key(client, her)
    answer = key.use(asked_of_anybody(client))
    answer["response"][part] = value

    assert alone(client, answer).status_code == 302
    assert not is_in(client)


MADE_WRONG = {
    "another portal": {"origin": "https://x.example"},
    "another host": {"host": "x.example"},
    "unseen": {"flags": PRESENT},
}


@pytest.mark.parametrize("wrong", MADE_WRONG.values(), ids=MADE_WRONG)
def test_a_key_that_was_made_a_little_wrong_is_not_added(client, her, wrong):
    page = add_key(proven(client, her), SoftKey(**wrong))

    assert page.status_code == 422
    assert not second_steps.of(her).exists()


@pytest.mark.parametrize("part", ["clientDataJSON", "attestationObject"])
@pytest.mark.parametrize("value", [None, "", "AA", "oA", "%%%", 7, [], {"a": "b"}])
def test_a_key_with_a_broken_part_is_not_added(client, her, part, value):
    proven(client, her)
    credential = SoftKey().make(client.get(KEY).context["options"])
    credential["response"][part] = value

    assert client.post(KEY, {"name": "x", "credential": json.dumps(credential)}).status_code == 422
    assert not second_steps.of(her).exists()


def test_the_same_key_is_not_added_twice_by_the_same_form(client, her):
    key, options = SoftKey(), proven(client, her).get(KEY).context["options"]
    sent = {"name": "x", "credential": json.dumps(key.make(options))}

    client.post(KEY, sent)
    client.post(KEY, sent)

    assert keys_of(her).count() == 1


def test_what_is_sent_along_with_a_key_is_not_kept(client, her):
    proven(client, her)
    credential = SoftKey().make(client.get(KEY).context["options"]) | {"note": "x" * 100}

    client.post(KEY, {"name": "x", "credential": json.dumps(credential)})

    assert "note" not in keys_of(her).get().data["credential"]


def test_what_is_far_too_long_is_not_read(client, her):
    proven(client, her)
    credential = SoftKey().make(client.get(KEY).context["options"]) | {"note": "x" * 30_000}

    assert client.post(KEY, {"name": "x", "credential": json.dumps(credential)}).status_code == 422
    assert not keys_of(her).exists()

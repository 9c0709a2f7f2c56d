"""A key in the telephone, instead of a password or after it; and what is no answer of hers."""

import json

import pytest
from allauth.mfa.models import Authenticator

from people.operations import second_steps
from tests.factories.people import SubstituteFactory, UserFactory
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


def test_the_key_alone_lets_her_in(client, her):
    key = with_key(client, her)

    alone(client, key.use(asked_of_anybody(client)))

    assert client.session["_auth_user_id"] == str(her.pk)
    assert keys_of(her).get().last_used_at


def test_the_key_lets_her_in_after_the_password(client, her):
    key = with_key(client, her)
    by_password(client, her)
    options = client.get(SECOND).context["options"]

    client.post(SECOND, {"credential": json.dumps(key.use(options))})

    assert is_in(client)


def test_the_key_leads_on_to_where_she_was_going(client, her):
    key = with_key(client, her)
    answer = key.use(asked_of_anybody(client))

    led = client.post(BY_KEY, {"credential": json.dumps(answer), "next": "/kalender/"})

    assert led["Location"] == "/kalender/"


WRONG = {
    "another portal": {"origin": "https://alvsunda.example"},
    "another port": {"origin": "http://localhost:8001"},
    "a page below ours": {"origin": "http://x.localhost:8000"},
    "a key for another host": {"host": "alvsunda.example"},
    "nobody who showed who she is": {"flags": PRESENT},
    "a counter that stands still": {"step": 0},
    "a counter that goes back": {"step": -1},
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_an_answer_that_is_a_little_wrong_lets_nobody_in(client, her, wrong):
    key = with_key(client, her, SoftKey(counter=7))
    for name, value in wrong.items():
        setattr(key, name, value)

    alone(client, key.use(asked_of_anybody(client)))

    assert not is_in(client)


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_nor_does_it_after_the_password(client, her, wrong):
    key = with_key(client, her, SoftKey(counter=7))
    for name, value in wrong.items():
        setattr(key, name, value)
    by_password(client, her)
    options = client.get(SECOND).context["options"]

    client.post(SECOND, {"credential": json.dumps(key.use(options))})

    assert not is_in(client)


def test_the_same_answer_opens_once(client, her):
    key = with_key(client, her)
    answer = key.use(asked_of_anybody(client))
    alone(client, answer)
    client.logout()

    asked_of_anybody(client)
    alone(client, answer)

    assert not is_in(client)


def test_an_answer_to_somebody_elses_question_opens_nothing(client, her):
    key = with_key(client, her)
    asked_elsewhere = asked_of_anybody(type(client)())
    asked_of_anybody(client)

    alone(client, key.use(asked_elsewhere))

    assert not is_in(client)


def test_a_question_is_used_up_by_a_wrong_answer(client, her):
    key = with_key(client, her)
    question = asked_of_anybody(client)
    alone(client, SoftKey(handle=key.handle).use(question))

    alone(client, key.use(question))

    assert not is_in(client)


@pytest.mark.parametrize("handle", [None, "", "xx", "AA"])
def test_a_key_cannot_say_that_it_is_somebody_elses(client, her, handle):
    key, others = with_key(client, her), with_key(client, UserFactory())
    key.handle = others.handle if handle is None else handle

    alone(client, key.use(asked_of_anybody(client)))

    assert not is_in(client)


def test_a_key_in_a_cloud_counts_nothing_and_opens_each_time(client, her):
    key = with_key(client, her, SoftKey(step=0))
    for _ in range(2):
        alone(client, key.use(asked_of_anybody(client)))
        assert is_in(client)
        client.logout()


def test_whoever_is_closed_out_does_not_get_in_by_her_key(client, her):
    key = with_key(client, her)
    type(her).objects.filter(pk=her.pk).update(is_active=False)

    alone(client, key.use(asked_of_anybody(client)))

    assert not is_in(client)


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

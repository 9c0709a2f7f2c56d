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
    alone,
    asked_of_anybody,
    by_password,
    is_in,
    with_key,
)
from tests.people.soft_key import PRESENT, SoftKey

pytestmark = pytest.mark.django_db
AGAIN = "/konto/bekrafta/nyckel/"


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


def test_after_a_wrong_answer_the_page_still_knows_where_she_was_going(client, her):
    with_key(client, her)

    for there, led in (("/kalender/", "?next=%2Fkalender%2F"), ("https://x.example/", "")):
        answer = client.post(BY_KEY, {"credential": "{}", "next": there})
        assert answer["Location"] == f"/konto/login/{led}"


def test_a_key_shows_too_that_it_is_she_before_a_change(client, her):
    key = with_key(client, her)
    client.force_login(her)
    page = f"{AGAIN}?next={KEY}"
    options = client.get(page).context["options"]

    answer = client.post(page, {"credential": json.dumps(key.use(options)), "next": KEY})

    assert answer["Location"] == KEY
    assert client.get(KEY).status_code == 200


def test_somebody_elses_key_does_not_and_she_may_try_again(client, her):
    with_key(client, her)
    others = with_key(client, UserFactory())
    client.force_login(her)
    page = f"{AGAIN}?next={KEY}"
    options = client.get(page).context["options"]

    answer = client.post(page, {"credential": json.dumps(others.use(options)), "next": KEY})

    assert answer["Location"] == page
    assert "Nyckeln gick inte att använda" in client.get(page).content.decode()
    assert client.get(KEY).status_code == 302


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

"""Whoever guesses is stopped, and nobody else: not the owner of the account, not the colleagues behind one address."""

from collections.abc import Callable
from statistics import median
from time import perf_counter

import pytest
import time_machine
from django.contrib.auth import hashers
from django.core.cache import cache
from django.test import Client

from messaging.models import Message
from people import limits
from people.models import Alarm, User
from people.operations import identity
from tests.cast import NOW
from tests.factories.people import PASSWORD, UserFactory

SIGN_IN = "/konto/login/"
WORK = "192.0.2.7"


def tries(client: Client, login: str, password: str = "fel", address: str = WORK):
    return client.post(SIGN_IN, {"login": login, "password": password}, REMOTE_ADDR=address)


def gets_in(client: Client, login: str, address: str = WORK) -> bool:
    return tries(client, login, PASSWORD, address).status_code == 302


def test_three_hundred_colleagues_sign_in_from_one_address_within_a_minute(db):
    people = UserFactory.create_batch(300)

    with time_machine.travel(NOW, tick=False):
        mistyped = [tries(Client(), one.username).status_code for one in people[:60]]
        let_in = [gets_in(Client(), one.username) for one in people]

    assert set(mistyped) == {200}
    assert let_in == [True] * 300


def asks_the_database(monkeypatch) -> list[str]:
    """Which passwords are looked at."""
    looked: list[str] = []
    check = User.check_password
    monkeypatch.setattr(User, "check_password", lambda self, said: looked.append(said) or check(self, said))
    return looked


def test_of_a_hundred_wrong_tries_on_one_account_the_tenth_is_not_even_looked_at(db, monkeypatch):
    user = UserFactory(phone="+46701740605", phone_verified=True)
    looked = asks_the_database(monkeypatch)

    for number in range(100):
        name = (user.email, user.username.upper(), "070-174 06 05")[number % 3]
        tries(Client(), name, f"fel-{number}", address=f"198.51.100.{number}")

    assert looked == [f"fel-{number}" for number in range(5)]
    assert not gets_in(Client(), user.username)


def test_she_whose_account_is_tried_gets_in_where_she_has_been_before(db):
    user = UserFactory()
    hers = Client()
    assert gets_in(hers, user.username)
    hers.get("/meddelanden/")
    hers.post("/konto/logout/")

    for number in range(100):
        tries(Client(), user.username, address=f"198.51.100.{number}")

    assert gets_in(hers, user.username)
    assert not gets_in(Client(), user.username)


def test_her_own_browser_may_not_guess_for_ever_either(db, monkeypatch):
    user = UserFactory()
    hers = Client()
    assert gets_in(hers, user.username)
    hers.get("/meddelanden/")
    hers.post("/konto/logout/")
    looked = asks_the_database(monkeypatch)

    for _ in range(30):
        tries(hers, user.username)

    assert len(looked) == 10


def test_the_browser_of_one_opens_nothing_of_anothers(db):
    user, other = UserFactory(), UserFactory()
    browser = Client()
    assert gets_in(browser, other.username)
    browser.get("/meddelanden/")
    browser.post("/konto/logout/")

    for _ in range(10):
        tries(browser, user.username)

    assert not gets_in(browser, user.username)


def test_whoever_attacks_from_the_address_of_a_workplace_keeps_no_known_browser_out(db):
    user = UserFactory()
    hers = Client()
    assert gets_in(hers, user.username)
    hers.get("/meddelanden/")
    hers.post("/konto/logout/")

    for number in range(120):
        tries(Client(), f"ingen{number}")

    assert gets_in(hers, user.username)


def test_a_protected_person_is_counted_under_both_her_names(town, monkeypatch):
    her = town.substitute()
    name = her.user.username
    identity.mark(her, by=town.planner, at=NOW)
    alias = User.objects.get(pk=her.user_id).username
    looked = asks_the_database(monkeypatch)

    for number in range(20):
        tries(Client(), name if number % 2 else alias)

    assert len(looked) == 5


def test_when_everything_is_tried_at_once_strangers_wait_and_the_owner_is_told(db, owner, monkeypatch):
    monkeypatch.setattr(limits, "FAILED_SIGN_INS", limits.FAILED_SIGN_INS._replace(most=20))
    user, hers = UserFactory(), Client()
    assert gets_in(hers, user.username)
    hers.get("/meddelanden/")
    hers.post("/konto/logout/")

    for number in range(30):
        tries(Client(), f"ingen{number}", address=f"198.51.100.{number}")

    assert not gets_in(Client(), UserFactory().username, address="203.0.113.1")
    assert gets_in(hers, user.username)
    assert Alarm.objects.get().kind == Alarm.Kind.FAILED_SIGN_INS
    assert list(Message.objects.filter(recipient=owner).values_list("kind", flat=True)) == ["account.alarm"]


def test_a_minute_later_it_is_over(db):
    limit = limits.Limit("tried", most=1, seconds=60)
    with time_machine.travel(NOW, tick=False) as clock:
        assert limits.count(limit, "x") == 1
        assert limits.is_reached(limit, "x")
        assert not limits.is_reached(limit, "y")
        clock.shift(61)
        assert not limits.is_reached(limit, "x")


def test_what_is_counted_names_nobody(db):
    user = UserFactory()
    tries(Client(), user.username)
    tries(Client(), "ingen.alls@alvsunda.example")

    names = " ".join(cache._cache)

    assert user.username not in names
    assert "ingen" not in names


def body(answer) -> str:
    """What is read, but for the name that was typed and the token."""
    text = answer.content.decode()
    return text[text.index("<main") : text.index("<form")]


ASKED: list[Callable[[str], tuple[str, dict[str, str]]]] = [
    lambda name: (SIGN_IN, {"login": name, "password": "fel"}),
    lambda name: (SIGN_IN, {"login": f"{name}@alvsunda.example", "password": "fel"}),
    lambda name: ("/konto/password/reset/", {"email": f"{name}@alvsunda.example"}),
]


@pytest.mark.parametrize("asked", ASKED)
def test_known_and_unknown_are_answered_alike_and_with_as_many_questions(asked, db, django_assert_num_queries):
    known = UserFactory(username="kand0101", email="kand0101@alvsunda.example")
    answers = []
    for name in (known.username, "okan0101"):
        address, form = asked(name)
        answers.append(Client().post(address, form))

    assert answers[0].status_code == answers[1].status_code
    assert answers[0].headers.get("Location") == answers[1].headers.get("Location")
    if answers[0].status_code == 200:
        assert body(answers[0]) == body(answers[1])


@pytest.mark.parametrize("by", ["username", "email"])
@pytest.mark.parametrize("state", ["known", "closed", "without a password", "protected", "unknown"])
def test_a_wrong_password_costs_one_comparison_whoever_it_is_of(state, by, db, town, monkeypatch, settings):
    her = town.substitute()
    name = getattr(her.user, by)
    if state == "closed":
        User.objects.filter(pk=her.user_id).update(is_active=False)
    if state == "without a password":
        her.user.set_unusable_password()
        her.user.save()
    if state == "protected":
        identity.mark(her, by=town.planner, at=NOW)
    hashed = counted_hashes(monkeypatch, settings)

    tries(Client(), f"okand-{name}" if state == "unknown" else name)

    assert len(hashed) == 1


def counted_hashes(monkeypatch, settings) -> list[str]:
    """How often something slow is done with a password."""
    done: list[str] = []
    encode = hashers.MD5PasswordHasher.encode
    monkeypatch.setattr(hashers.MD5PasswordHasher, "encode", lambda *of: done.append("x") or encode(*of))
    return done


def test_time_does_not_tell_known_from_unknown(db, settings, monkeypatch):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    settings.ACCOUNT_RATE_LIMITS = False
    user = UserFactory()
    browser = Client()
    taken: dict[str, list[float]] = {user.username: [], "okan0101": []}

    for _ in range(7):
        for name, times in taken.items():
            begun = perf_counter()
            tries(browser, name)
            times.append(perf_counter() - begun)

    known, unknown = (median(times) for times in taken.values())
    assert 0.6 < known / unknown < 1.6

"""Many who guess at the same instant get no more tries than one after another would. On PostgreSQL, through the pages.

What is counted is kept in a table, as where several processes count together: there a step more is no single step.
"""

import re
from functools import partial

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client

from messaging import codes as budget
from messaging.models import Message
from people import limits
from people.models import User
from tests.cast import NOW
from tests.factories.people import SubstituteFactory
from tests.people.test_sign_in_by_code import CONFIRM, NUMBER, PAGE

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

TABLE = "counted_at_once"


@pytest.fixture
def emma(transactional_db):
    return SubstituteFactory(user__phone=NUMBER, user__phone_verified=True).user


@pytest.fixture(params=["memory", "a table"], autouse=True)
def kept_in(request, transactional_db, settings):
    if request.param == "memory":
        yield
        return
    table = {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": TABLE}
    settings.CACHES = settings.CACHES | {"default": table}
    call_command("createcachetable")
    yield
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE {TABLE}")


@pytest.fixture
def looked_at(monkeypatch) -> list[str]:
    """The passwords that were compared with hers."""
    looked: list[str] = []
    check = User.check_password
    monkeypatch.setattr(User, "check_password", lambda self, said: looked.append(said) or check(self, said))
    return looked


def guess(user: User, nth: int) -> int:
    form = {"login": user.username if nth % 2 else user.email, "password": f"fel-{nth}"}
    return Client(REMOTE_ADDR=f"198.51.100.{nth}").post("/konto/login/", form).status_code


def test_of_a_hundred_wrong_passwords_at_once_no_more_than_five_are_looked_at(emma, at_once, looked_at):
    tries = [partial(guess, emma, nth) for nth in range(100)]
    answers = [answer for begun in range(0, 100, 25) for answer in at_once(tries[begun : begun + 25])]

    assert set(answers) == {200}
    assert 1 <= len(looked_at) <= 5
    assert guess(emma, 101) == 200
    assert len(looked_at) <= 5


def waiting(user: User) -> tuple[str, str]:
    """A browser that waits for her code, by its session, and the code."""
    client = Client()
    client.post(PAGE, {"phone": user.phone})
    sms = Message.objects.filter(kind="login.code").latest("posted_at")
    return client.cookies["sessionid"].value, re.search(r"\d{6}", sms.body)[0]


def write(session: str, code: str) -> bool:
    """Whether somebody is let in by it: each in a browser of its own, with a copy of the session."""
    client = Client()
    client.cookies["sessionid"] = session
    client.post(CONFIRM, {"code": code})
    return "_auth_user_id" in client.session


@pytest.fixture
def compared(monkeypatch) -> list[str]:
    """The codes that a form let through to be counted as tries."""
    counted: list[str] = []
    take = limits.take

    def noted(limit, whose=""):
        number = take(limit, whose)
        if limit is limits.TRIES_OF_A_CODE and number:
            counted.append(whose)
        return number

    monkeypatch.setattr(limits, "take", noted)
    return counted


def test_of_twenty_wrong_codes_at_once_no_more_than_five_are_tried(emma, at_once, compared):
    session, right = waiting(emma)
    wrong = [f"{(int(right) + nth) % 10**6:06d}" for nth in range(1, 21)]

    let_in = at_once([partial(write, session, code) for code in wrong])

    assert let_in == [False] * 20
    assert 1 <= len(compared) <= 5
    if len(compared) == 5:
        assert not write(session, right)


def test_the_right_code_twenty_times_at_once_lets_one_in(emma, at_once):
    session, right = waiting(emma)

    let_in = at_once([partial(write, session, right)] * 20)

    assert sum(one is True for one in let_in) == 1


def test_the_budget_gives_no_more_at_once_than_there_is(emma, at_once, settings):
    settings.SMS_CODES_A_DAY = 7

    taken = at_once([partial(budget.take_one, emma, NUMBER, at=NOW)] * 15)

    assert sum(one is True for one in taken) <= 7
    assert not [one for one in taken if isinstance(one, Exception)]

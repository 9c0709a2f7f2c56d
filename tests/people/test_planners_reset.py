"""A planner starts a new password for somebody and sees no secret of it: on no page, in no answer, in no list."""

import re

import pytest
import time_machine
from django.urls import reverse

from messaging import own_password
from messaging.models import Message
from people.models import HistoryEntry, PasswordLink, User
from tests.cast import NOW
from tests.factories.people import PASSWORD
from tests.test_leaks import everything_in, seen


@pytest.fixture(autouse=True)
def _morning():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def emma(town):
    return town.substitute(user__phone="+46701740605")


def secrets_of(link):
    """The token, what is in it, and the sealed password, in the ways that they could be written."""
    sealed = User.objects.get(pk=link.user_id).password
    return [link.token, link.token.partition(".")[2], own_password.page_of(link), link.pk.hex, sealed]


def told(answer):
    """All that the browser got: each page on the way, its headers and its cookies."""
    parts = [everything_in(answer), str(answer.headers), str(answer.cookies)]
    return "\n".join([*parts, *(address for address, _status in getattr(answer, "redirect_chain", []))])


@pytest.mark.parametrize("has_password", [True, False])
def test_neither_the_answer_nor_any_address_of_the_planners_holds_it(emma, town, signed_in, has_password):
    if not has_password:
        emma.user.set_unusable_password()
        emma.user.save()
    desk = signed_in(town.planner)

    started = told(desk.post(reverse("substitute:send_link", args=[emma.pk]), follow=True))

    link = PasswordLink.objects.get()
    sent = Message.objects.get(body__contains=link.token)
    assert sent.recipient == emma.user
    marks = tuple(secrets_of(link))
    keys = [emma.pk, emma.user_id, link.pk, *Message.objects.values_list("pk", flat=True)]
    assert [secret for secret in marks if secret in started] == []
    assert seen(desk, keys, marks) == {}


def test_the_system_owner_sees_as_little_of_a_colleagues(town, owner, signed_in):
    User.objects.filter(pk=town.planner.pk).update(phone="+46701740606")
    desk = signed_in(owner)

    started = told(desk.post(reverse("account:send_link", args=[town.planner.pk]), follow=True))

    marks = tuple(secrets_of(PasswordLink.objects.get()))
    assert "Länken är skickad med sms" in started
    assert [secret for secret in marks if secret in started] == []
    assert seen(desk, [town.planner.pk, PasswordLink.objects.get().pk], marks) == {}


def test_the_history_says_that_it_was_begun_and_by_whom_and_no_more(emma, town, signed_in):
    signed_in(town.planner).post(reverse("substitute:send_link", args=[emma.pk]))

    entry = HistoryEntry.objects.get(action="substitute.start_reset")
    assert (entry.user, entry.data) == (town.planner, {})


def test_the_old_password_lets_in_to_nothing_else_and_the_planner_cannot_use_the_link_without_the_telephone(
    emma, town, signed_in, client
):
    signed_in(town.planner).post(reverse("substitute:send_link", args=[emma.pk]))

    client.post("/konto/login/", {"login": emma.user.username, "password": PASSWORD})

    assert client.get("/bokningar/")["Location"].startswith("/konto/password/change/")
    assert not re.search(PasswordLink.objects.get().token, told(signed_in(town.planner).get("/admin/")))

"""What a planner may do to an account, put together, lets her in as nobody: and the person hears of each part of it."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from messaging.models import Channel, Message
from people.models import HistoryEntry, PasswordLink, User
from people.operations import password_links, second_steps
from people.operations.refusals import Refused
from tests.cast import NOW, with_role
from tests.factories.people import PASSWORD
from tests.people.second_step_world import with_app

HERS, OTHER = "+46701740605", "070-174 06 99"
REASON = {"reason": "Har tappat mobilen"}


@pytest.fixture(autouse=True)
def _clock():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def her(town):
    substitute = town.substitute(user__phone=HERS, user__phone_verified=True, user__email="amira@alvsunda.example")
    User.objects.filter(pk=substitute.user_id).update(last_login=NOW)
    return substitute


@pytest.fixture
def planner(signed_in, town):
    return signed_in(town.planner)


def rewritten(planner, her, **new):
    user = User.objects.get(pk=her.user_id)
    told = {name: getattr(user, name) for name in ("first_name", "last_name", "phone", "email")}
    return planner.post(f"/admin/vikarier/{her.pk}/andra/", told | {"is_active": "on"} | new)


def told(her):
    return set(Message.objects.filter(recipient=her.user_id).values_list("channel", "address"))


def test_she_is_told_where_she_was_reached_before(planner, her):
    assert rewritten(planner, her, phone=OTHER, email="other@alvsunda.example").status_code == 302

    assert told(her) == {(Channel.SMS, HERS), (Channel.EMAIL, "amira@alvsunda.example")}


def test_whoever_wrote_the_number_sends_no_link_to_it(planner, her, town):
    rewritten(planner, her, phone=OTHER)

    page = planner.post(f"/admin/vikarier/{her.pk}/konto/lank/")

    assert page.status_code == 409
    assert "Du har själv skrivit in numret" in page.content.decode()
    assert not PasswordLink.objects.exists()
    with pytest.raises(Refused):
        password_links.send(her.user, by=town.planner, at=NOW + timedelta(days=30))


def test_a_colleague_sends_it_and_so_does_she_when_the_number_is_shown_to_be_hers(planner, her, town):
    rewritten(planner, her, phone=OTHER)
    password_links.send(User.objects.get(pk=her.user_id), by=with_role("system_owner"), at=NOW)

    User.objects.filter(pk=her.user_id).update(phone_verified=True)
    password_links.send(User.objects.get(pk=her.user_id), by=town.planner, at=NOW + timedelta(minutes=5))

    assert PasswordLink.objects.count() == 2


def test_a_number_mistyped_before_the_first_sign_in_is_put_right_and_invited(planner, her, town):
    User.objects.filter(pk=her.user_id).update(last_login=None, phone_verified=False)
    rewritten(planner, her, phone=OTHER)

    assert password_links.send(User.objects.get(pk=her.user_id), by=town.planner, at=NOW)


@pytest.mark.parametrize(("later", "letters"), [(timedelta(hours=23), 0), (timedelta(hours=25), 1)])
def test_no_password_is_got_by_an_address_that_was_just_written(planner, her, later, letters):
    rewritten(planner, her, email="planner@alvsunda.example")

    with time_machine.travel(NOW + later, tick=False):
        answer = Client().post("/konto/password/reset/", {"email": "planner@alvsunda.example"})

    assert answer["Location"] == "/konto/password/reset/done/"
    assert Message.objects.filter(address="planner@alvsunda.example").count() == letters


def test_all_of_it_together_is_no_way_in_and_stands_in_the_log(planner, her, town):
    with_app(her.user, at=NOW)
    Message.objects.all().delete()
    planner.post(f"/admin/vikarier/{her.pk}/ta-bort-steg/", {"reason": ""})
    assert second_steps.has_any(her.user)

    planner.post(f"/admin/vikarier/{her.pk}/ta-bort-steg/", REASON)
    assert told(her) == {(Channel.SMS, HERS), (Channel.EMAIL, "amira@alvsunda.example")}
    answer = planner.post(f"/admin/vikarier/{her.pk}/konto/lank/", follow=True)

    link = PasswordLink.objects.get()
    assert link.number == HERS, "to her own telephone, and to no other"
    assert link.token not in answer.content.decode()
    assert "borttaget av kollega" in answer.content.decode()
    assert Message.objects.filter(recipient=her.user_id, channel=Channel.EMAIL).count() == 2
    deeds = HistoryEntry.objects.filter(object_id=str(her.pk), user=town.planner).order_by("pk")
    assert [deed.action for deed in deeds] == ["substitute.step_taken_away", "substitute.start_reset"]
    assert deeds[0].data["reason"] == REASON["reason"]


def test_nobody_comes_in_by_sms_to_a_number_that_a_colleague_wrote(planner, her):
    rewritten(planner, her, phone=OTHER)
    Message.objects.all().delete()

    Client().post("/konto/login/code/", {"phone": OTHER})

    assert not Message.objects.exists()
    assert User.objects.get(pk=her.user_id).check_password(PASSWORD)

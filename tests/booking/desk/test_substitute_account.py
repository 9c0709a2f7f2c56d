"""A substitute's account on the planner's desk: the link, the last day, closing and opening."""

import pytest
import time_machine
from django.urls import reverse

from messaging.models import Message
from people.models import PasswordLink, User
from people.operations import identity
from tests.booking.substitute.reading import text
from tests.cast import NOW
from tests.factories.people import AgreementFactory


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def emma(town):
    return town.substitute(user__phone="+46701740605")


@pytest.fixture
def desk(town, signed_in):
    return signed_in(town.planner)


def to(name, substitute):
    return reverse(f"substitute:{name}", args=[substitute.pk])


def test_a_planner_sends_a_link_and_never_sees_it(emma, desk):
    page = text(desk.post(to("send_link", emma), follow=True))

    sms, link = Message.objects.get(channel="sms"), PasswordLink.objects.get()
    assert link.token in sms.body
    assert "Länken är skickad med sms" in page
    for name in ("account", "inspect", "messages"):
        assert link.token not in desk.get(to(name, emma)).content.decode()


def test_the_page_says_how_she_gets_in(emma, desk):
    assert "Ingen är skickad." in text(desk.get(to("account", emma)))

    desk.post(to("send_link", emma))

    assert "Skickad" in text(desk.get(to("account", emma)))
    assert "Ska bytas vid nästa inloggning." in text(desk.get(to("account", emma)))


def test_why_no_link_was_sent_is_said_on_the_page(emma, desk):
    User.objects.filter(pk=emma.user_id).update(phone="")

    answer = desk.post(to("send_link", emma))

    assert answer.status_code == 409
    assert "inget svenskt mobilnummer" in text(answer)


def test_where_no_link_can_be_sent_it_is_said_and_no_button_offers_it(emma, desk, town):
    asks = f'action="{to("send_link", emma)}"'
    assert asks in desk.get(to("account", emma)).content.decode()

    identity.mark(emma, by=town.planner, at=NOW)

    page = desk.get(to("account", emma)).content.decode()
    assert asks not in page
    assert page.count("Uppgifterna är skyddade.") == 1


def test_a_last_day_is_kept_and_a_day_that_has_been_is_refused_beside_its_field(emma, desk):
    answer = desk.post(to("end", emma), {"ends_on": "2026-05-01"})
    assert answer.status_code == 422
    assert "Dagen har varit" in text(answer)
    assert 'value="2026-05-01"' in answer.content.decode()

    desk.post(to("end", emma), {"ends_on": "2026-06-30"})
    assert str(User.objects.get(pk=emma.user_id).ends_on) == "2026-06-30"

    desk.post(to("end", emma), {"ends_on": ""})
    assert User.objects.get(pk=emma.user_id).ends_on is None


def test_an_account_is_closed_and_opened(emma, desk):
    desk.post(to("close", emma))
    assert not User.objects.get(pk=emma.user_id).is_active
    assert "Öppna kontot igen" in text(desk.get(to("account", emma)))

    desk.post(to("reopen", emma))
    assert User.objects.get(pk=emma.user_id).is_active


def test_the_account_of_another_area_does_not_exist(elsewhere, desk):
    hers = elsewhere.substitute()

    assert desk.get(to("account", hers)).status_code == 404
    for name in ("send_link", "withdraw_link", "end", "close", "reopen"):
        assert desk.post(to(name, hers)).status_code == 404
    assert not PasswordLink.objects.exists()


def test_what_was_done_is_told_among_her_papers(emma, desk):
    desk.post(to("send_link", emma))

    assert "Länk till nytt lösenord skickad" in text(desk.get(to("account", emma)))


def test_of_one_who_works_in_two_areas_it_is_told_what_was_done_and_not_by_whom_elsewhere(
    emma, desk, elsewhere, signed_in
):
    AgreementFactory(substitute=emma, area=elsewhere.area, occupation=elsewhere.occupation)
    desk.post(to("send_link", emma))

    hers, other = text(desk.get(to("account", emma))), text(signed_in(elsewhere.planner).get(to("account", emma)))

    assert "Länk till nytt lösenord skickad" in hers
    assert "Länk till nytt lösenord skickad" in other

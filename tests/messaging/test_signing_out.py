"""Somebody is signed out by the one who answers for her, or by the one who keeps the server."""

import pytest
from django.core.management import CommandError, call_command

from messaging.models import PushSubscription
from people.models import Account, HistoryEntry
from tests.cast import NOW


@pytest.fixture
def amira(town):
    return town.substitute()


def lets_notices_in(user) -> None:
    PushSubscription.objects.create(user=user, endpoint="https://push.example/x", p256dh="x", auth="x", made_at=NOW)


def is_in(client) -> bool:
    return client.get("/mer/").status_code == 200


def test_her_planner_signs_her_out_of_a_lost_telephone(town, signed_in, amira):
    phone = signed_in(amira.user)
    lets_notices_in(amira.user)

    page = signed_in(town.planner).post(f"/admin/logga-ut/vikarie/{amira.pk}/", follow=True).content.decode()

    assert "Utloggad i en enhet." in page
    assert not is_in(phone)
    assert not PushSubscription.objects.exists()
    assert HistoryEntry.objects.of(amira).get().action == "substitute.sign_out"


def test_the_owner_signs_a_colleague_out(town, signed_in, owner):
    colleague = signed_in(town.manager)

    signed_in(owner).post(f"/admin/logga-ut/konto/{town.manager.pk}/")

    assert not is_in(colleague)
    account = Account.objects.get(pk=town.manager.pk)
    assert HistoryEntry.objects.for_instance(account).get().user == owner


def test_a_planner_of_another_area_signs_nobody_out(elsewhere, signed_in, amira):
    phone = signed_in(amira.user)

    assert signed_in(elsewhere.planner).post(f"/admin/logga-ut/vikarie/{amira.pk}/").status_code == 404
    assert is_in(phone)


def test_the_buttons_stand_where_the_person_does(town, signed_in, owner, amira):
    of_substitute = signed_in(town.planner).get(f"/admin/vikarier/inspect/{amira.pk}/").content.decode()
    of_account = signed_in(owner).get(f"/admin/konton/inspect/{town.manager.pk}/").content.decode()

    assert f"/admin/logga-ut/vikarie/{amira.pk}/" in of_substitute
    assert f"/admin/logga-ut/konto/{town.manager.pk}/" in of_account


def test_one_is_signed_out_from_the_server(signed_in, amira, town, capsys):
    phone, other = signed_in(amira.user), signed_in(town.manager)

    call_command("sign_out", amira.user.username.upper())

    assert "have ended: 1." in capsys.readouterr().out
    assert (is_in(phone), is_in(other)) == (False, True)


def test_everybody_is(signed_in, amira, town, capsys):
    everybody = [signed_in(amira.user), signed_in(town.manager)]
    lets_notices_in(amira.user)

    call_command("sign_out", "--everybody")

    assert not any(is_in(client) for client in everybody)
    assert not PushSubscription.objects.exists()


def test_a_name_that_nobody_has_is_said(db):
    with pytest.raises(CommandError, match="Nobody has the user name ingen"):
        call_command("sign_out", "ingen")

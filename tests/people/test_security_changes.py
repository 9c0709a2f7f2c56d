"""She removes what she has, calls it something else, makes new codes, and is told of it."""

import pytest
import time_machine
from allauth.mfa.models import Authenticator

from messaging.models import Channel, Message
from people.models import HistoryEntry
from people.operations import second_steps
from tests.cast import NOW
from tests.factories.people import SubstituteFactory, UserFactory
from tests.people.second_step_world import (
    CODES,
    KEY,
    SECRET,
    SECURITY,
    add_app,
    add_key,
    code_of,
    proven,
    with_app,
)
from tests.people.soft_key import SoftKey

pytestmark = pytest.mark.django_db
Type = Authenticator.Type


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as travelled:
        yield travelled


@pytest.fixture
def her():
    return SubstituteFactory().user


def told(user):
    return list(Message.objects.filter(recipient=user, kind="account.second_step").values_list("body", flat=True))


def test_keys_are_listed_by_name_and_can_be_called_something_else(client, her):
    add_key(proven(client, her), SoftKey(), "Mobilen <b>")
    key = second_steps.of(her).get(type=Type.WEBAUTHN)
    assert "Mobilen &lt;b&gt;" in client.get(SECURITY).content.decode()

    client.post(f"{KEY}{key.pk}/", {"name": "Jobbdatorn"})

    assert "Jobbdatorn" in client.get(SECURITY).content.decode()


def test_a_key_without_a_name_gets_one(client, her):
    add_key(proven(client, her), SoftKey(), "")

    assert second_steps.of(her).get(type=Type.WEBAUTHN).wrap().name == "Nyckel 1"


def test_when_the_last_is_removed_the_paper_goes_too(client, her):
    add_app(proven(client, her))
    app = second_steps.of(her).get(type=Type.TOTP)

    answer = client.post(f"{SECURITY}{app.pk}/ta-bort/")

    assert answer["Location"] == SECURITY
    assert not second_steps.of(her).exists()


def test_whoever_has_a_desk_keeps_her_last_one(client, town):
    add_app(proven(client, town.planner))
    app = second_steps.of(town.planner).get(type=Type.TOTP)

    page = client.post(f"{SECURITY}{app.pk}/ta-bort/")
    assert page.status_code == 409
    assert "Din roll kräver" in page.content.decode()

    add_key(client, SoftKey())
    client.post(f"{SECURITY}{app.pk}/ta-bort/")
    assert not second_steps.of(town.planner).filter(type=Type.TOTP).exists()


def test_what_is_somebody_elses_does_not_exist(client, her):
    app = second_steps.of(with_app(UserFactory(), at=NOW)).get(type=Type.TOTP)
    proven(client, her)

    assert client.get(f"{SECURITY}{app.pk}/ta-bort/").status_code == 404
    assert client.post(f"{SECURITY}{app.pk}/ta-bort/").status_code == 404
    assert client.post(f"{KEY}{app.pk}/", {"name": "x"}).status_code == 404


def test_she_is_told_of_each_change_and_it_is_in_her_history(client, her):
    proven(client, her)
    add_app(client)
    add_key(client, SoftKey())
    client.post(f"{CODES}nya/")
    for step in second_steps.of(her).exclude(type=Type.RECOVERY_CODES):
        client.post(f"{SECURITY}{step.pk}/ta-bort/")

    sms = Message.objects.filter(recipient=her, kind="account.second_step")
    assert len(told(her)) == 5
    assert all("Var det inte du? Ring Bemanningen genast." in body for body in told(her))
    assert set(sms.values_list("channel", "address")) == {(Channel.SMS, her.phone)}
    deeds = HistoryEntry.objects.filter(user=her).values_list("action", flat=True)
    assert sorted(deeds) == sorted(
        f"substitute.step_{done}" for done in ("added", "added", "codes_renewed", "removed", "removed")
    )


def test_what_a_colleague_changes_is_written_on_her_account(client, town):
    add_app(proven(client, town.manager))

    assert HistoryEntry.objects.get(action="account.step_added").object_id == str(town.manager.pk)


def test_who_came_by_sms_alone_makes_no_key_of_her_own(client, her):
    her.set_unusable_password()
    her.save()
    client.force_login(her)

    page = client.get(KEY)

    assert page.status_code == 403
    assert "Välj ett lösenord först" in page.content.decode()


def test_a_code_or_a_key_shows_too_that_it_is_she(client, her):
    with_app(her, at=NOW)
    client.force_login(her)

    answer = client.post("/konto/bekrafta/kod/", {"code": code_of(SECRET, NOW), "next": KEY})

    assert answer["Location"] == KEY
    assert client.get(KEY).status_code == 200


def test_a_role_at_the_desk_is_asked_to_add_one(client, town):
    asked = "Din roll kräver ett extra steg"
    client.force_login(town.planner)
    assert asked in client.get("/konto/sakerhet/").content.decode()
    with_app(town.planner, at=NOW)
    assert asked not in client.get("/konto/sakerhet/").content.decode()

    client.force_login(town.manager)
    assert asked not in client.get("/konto/sakerhet/").content.decode()


def test_the_page_is_found_from_where_one_looks_for_it(signed_in, town):
    for user, page in ((town.substitute().user, "/mer/"), (town.manager, "/mer/"), (town.planner, "/admin/account/")):
        assert 'href="/konto/sakerhet/"' in signed_in(user).get(page).content.decode()

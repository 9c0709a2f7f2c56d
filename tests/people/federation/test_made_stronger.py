"""e-ID that only confirms who sits there is no other sign-in."""

from datetime import timedelta

import pytest
import time_machine

from messaging.models import Message
from people.models import SignIn
from tests.cast import NOW
from tests.factories.people import PASSWORD

pytestmark = pytest.mark.usefixtures("sessions_end")


def test_the_device_is_the_same_and_lasts_no_longer(journey, her):
    client = journey.client
    with time_machine.travel(NOW, tick=False) as clock:
        client.post("/konto/login/", {"login": her.username, "password": PASSWORD})
        clock.shift(timedelta(minutes=50))
        client.get("/mer/")

        journey.whole(next="/mer/")
        client.get("/mer/")

        row = SignIn.objects.get()
        assert (row.began_at, row.ended_at, row.session_key) == (NOW, None, client.session.session_key)
        assert "socialaccount" in {one["method"] for one in client.session["account_authentication_methods"]}
    assert not Message.objects.filter(kind="account.new_browser").exists()


def test_the_key_is_another(journey, her):
    client = journey.client
    client.post("/konto/login/", {"login": her.username, "password": PASSWORD})
    before = client.session.session_key

    journey.whole()

    assert client.session.session_key != before

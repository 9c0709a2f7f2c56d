"""A forgotten password is no way past the second step."""

import re

from django.core import mail
from django.utils import timezone

from tests.people.second_step_world import LOGIN, SECOND, is_in, with_app

NEW = "Blabar-och-4-hjortron"


def test_a_new_password_does_not_let_her_in_without_the_second_step(town, client, drain):
    user = with_app(town.substitute(user__email="mira@alvsunda.example").user, at=timezone.now())
    client.post("/konto/password/reset/", {"email": user.email})
    drain()
    address = re.search(r"/konto/password/reset/key/\S+", mail.outbox[-1].body)[0]

    page = client.get(address, follow=True).request["PATH_INFO"]
    client.post(page, {"password1": NEW, "password2": NEW})
    assert not is_in(client)

    asked = client.post(LOGIN, {"login": user.username, "password": NEW})
    assert asked["Location"].startswith(SECOND)
    assert not is_in(client)

"""Somebody with an app, a key or codes on paper, and the pages where they are used."""

import json
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client
from django.utils import timezone

from people import sealing
from people.models import User
from people.operations import second_steps
from tests.factories.people import PASSWORD
from tests.people.soft_key import SoftKey

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
SECURITY, APP, KEY, CODES = (
    "/konto/sakerhet/",
    "/konto/sakerhet/app/",
    "/konto/sakerhet/nyckel/",
    "/konto/sakerhet/reservkoder/",
)
LOGIN, SECOND, BY_KEY = "/konto/login/", "/konto/login/kod/", "/konto/login/nyckel/"


def code_of(secret: str, at: datetime, *, steps: int = 0) -> str:
    """What the app shows, by a clock so many half-minutes wrong."""
    return format_hotp_value(hotp_value(secret, int(at.timestamp()) // 30 + steps))


def with_app(user: User, *, at: datetime) -> User:
    """Her app was added two half-minutes ago."""
    second_steps.add_app(user, SECRET, code_of(SECRET, at, steps=-1), by=user, at=at)
    app = second_steps.of(user).get(type=Authenticator.Type.TOTP)
    app.data.pop("last_step")
    app.save()
    return user


def paper_of(user: User) -> list[str]:
    """Her codes on paper, read behind her back."""
    return second_steps.of(user).get(type=Authenticator.Type.RECOVERY_CODES).wrap().get_unused_codes()


def by_password(client: Client, user: User, **more: str):
    """The first step."""
    return client.post(LOGIN, {"login": user.username, "password": PASSWORD, **more})


def proven(client: Client, user: User) -> Client:
    """Signed in, and shown once more that it is she."""
    client.force_login(user)
    client.post("/konto/reauthenticate/", {"password": PASSWORD})
    return client


def with_key(client: Client, user: User, key: SoftKey | None = None, name: str = "Mobilen") -> SoftKey:
    """A key of hers, added on its page; the client is signed out again."""
    key = key or SoftKey()
    add_key(proven(client, user), key, name)
    client.logout()
    return key


def add_key(client: Client, key: SoftKey, name: str = "Mobilen"):
    """The page with the button, and what the browser sends."""
    options = client.get(KEY).context["options"]
    return client.post(KEY, {"name": name, "credential": json.dumps(key.make(options))})


def asked_of_anybody(client: Client) -> str:
    """What the sign-in page's script gets."""
    return client.get(BY_KEY, headers={"Accept": "application/json"}).content.decode()


def alone(client: Client, answer: object):
    """A key instead of a password."""
    return client.post(BY_KEY, {"credential": json.dumps(answer)})


def is_in(client: Client) -> bool:
    """Whether somebody is signed in there."""
    return "_auth_user_id" in client.session


def opened(user: User) -> str:
    """The secret of her app."""
    return sealing.opened(second_steps.of(user).get(type=Authenticator.Type.TOTP).data["secret"])


def add_app(client: Client):
    """As she does: the key that stands in text, and the code that it makes now."""
    secret = client.get(APP).context["secret"].replace(" ", "")
    return secret, client.post(APP, {"code": code_of(secret, timezone.now())})

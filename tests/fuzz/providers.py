"""Identity providers for hostile answers to come from: nobody signs in, but all that reads their answers is there."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.test import override_settings

from portal.federation import OpenIdProvider, Reading
from tests.people.federation import saml_journey
from tests.standins.openid import CLIENT_ID, SECRET, OpenId
from tests.standins.saml import Idp

BEGUN, ASKED = "begun", "asked"
"""The state, and the id of the request, of a sign-in that every browser has begun at each."""

READING = Reading("employee_number", "employee_number", "groups", {"Bemanning": ("planner@Hemtjänst",)})


@contextmanager
def set_up() -> Iterator[None]:
    """One of each protocol: `eid` and `kommunen`."""
    op = OpenId()
    eid = OpenIdProvider(
        id="eid", shown="e-legitimation", reading=READING, issuer=op.issuer, client_id=CLIENT_ID, secret=SECRET,
        scopes=("openid",),
    )  # fmt: skip
    try:
        with override_settings(IDENTITY_PROVIDERS={"eid": eid} | saml_journey.provider(Idp())):
            yield
    finally:
        op.close()


def begun(at: float) -> dict[str, object]:
    """What allauth keeps in the session of the sign-ins that were begun."""
    kept = {"process": "login", "nonce": "x", "pkce_code_verifier": "x" * 50}
    return {BEGUN: [kept, at, "eid"], ASKED: [kept, at, "kommunen"]}

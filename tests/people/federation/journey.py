"""What a browser does: to the portal's form, to the provider over HTTP, and back to where that leads."""

from dataclasses import dataclass

import requests
from django.http import HttpResponse
from django.test import Client

PORTAL = "http://localhost:8000"


@dataclass(frozen=True)
class Journey:
    """One browser."""

    client: Client
    outside: requests.Session

    def begin(self, **form: str) -> str:
        """Press the button; where the page leads."""
        page = self.client.post("/konto/via/eid/", form)
        assert page.status_code == 200, page.content.decode()
        return page.context["address"]

    def answer(self, address: str) -> str:
        """Be signed in there; the address that it leads back to, without the portal's own."""
        location = self.outside.get(address, allow_redirects=False, timeout=5).headers["Location"]
        assert location.startswith(PORTAL)
        return location.removeprefix(PORTAL)

    def whole(self, **form: str) -> HttpResponse:
        """There and back."""
        return self.client.get(self.answer(self.begin(**form)))

    @property
    def is_in(self) -> bool:
        """Whether somebody is signed in."""
        return "_auth_user_id" in self.client.session

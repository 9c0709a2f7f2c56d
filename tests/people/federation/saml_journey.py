"""What a browser does between the portal and a SAML provider: it posts what the provider's page holds."""

from dataclasses import dataclass, field

from django.http import HttpResponse
from django.test import Client

from portal.federation import Reading, SamlProvider
from tests.standins.saml import ENTITY_ID, SSO, Idp, Request

NUMBER = "urn:oid:2.16.840.1.113730.3.1.3"
ROLES = {"Redaktion": ("editor",)}


@dataclass
class SamlJourney:
    """One browser, and the provider."""

    idp: Idp
    client: Client = field(default_factory=Client)

    def asked(self) -> Request:
        """Press the button; what the provider is asked."""
        return self.idp.asked(self.client.post("/konto/via/kommunen/").context["address"])

    def come_back(self, message: str) -> HttpResponse:
        """Post what the provider said."""
        return self.client.post("/konto/saml/kommunen/svar/", {"SAMLResponse": message}, follow=True)

    def whole(self) -> HttpResponse:
        """There and back."""
        return self.come_back(self.idp.answer(self.asked()))

    def is_refused(self, page: HttpResponse) -> bool:
        """Whether it is the plain page, and no session came of it."""
        plain = "Inloggningen gick inte att slutföra" in page.content.decode()
        return page.status_code == 401 and plain and not self.is_in

    @property
    def is_in(self) -> bool:
        """Whether somebody is signed in."""
        return "_auth_user_id" in self.client.session


def provider(idp: Idp, **more: object) -> dict[str, SamlProvider]:
    """The setting, with other values where they are given."""
    values = {
        "id": "kommunen",
        "shown": "kommunens inloggning",
        "reading": Reading("employee_number", NUMBER, "grupper", ROLES),
        "entity_id": ENTITY_ID,
        "sso_url": SSO,
        "certificates": (idp.certificate,),
    }
    return {"kommunen": SamlProvider(**values | more)}

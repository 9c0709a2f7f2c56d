"""A SAML provider, in the shape that allauth's sign-in takes."""

from typing import Any, cast

from allauth.socialaccount.providers.base import AuthProcess, Provider, ProviderAccount
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from people.federation.answers import Answer
from people.federation.beginning import beginning, kept, tag
from people.federation.saml import config
from portal.federation import SamlProvider as Chosen


class SamlProvider(Provider):
    """One provider. Nothing that it says of her is stored."""

    id = "saml"
    name = "SAML"
    supports_redirect = True
    account_class = ProviderAccount

    def __init__(self, request: HttpRequest, app: Any = None) -> None:  # noqa: ANN401 (allauth's SocialApp)
        super().__init__(request, app=app)
        self.name = app.name

    @property
    def chosen(self) -> Chosen:
        """The provider as it is set up."""
        return cast("Chosen", settings.IDENTITY_PROVIDERS[self.app.provider_id])

    def get_login_url(self, request: HttpRequest, **query: str) -> str:
        """Where a form or a link begins it."""
        return beginning(self.app.provider_id, **query)

    def redirect(
        self,
        request: HttpRequest,
        process: str,
        next_url: str | None = None,
        data: object = None,
        **_asked_by_the_address: object,
    ) -> HttpResponse:
        """Begin a sign-in. The request's id is what the answer must be in response to, from this session, once."""
        from onelogin.saml2.auth import OneLogin_Saml2_Auth  # noqa: PLC0415 (an extra)

        asking = OneLogin_Saml2_Auth(config.asked_at(config.comes_back_to(self.chosen)), config.of(self.chosen))
        anew = request.user.is_authenticated  # she must prove it once more
        address = asking.login(return_to="", set_nameid_policy=False, force_authn=anew)
        state_id = asking.get_last_request_id()
        self.stash_redirect_state(request, AuthProcess.LOGIN, next_url, state_id=state_id, **kept(request, process))
        return HttpResponseRedirect(address)

    def extract_uid(self, data: Answer) -> str:
        """Who she is to the provider, as the session notes it."""
        return tag(data.subject)

    def extract_extra_data(self, data: Answer) -> dict[str, Any]:
        """Nothing: a personnummer may be among it."""
        return {}

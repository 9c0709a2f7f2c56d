"""OpenID Connect as allauth does it, and what it leaves out: a nonce, and whether the ID token is what it must be."""

import secrets
from typing import Any, cast

from allauth.socialaccount.models import SocialLogin, SocialToken
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from people.federation import claims, discovery, id_token
from people.federation.answers import Answer, Said, Untrusted
from people.federation.beginning import beginning, kept, tag
from people.federation.discovery import Unreachable
from people.federation.id_token import Claims, Expected, UnknownKey
from portal.federation import OpenIdProvider


class OidcAdapter(OpenIDConnectOAuth2Adapter):
    """How we talk to one provider. `nonce` is what was sent along when this sign-in was begun."""

    nonce = ""

    @property
    def chosen(self) -> OpenIdProvider:
        """The provider as it is set up."""
        return cast("OpenIdProvider", settings.IDENTITY_PROVIDERS[self.provider_id])

    @property
    def openid_config(self) -> dict[str, Any]:
        """Its own description."""
        return discovery.document(self.chosen)

    def get_callback_url(self, request: HttpRequest, app: object) -> str:
        """Where it sends her back: the portal's address as it is set, whatever host she asked for."""
        return settings.PORTAL_URL + reverse("openid_connect_callback", args=[self.provider_id])

    def get_access_token_data(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 (allauth's signature)
        """Exchange the code, if it came from this provider and no other (RFC 9207)."""
        issuer = self.request.GET.get("iss")
        if issuer and issuer != self.chosen.issuer:
            reason = "the code is another provider's"
            raise OAuth2Error(reason)
        try:
            return super().get_access_token_data(*args, **kwargs)
        except (OAuth2Error, KeyError, ValueError, Unreachable) as broken:  # whose words hold what was answered
            reason = "no tokens"
            raise OAuth2Error(reason) from broken

    def parse_token(self, data: dict[str, Any]) -> SocialToken:
        """The token for her userinfo; never stored, so when it expires is nothing to us."""
        return SocialToken(token=str(data["access_token"]))

    def complete_login(self, request: HttpRequest, app: object, token: SocialToken, **kwargs: Any) -> SocialLogin:  # noqa: ANN401
        """Who it is, if all of the answer is as it must be."""
        try:
            said = self._verified(kwargs["response"].get("id_token"))
            told = self._further(said, token.token) | said
        except (Untrusted, Unreachable) as refusal:
            raise OAuth2Error(str(refusal)) from refusal
        login: SocialLogin = self.get_provider().sociallogin_from_response(request, said)
        login.answer = Answer(said["sub"], told, how(said))
        return login

    def _verified(self, token: object) -> Claims:
        if not isinstance(token, str):
            reason = "no ID token"
            raise Untrusted(reason)
        now = timezone.now()
        chosen = self.chosen
        expected = Expected(chosen.issuer, chosen.client_id, self.nonce, chosen.acr_values)
        try:
            return id_token.verified(token, discovery.keys(self.chosen), expected, at=now)
        except UnknownKey:
            return id_token.verified(token, discovery.newer_keys(self.chosen), expected, at=now)

    def _further(self, said: Claims, token: str) -> Claims:
        """What is told at its userinfo alone; asked only if something that we read is not in the ID token."""
        if not claims.missing(said, self.chosen.reading):
            return {}
        return discovery.about_her(self.chosen, said["sub"], token)


class OidcProvider(OpenIDConnectProvider):
    """One provider. Nothing that it says of her is stored, and nothing in our address changes what we ask it."""

    oauth2_adapter_class = OidcAdapter

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
        """Begin a sign-in, with a nonce beside allauth's state and PKCE; whoever is in already must prove it anew."""
        nonce = secrets.token_urlsafe(32)
        anew = {"prompt": "login"} if request.user.is_authenticated else {}
        auth_params = self.get_auth_params() | anew | {"nonce": nonce}
        how = {"scope": self.get_scope(), "auth_params": auth_params, "nonce": nonce, **kept(request, process)}
        return super().redirect(request, AuthProcess.LOGIN, next_url, None, **how)

    def extract_uid(self, data: Claims) -> str:
        """Who she is to the provider, as the session notes it."""
        return tag(data["sub"])

    def extract_extra_data(self, data: Claims) -> Claims:
        """Nothing: a personnummer may be among it."""
        return {}

    def extract_common_fields(self, data: Claims) -> Claims:
        """Nothing: nobody signs up."""
        return {}

    def extract_email_addresses(self, data: Claims) -> list[Any]:
        """None: nobody is found by e-mail here but by our own rule."""
        return []


class OidcCallback(OAuth2CallbackView):
    """Where she comes back. The adapter is told of the nonce that was kept with the state."""

    def _get_state(self, request: HttpRequest, provider: OidcProvider) -> tuple[Any, Any]:
        state, answer = super()._get_state(request, provider)
        self.adapter.nonce = state.get("nonce", "") if state else ""
        return state, answer


def how(said: Claims) -> Said:
    """How it knows her, as far as it says."""
    found = Said()
    if isinstance(said.get("acr"), str):
        found["acr"] = said["acr"]
    if isinstance(said.get("amr"), list):
        found["amr"] = [means for means in said["amr"] if isinstance(means, str)]
    if isinstance(said.get("auth_time"), int):
        found["auth_time"] = said["auth_time"]
    return found

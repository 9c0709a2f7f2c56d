"""Our answers to allauth's questions about identity providers: only those that are set up, and nobody signs up."""

import logging
import re
from typing import Any

from allauth.account.utils import get_login_redirect_url
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.internal.flows.login import record_authentication
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.base import AuthError, Provider
from django.conf import settings
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from people.federation import claims, matching, said
from people.federation.answers import Answer
from people.federation.beginning import HERSELF
from people.federation.id_token import OLDEST
from people.federation.oidc import OidcProvider
from people.federation.saml.provider import SamlProvider
from people.models import User
from people.operations import group_roles, identifiers
from people.strength import SAID
from portal import security_log
from portal.federation import PERSONNUMMER, IdentityProvider, OpenIdProvider

logger = logging.getLogger(__name__)

OUR_WORDS = re.compile(r"[A-Za-z ]{1,60}")
"""What a refusal of ours says. Others' may hold what was answered."""

CLASSES: dict[str, type[Provider]] = {"openid_connect": OidcProvider, "saml": SamlProvider}


class SocialAdapter(DefaultSocialAccountAdapter):
    """Providers are those of the environment; a row of allauth's own table opens no door."""

    def list_apps(
        self, request: HttpRequest, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        """Those that go by the name, their protocol's or their own."""
        apps = [app_of(one) for one in settings.IDENTITY_PROVIDERS.values()]
        return [
            app
            for app in apps
            if provider in {None, app.provider, app.provider_id} and client_id in {None, app.client_id}
        ]

    def get_provider(self, request: HttpRequest, provider: str, client_id: str | None = None) -> Provider:
        """Our own class for it."""
        app = self.get_app(request, provider=provider, client_id=client_id)
        return CLASSES[app.provider](request, app=app)

    def list_providers(self, request: HttpRequest) -> list[Provider]:
        """All that are set up."""
        return [self.get_provider(request, name) for name in settings.IDENTITY_PROVIDERS]

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Accounts are made by the municipality."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find whom it is about, by what is said of her now and never by what was noted before."""
        provider: IdentityProvider = settings.IDENTITY_PROVIDERS[sociallogin.account.provider]
        answer: Answer = sociallogin.answer
        user = known(provider, answer)
        if user is None:
            logger.warning("somebody without an account came by %s", provider.id)
            security_log.event("identity.refused", request=request, provider=provider.id, why="unknown")
            raise ImmediateHttpResponse(refusal(request, provider.shown, "unknown", status=403))
        if why := self._not_her(sociallogin.state.get(HERSELF), user, answer):
            logger.warning("an answer from %s that she should prove herself by was of %s", provider.id, why)
            security_log.event("identity.refused", request=request, provider=provider.id, why=why)
            raise ImmediateHttpResponse(refusal(request, provider.shown, why, status=403))
        sociallogin.user, sociallogin.token = user, None  # nothing is asked by it any more
        sociallogin.state[SAID] = said.of(provider, answer)
        if request.user.pk == user.pk:
            raise ImmediateHttpResponse(proved_again(request, sociallogin))

    @staticmethod
    def _not_her(asked: str | None, user: User, answer: Answer) -> str:
        """Why it does not prove that it is she who was asked for, if somebody was: `another`, or `before`."""
        if asked is None:
            return ""
        proved = answer.said.get("auth_time")
        is_old = proved is not None and proved < timezone.now().timestamp() - OLDEST
        return "another" if asked != str(user.pk) else "before" if is_old else ""

    def serialize_instance(self, instance: Model) -> dict[str, Any]:
        """As the session keeps it while a second step is waited for: of an account, whose it is and no more."""
        if isinstance(instance, User):
            return {"pk": instance.pk}
        kept: dict[str, Any] = super().serialize_instance(instance)
        return kept

    def deserialize_instance(self, model: type[Model], data: dict[str, Any]) -> Model:
        """As it is now."""
        found: Model = User.objects.get(pk=data["pk"]) if model is User else super().deserialize_instance(model, data)
        return found

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Provider,
        error: str = AuthError.UNKNOWN,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        """Say plainly that it did not succeed. What was wrong with the answer is for the log."""
        why = "cancelled" if error == AuthError.CANCELLED else "refused"
        reason = str(exception or "") or "no such sign-in was begun"
        logger.warning("an answer from %s was %s: %s", provider.sub_id, why, reason)
        code = reason if OUR_WORDS.fullmatch(reason) else type(exception).__name__
        security_log.event("identity.refused", request=request, provider=provider.sub_id, why=why, reason=code)
        raise ImmediateHttpResponse(refusal(request, provider.name, why, status=401))


def app_of(provider: IdentityProvider) -> SocialApp:
    """As allauth wants it. It is never saved."""
    if not isinstance(provider, OpenIdProvider):
        return SocialApp(provider="saml", provider_id=provider.id, name=provider.shown, client_id=provider.id)
    asked = {"acr_values": " ".join(provider.acr_values)} if provider.acr_values else {}
    how = {
        "server_url": provider.issuer,
        "scope": list(provider.scopes),
        "oauth_pkce_enabled": True,
        "auth_params": asked,
        "token_auth_method": provider.token_auth or None,
    }
    return SocialApp(
        provider="openid_connect",
        provider_id=provider.id,
        name=provider.shown,
        client_id=provider.client_id,
        secret=provider.secret,
        settings=how,
    )


def known(provider: IdentityProvider, answer: Answer) -> User | None:
    """Whose account it is, with the roles that her groups give her just now."""
    identifier = claims.person(answer.claims, provider.reading)
    user, now = matching.found(identifier) if identifier else None, timezone.now()
    if user is None or not user.is_active or user.has_ended(now=now):
        return user
    if identifier and identifier.by == PERSONNUMMER:
        identifiers.renew(user, identifier.value)
    if provider.reading.groups_claim:
        group_roles.follow(user, claims.grants(answer.claims, provider.reading), source=provider.id, at=now)
    return user


def proved_again(request: HttpRequest, sociallogin: SocialLogin) -> HttpResponse:
    """She was signed in already and has shown who she is once more: note it, and let her go on in the same session.

    allauth would sign her out first, and with that turn off the notices of her browser.
    """
    said.keep(None, request, sociallogin=sociallogin)
    record_authentication(request, sociallogin)
    request.session.cycle_key()
    return redirect(sociallogin.get_redirect_url(request) or get_login_redirect_url(request))


def refusal(request: HttpRequest, name: str, why: str, *, status: int) -> HttpResponse:
    """A plain page: she is not signed in. `why` is `unknown`, `another`, `before`, `refused` or `cancelled`."""
    return render(request, "socialaccount/refused.html", {"provider": name, "why": why}, status=status)

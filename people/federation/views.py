"""Out to an identity provider, and back in."""

from allauth.account.utils import get_next_redirect_url
from allauth.core import ratelimit
from allauth.socialaccount.providers.base import Provider
from allauth.utils import get_request_param
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from people.federation.beginning import AGAIN
from people.federation.discovery import Unreachable
from people.federation.oidc import OidcAdapter, OidcCallback, OidcProvider
from people.federation.ways import provider_or_404
from portal import security_log


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def start(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Ask if she wants to; then lead her there from a page.

    A redirect in answer to a form would need every address of the provider in the policy's form-action.
    """
    provider = provider_or_404(request, provider_id, Provider)
    if request.method != "POST":
        return render(request, "socialaccount/login.html", _asked(request, provider))
    if (full := too_many(request, "federated_sign_in")) is not None:
        return full
    try:
        address = provider.redirect_from_request(request)["Location"]
    except Unreachable:
        return no_answer(request, provider)
    return render(request, "socialaccount/onward.html", {"provider": provider, "address": address})


@require_safe
@never_cache
def callback(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Sign in whom an OpenID provider's answer is about, if all of it is as it must be."""
    provider = provider_or_404(request, provider_id, OidcProvider)
    try:
        return OidcCallback.adapter_view(OidcAdapter(request, provider_id))(request)
    except Unreachable:
        return no_answer(request, provider)


def too_many(request: HttpRequest, action: str) -> HttpResponse | None:
    """The page that says so, to whom the limit of the action stops; counted by address, and wide (adr/0044)."""
    return ratelimit.consume_or_429(request, action=action)


def _asked(request: HttpRequest, provider: Provider) -> dict[str, object]:
    process = AGAIN if get_request_param(request, "process") == AGAIN else ""
    return {"provider": provider, "following": get_next_redirect_url(request) or "", "process": process}


def no_answer(request: HttpRequest, provider: Provider) -> HttpResponse:
    """Back to the other ways: of coming in, or for her who is in, to go on."""
    security_log.event("identity.unreachable", request=request, provider=provider.sub_id)
    messages.error(request, _("Det går inte att logga in med %(provider)s just nu.") % {"provider": provider})
    there = get_next_redirect_url(request) if request.user.is_authenticated else None
    return redirect(there or "account_login")

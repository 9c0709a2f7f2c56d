"""Out to an identity provider, and back in."""

from allauth.account.utils import get_next_redirect_url
from allauth.socialaccount.providers.base import Provider
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

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
    following = get_next_redirect_url(request) or ""
    if request.method != "POST":
        return render(request, "socialaccount/login.html", {"provider": provider, "following": following})
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


def no_answer(request: HttpRequest, provider: Provider) -> HttpResponse:
    """Back to the other ways in."""
    security_log.event("identity.unreachable", request=request, provider=provider.sub_id)
    messages.error(request, _("Det går inte att logga in med %(provider)s just nu.") % {"provider": provider})
    return redirect("account_login")

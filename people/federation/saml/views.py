"""Where SAML answers come in. The provider's page posts them, and a browser brings no session along with that.

So what was posted waits in a session of its own for the request after it, which brings the real one.
"""

from http import HTTPStatus

from allauth.socialaccount.helpers import complete_social_login, render_authentication_error
from allauth.socialaccount.sessions import LoginSession
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe
from onelogin.saml2.settings import OneLogin_Saml2_Settings

from people.federation.answers import Untrusted
from people.federation.saml import config, response
from people.federation.saml.provider import SamlProvider
from people.federation.views import too_many
from people.federation.ways import provider_or_404

COOKIE, WAITS = f"{settings.COOKIE_PREFIX}saml-answer", 60
"""Seconds that an answer waits for the next request, which comes at once."""

LARGEST = 200_000


@csrf_exempt  # it is the provider's form; what is in it is signed, and answers a request of this browser's session
@require_POST
@never_cache
def acs(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Put the answer by, and come back with the session."""
    provider_or_404(request, provider_id, SamlProvider)
    if (full := too_many(request, "saml_answer")) is not None:
        return full
    encoded = request.POST.get("SAMLResponse", "")
    if not 0 < len(encoded) <= LARGEST:
        return HttpResponseBadRequest()
    answer = HttpResponseRedirect(reverse("saml_finish", args=[provider_id]), status=HTTPStatus.SEE_OTHER)
    waiting = LoginSession(request, "saml_answer", COOKIE)
    waiting.store["answer"] = encoded
    waiting.store.set_expiry(WAITS)
    waiting.save(answer)
    cookie = answer.cookies[COOKIE]
    cookie["httponly"], cookie["max-age"], cookie["path"] = True, WAITS, "/"  # as __Host- must have it
    return answer


@require_safe
@never_cache
def finish(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Sign in whom the answer is about, if all of it is as it must be."""
    provider = provider_or_404(request, provider_id, SamlProvider)
    waiting = LoginSession(request, "saml_answer", COOKIE)
    encoded = waiting.store.get("answer", "")
    waiting.delete()
    try:
        message = response.read(provider.chosen, encoded)
        request_id = message.get_in_response_to() or ""
        state = provider.unstash_redirect_state(request, request_id)
        answer = response.verified(provider.chosen, message, request_id=request_id, at=timezone.now())
    except (Untrusted, PermissionDenied) as refusal:
        return render_authentication_error(request, provider, exception=refusal)
    login = provider.sociallogin_from_response(request, answer)
    login.answer, login.state = answer, state
    return complete_social_login(request, login)


@require_safe
def metadata(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Whom we are, for the federation to read."""
    provider = provider_or_404(request, provider_id, SamlProvider)
    ours = OneLogin_Saml2_Settings(config.of(provider.chosen), sp_validation_only=True)
    return HttpResponse(ours.get_sp_metadata(), content_type="application/samlmetadata+xml")

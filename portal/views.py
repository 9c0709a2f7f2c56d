from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.middleware.csrf import REASON_BAD_ORIGIN, REASON_NO_CSRF_COOKIE
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from people.models import User
from people.operations import accounts
from people.views import answers, kept
from portal import security_log
from portal.context_processors import THEME_COOKIE, THEMES
from portal.pages import languages


# The picker stands in the foot of every public page. A token there would put a cookie on each visitor and keep the
# page from being cached, to protect a choice between light and dark.
@csrf_exempt  # as above
@require_POST
def set_theme(request: HttpRequest) -> HttpResponse:
    theme = request.POST.get("tema", "")
    if theme not in THEMES:
        return HttpResponseBadRequest(_("Välj automatiskt, ljust eller mörkt."))
    response = HttpResponseRedirect(way_back(request))
    answers.remember(response, THEME_COOKIE, theme)
    return response


@csrf_exempt  # as above; from another site no session comes along, and the cookie alone is changed
@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Her language: hers alone if she is signed in, else this browser's."""
    language = request.POST.get("sprak", "")
    if language not in dict(settings.LANGUAGES):
        return HttpResponseBadRequest(_("Välj svenska eller engelska."))
    if isinstance(request.user, User):
        accounts.speak(request.user, language)
    response = HttpResponseRedirect(languages.turned(way_back(request), language))
    answers.remember(response, settings.LANGUAGE_COOKIE_NAME, language)
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form of ours that was opened before she signed in anew is shown again, as she filled it in.

    Only if it came from a page of ours, and the browser keeps cookies at all.
    """
    security_log.event("csrf.refused", request=request, from_here=from_here(request))
    if reason in {REASON_NO_CSRF_COOKIE, REASON_BAD_ORIGIN} or not from_here(request):
        return render(request, "403_csrf.html", status=403)
    if not request.user.is_authenticated:
        return kept.to_sign_in(request)
    if told := kept.in_its_place(request):
        return told
    messages.warning(request, _("Sidan hade varit öppen länge. Inget är skickat."))
    return HttpResponseRedirect(kept.put_aside(request))


def from_here(request: HttpRequest) -> bool:
    """Whether the browser says that one of our own pages sent it."""
    here = f"{request.scheme}://{request.get_host()}"
    said = request.headers.get("origin") or request.headers.get("referer", "")
    return said == here or said.startswith(f"{here}/")


def way_back(request: HttpRequest) -> str:
    """The page the visitor came from, if it is one of ours."""
    url = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(url, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return url if ours else "/"

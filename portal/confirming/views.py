"""The page that asks who sits there and takes her password, and the code that it can send."""

from datetime import datetime, timedelta
from urllib.parse import urlencode, urlsplit

from allauth.account.forms import ReauthenticateForm
from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.flows.reauthentication import reauthenticate_by_password
from allauth.account.utils import get_next_redirect_url
from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from messaging import codes as budget
from messaging import sign_in_codes
from people import codes, means
from people.forms.sign_in import WriteCodeForm
from people.models import User
from people.start import start_page
from people.views.own import for_users
from portal import security_log
from portal.confirming import needs, ways
from portal.confirming.asked import is_enough

SENT = "confirming"
"""In the session: the seed of the code that is on its way, its number, and when it was asked for."""

TOO_MANY = gettext_lazy("Numret har fått många koder. Vänta en stund, eller välj ett annat sätt.")


@for_users
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, user: User) -> HttpResponse:
    """What she can show, her password here; or on at once, if what she has shown is enough for where she is going."""
    there = way_on(request, user)
    area = needs.area_at(urlsplit(there).path)
    if area is None or is_enough(request, user, area):
        return HttpResponseRedirect(there)  # it is an address, whatever else its words may be the name of
    return _by_password(request, user, there) if request.method == "POST" else _page(request, user, there)


@for_users
@require_POST
def send(request: HttpRequest, user: User) -> HttpResponse:
    """Send her a code; pressed twice it is one."""
    there, number, now = way_on(request, user), means.of(user).number, timezone.now()
    if not number:
        return redirect(_with_way_on("confirm", there))
    sent = _on_its_way(request, now=now)
    if sent and sent["number"] == number and now - _asked_at(sent) < codes.NOT_AGAIN_WITHIN:
        return redirect(_with_way_on("confirm_code", there))
    if refused := _why_not(request, number):
        return _page(request, user, there, refused=refused)
    seed = codes.seed()
    if not sign_in_codes.send(user, number, seed, at=now):
        return _page(request, user, there, refused=str(TOO_MANY))
    request.session[SENT] = {"seed": seed, "number": number, "at": now.isoformat()}
    return redirect(_with_way_on("confirm_code", there))


@for_users
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest, user: User) -> HttpResponse:
    """Where it is written; without one on its way there is nothing to write."""
    there, sent = way_on(request, user), _on_its_way(request, now=timezone.now())
    if sent is None:
        return redirect(_with_way_on("confirm", there))
    form = WriteCodeForm(request.POST if request.method == "POST" else None, code=sent["seed"])
    if form.is_bound and form.is_valid():
        del request.session[SENT]
        sign_in_codes.used(user)
        record_authentication(request, user, method="code", phone=sent["number"])
        return redirect(_with_way_on("confirm", there))
    if form.is_bound:
        security_log.event("session.code_refused", request=request)
    context = {"form": form, "number": sent["number"], "there": there}
    return render(request, "account/confirm_code.html", context, status=422 if form.is_bound else 200)


def way_on(request: HttpRequest, user: User) -> str:
    """Where she was going: an address of ours, or her start page."""
    return get_next_redirect_url(request) or start_page(user)


def _by_password(request: HttpRequest, user: User, there: str) -> HttpResponse:
    """A wrong one is said here, where her other ways are."""
    if not ratelimit.consume(request, action="reauthenticate", user=user):
        said = _("Det blev fel för många gånger. Vänta en stund, eller välj ett annat sätt.")
        return _page(request, user, there, refused=said)
    form = ReauthenticateForm(request.POST, user=user)
    if not form.is_valid():
        return _page(request, user, there, form=form, status=422)
    reauthenticate_by_password(request)
    return redirect(_with_way_on("confirm", there))


def _why_not(request: HttpRequest, number: str) -> str:
    if budget.are_spent():
        security_log.event("sign_in.code_not_sent", request=request, why="budget")
        return _("Just nu går det inte att skicka fler koder. Välj ett annat sätt.")
    if not ratelimit.consume(request, action="request_login_code", key=number):
        return str(TOO_MANY)
    return ""


def _page(
    request: HttpRequest,
    user: User,
    there: str,
    *,
    form: ReauthenticateForm | None = None,
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "ways": ways.of(request, user, _with_way_on("confirm", there)),
        "form": form or ReauthenticateForm(user=user),
        "there": there,
        "refused": refused,
    }
    return render(request, "account/confirm.html", context, status=429 if refused else status)


def _with_way_on(route: str, there: str) -> str:
    return f"{reverse(route)}?{urlencode({'next': there})}"


def _on_its_way(request: HttpRequest, *, now: datetime) -> dict[str, str] | None:
    sent: dict[str, str] | None = request.session.get(SENT)
    return sent if sent and timedelta() <= now - _asked_at(sent) < codes.VALID_FOR else None


def _asked_at(sent: dict[str, str]) -> datetime:
    return datetime.fromisoformat(sent["at"])

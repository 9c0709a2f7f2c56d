"""Mina enheter: where she is signed in, signing out from a distance, and the address that a message of it carries."""

import uuid
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from messaging import devices, sign_in_notices
from messaging.browsers import THIS_BROWSER
from people import access, sessions
from people.models import SignIn, User
from people.session_limits import Held, limits
from people.start import layout
from people.views.own import for_users

NOTHING, MINUTE, HOUR, DAY = timedelta(), timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Device:
    """One line of the list."""

    sign_in: SignIn
    is_this: bool


@for_users
@require_safe
def mine(request: HttpRequest, user: User) -> HttpResponse:
    """Each browser where she is signed in, this one first."""
    now, here = timezone.now(), key_of(request)
    rows = access.scope(user, SignIn.objects.living(now=now).select_related("helper"), "view")
    shown = [Device(row, is_this=str(row.pk) == here) for row in rows]
    known = sessions.known(request.session)
    context = {
        "devices": sorted(shown, key=lambda device: not device.is_this),
        "others": sum(not device.is_this for device in shown),
        "limits": in_words(known.held(user)) if known else None,
        "remembered": bool(known and known.own_device),
        "may_be_remembered": not access.assignments(user),
        "layout": layout(user),
    }
    return render(request, "messaging/devices.html", context)


@for_users
@require_POST
def sign_out(request: HttpRequest, user: User, pk: uuid.UUID) -> HttpResponse:
    """Sign her out there; where she is there is the usual way."""
    sign_in = access.get(user, SignIn.objects.all(), pk, "end")
    if str(pk) == key_of(request):
        return redirect("account_logout")
    devices.end(sign_in, at=timezone.now())
    messages.success(request, _("Du är utloggad i %(device)s.") % {"device": sign_in})
    return redirect("messaging:devices")


@for_users
@require_POST
def sign_out_others(request: HttpRequest, user: User) -> HttpResponse:
    """Sign her out everywhere else."""
    here = request.session.get(THIS_BROWSER, "")
    ended = devices.end_others(user, besides=key_of(request), here=here, at=timezone.now())
    words = ngettext("Du är utloggad i en annan enhet.", "Du är utloggad i %(n)d andra enheter.", ended)
    messages.success(request, words % {"n": ended} if ended else _("Du är inte inloggad i någon annan enhet."))
    return redirect("messaging:devices")


@for_users
@require_POST
def remember(request: HttpRequest, user: User) -> HttpResponse:
    """Stay signed in here, or no longer: whatever way she came in by."""
    yes = request.POST.get("kom-ihag") == "ja"
    sessions.remember(request.session, yes=yes)
    messages.success(request, _("Du är ihågkommen här.") if yes else _("Du är inte längre ihågkommen här."))
    return redirect("messaging:devices")


@require_http_methods(["GET", "HEAD", "POST"])
def not_me(request: HttpRequest, token: str) -> HttpResponse:
    """The address in the message: it ends that sign-in and opens nothing, so it asks nobody to sign in.

    To open it does nothing: what reads mail for people opens the addresses in it.
    """
    sign_in = sign_in_notices.found_by(token)
    if sign_in and request.method == "POST":
        devices.disown(sign_in, at=timezone.now())
        sign_in.refresh_from_db()
    return render(request, "messaging/not_me.html", {"sign_in": sign_in}, status=200 if sign_in else 404)


def in_words(held: Held) -> dict[str, str]:
    """How long she stays signed in here."""
    return {name: span(value) for name, value in limits(held, settings.SESSION_LIMITS)._asdict().items()}


def span(value: timedelta) -> str:
    """30 dagar, 8 timmar, 60 minuter."""
    if value % DAY == NOTHING:
        return ngettext("%(n)d dag", "%(n)d dagar", value // DAY) % {"n": value // DAY}
    if value % HOUR == NOTHING:
        return ngettext("%(n)d timme", "%(n)d timmar", value // HOUR) % {"n": value // HOUR}
    return ngettext("%(n)d minut", "%(n)d minuter", value // MINUTE) % {"n": value // MINUTE}


def key_of(request: HttpRequest) -> str:
    """The key of the sign-in that the request comes with."""
    known = sessions.known(request.session)
    return known.key if known else ""

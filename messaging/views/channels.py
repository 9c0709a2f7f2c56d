"""How she wants to be told of what, and the browsers that she lets notices into."""

import json
import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from messaging import browsers, choices, vapid
from messaging.browsers import THIS_BROWSER, Offered
from messaging.forms import ChoicesForm
from messaging.models import PushSubscription
from people import access
from people.models import User
from people.operations.refusals import Refused
from people.start import layout
from people.views import kept
from people.views.own import for_users
from portal.templatetags.phones import national

AT_MOST = 4000  # bytes of a subscription, well over what a browser tells


@for_users
@kept.keeps_typed
@require_http_methods(["GET", "HEAD", "POST"])
def chosen(request: HttpRequest, user: User) -> HttpResponse:
    """Each group by each channel; what must reach her stays on."""
    now = timezone.now()
    hers, groups = choices.of_one(user), choices.groups(user)
    form = ChoicesForm(kept.typed(request), groups=groups, hers=hers)
    if request.method == "POST" and form.is_valid():
        try:
            choices.choose(user, form.wanted, at=now)
        except Refused as refusal:  # something came to be the only way to reach her while she chose
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Dina val är sparade."))
            return redirect("messaging:choices")
    context = {
        "form": form,
        "hers": hers,
        "fixed": [group for group in groups if group.fixed],
        "key": vapid.public_key(),
        "sender": national(settings.SMS_SENDER),
        "layout": layout(user),
    }
    return render(request, "messaging/choices.html", context, status=422 if request.method == "POST" else 200)


@for_users
@require_POST
def remove(request: HttpRequest, user: User, pk: uuid.UUID) -> HttpResponse:
    """No more notices there; also from another browser, and without a script."""
    browser = access.get(user, PushSubscription.objects.all(), pk, "change")
    browsers.let_go(user, endpoint=browser.endpoint)
    messages.success(request, _("Aviseringar är avstängda i %(device)s.") % {"device": browser.device or _("enheten")})
    return redirect("messaging:choices")


@require_safe
def key(request: HttpRequest) -> JsonResponse:
    """The public key that a browser subscribes with; 404 where notices are off."""
    ours = vapid.public_key()
    return JsonResponse({"key": ours}, status=200 if ours else 404)


def from_a_script(act: Callable[[HttpRequest, User, dict[str, Any]], JsonResponse]) -> Callable[..., HttpResponse]:
    """A view for the portal's own script: an object of JSON from somebody signed in, and an answer in JSON."""

    @require_POST
    @wraps(act)
    def view(request: HttpRequest) -> HttpResponse:
        if not isinstance(request.user, User):
            return JsonResponse({"error": _("Logga in först.")}, status=401)
        try:
            said = json.loads(request.body) if int(request.headers.get("Content-Length") or 0) <= AT_MOST else None
        except (ValueError, RecursionError):
            said = None
        if not isinstance(said, dict):
            return JsonResponse({"error": _("Det gick inte att läsa.")}, status=400)
        return act(request, request.user, said)

    return view


@from_a_script
def subscribe(request: HttpRequest, user: User, said: dict[str, Any]) -> JsonResponse:
    """`{endpoint, keys: {p256dh, auth}, device}`: let notices into this browser."""
    if not vapid.is_on():
        return JsonResponse({"error": _("Aviseringar är inte påslagna i portalen.")}, status=404)
    keys = said.get("keys")
    fields = {**(keys if isinstance(keys, dict) else {}), "device": "", **said}
    told = {name: str(fields.get(name) or "") for name in ("endpoint", "p256dh", "auth", "device")}
    try:
        row = browsers.subscribe(user, Offered(**told), at=timezone.now())
    except Refused as refusal:
        return JsonResponse({"error": str(refusal)}, status=422)
    request.session[THIS_BROWSER] = row.endpoint
    return JsonResponse({"id": str(row.pk)}, status=201)


@from_a_script
def unsubscribe(request: HttpRequest, user: User, said: dict[str, Any]) -> JsonResponse:
    """`{endpoint}`: no more notices there. It is as well if there were none."""
    browsers.let_go(user, endpoint=str(said.get("endpoint") or ""))
    request.session.pop(THIS_BROWSER, None)
    return JsonResponse({})

"""Inloggning och säkerhet: what she signs in with besides her password, and the page where a new one is added."""

from typing import cast

import segno
from allauth.mfa import signals
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.contrib import messages
from django.core.serializers.json import DjangoJSONEncoder
from django.dispatch import Signal
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people import sealing
from people.forms.second_steps import NameForm, NewAppForm, NewKeyForm
from people.forms.telling import tell
from people.models import User
from people.operations import passkeys, second_steps
from people.operations.refusals import Refused
from people.views.answers import secret as holds_a_secret
from people.views.own import for_users
from people.views.proven import proven
from people.views.second_step_rows import rows_of
from portal import security_log

WAITING = "second_step.app"
"""In the session: what a new app is to count from, sealed, until it has shown a right code."""

Type = Authenticator.Type
REFUSED = 422
INK = "#14282a"


@for_users
@require_safe
def index(request: HttpRequest, user: User) -> HttpResponse:
    """All that she has, when it was used, and what can be added."""
    context = {
        "rows": rows_of(user),
        "has_app": _has_app(user),
        "has_any": second_steps.has_any(user),
        "demands": second_steps.demands(user),
    }
    return render(request, "mfa/index.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@proven
def new_app(request: HttpRequest, user: User) -> HttpResponse:
    """The square to photograph, and the first code."""
    if _has_app(user):
        return redirect("mfa_index")
    secret = _waiting(request)
    form = NewAppForm(request.POST or None)
    if form.is_valid():
        try:
            new_codes = second_steps.add_app(user, secret, form.cleaned_data["code"], by=user, at=timezone.now())
        except Refused as refused:
            tell(form, refused)
        else:
            del request.session[WAITING]
            _changed(request, user, signals.authenticator_added, Type.TOTP)
            messages.success(request, _("Appen är tillagd. Nästa gång du loggar in skriver du en kod från den."))
            return redirect("second_step:codes" if new_codes else "mfa_index")
    url = get_adapter().build_totp_url(user, secret)
    context = {"form": form, "qr": square(url), "url": url, "secret": in_fours(secret)}
    page = render(request, "mfa/totp/activate_form.html", context, status=REFUSED if form.is_bound else 200)
    return holds_a_secret(page)


@require_http_methods(["GET", "HEAD", "POST"])
@proven
def new_key(request: HttpRequest, user: User) -> HttpResponse:
    """A name, and a button that lets the browser make a key."""
    form = NewKeyForm(request.POST or None)
    if form.is_valid():
        try:
            credential = passkeys.made(form.cleaned_data["credential"])
        except passkeys.NotOurs:
            security_log.event("second_step.not_added", request=request, about=user, kind="webauthn")
            form.add_error(None, _("Nyckeln gick inte att lägga till. Försök igen."))
        else:
            name, now = form.cleaned_data["name"], timezone.now()
            new_codes = second_steps.add_key(user, name, credential, by=user, at=now)
            _changed(request, user, signals.authenticator_added, Type.WEBAUTHN)
            messages.success(request, _("Nyckeln är tillagd. Nu kan du logga in med den."))
            return redirect("second_step:codes" if new_codes else "mfa_index")
    options = DjangoJSONEncoder().encode(passkeys.to_make_one(user))
    context = {"form": form, "options": options}
    return render(request, "mfa/webauthn/add_form.html", context, status=REFUSED if form.is_bound else 200)


@for_users
@require_http_methods(["GET", "HEAD", "POST"])
def rename(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """What a key is called."""
    key = _hers(user, pk, Type.WEBAUTHN)
    form = NameForm(request.POST or None, initial={"name": key.wrap().name})
    if form.is_valid():
        second_steps.rename(key, form.cleaned_data["name"])
        messages.success(request, _("Namnet är sparat."))
        return redirect("mfa_index")
    status = REFUSED if form.is_bound else 200
    return render(request, "mfa/webauthn/edit_form.html", {"form": form, "key": key}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@proven
def remove(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """The question before an app or a key is removed, and what comes of it."""
    step = _hers(user, pk, *second_steps.STEPS)
    refusal = ""
    if request.method == "POST":
        try:
            second_steps.remove(step, by=user, at=timezone.now())
        except Refused as refused:
            refusal = str(refused)
        else:
            _changed(request, user, signals.authenticator_removed, step.type)
            messages.success(request, _("Borttaget."))
            return redirect("mfa_index")
    left = second_steps.of(user).filter(type__in=second_steps.STEPS).exclude(pk=pk).exists()
    context = {"step": step, "is_last": not left, "refusal": refusal}
    return render(request, "people/second_step/remove.html", context, status=409 if refusal else 200)


@require_safe
@proven
def codes(request: HttpRequest, user: User) -> HttpResponse:
    """The codes on paper, once."""
    if not second_steps.has_any(user):
        raise Http404
    page = render(request, "mfa/recovery_codes/index.html", {"codes": second_steps.shown_codes(user)})
    return holds_a_secret(page)


@require_POST
@proven
def renew_codes(request: HttpRequest, user: User) -> HttpResponse:
    """New codes on paper."""
    try:
        second_steps.renew_codes(user, by=user, at=timezone.now())
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("mfa_index")
    _changed(request, user, signals.authenticator_reset, Type.RECOVERY_CODES)
    return redirect("second_step:codes")


def square(url: str) -> SafeString:
    """A QR code as a drawing in the page; it is ours, letter by letter."""
    drawn: str = segno.make(url, error="m").svg_inline(border=2, dark=INK, light="#fff", omitsize=True)
    return mark_safe(drawn)  # noqa: S308 (made of nothing but squares)


def in_fours(secret: str) -> str:
    """As one copies it by hand."""
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))


def _changed(request: HttpRequest, user: User, signal: Signal, kind: str) -> None:
    """As allauth's own pages would tell it: her other sessions end."""
    signal.send(sender=Authenticator, request=request, user=user, authenticator=Authenticator(user=user, type=kind))


def _has_app(user: User) -> bool:
    return second_steps.of(user).filter(type=Type.TOTP).exists()


def _waiting(request: HttpRequest) -> str:
    """The same until it is used: who goes back a page has not photographed in vain."""
    if WAITING not in request.session:
        request.session[WAITING] = sealing.sealed(generate_totp_secret())
    return sealing.opened(request.session[WAITING])


def _hers(user: User, pk: int, *types: str) -> Authenticator:
    step = second_steps.of(user).filter(pk=pk, type__in=types).first()
    if step is None:
        message = "no such step of hers"
        raise Http404(message)
    return cast("Authenticator", step)

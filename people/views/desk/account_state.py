"""The part of a desk page that is about somebody's account: her way to a password, and her last day."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people import access, passwords
from people.forms.days import LIKELY, day_field
from people.models import PasswordLink, User
from people.operations import closing, password_links
from people.operations.refusals import Refused
from people.requests import SignedIn
from people.views.desk.page import done


class EndForm(forms.Form):
    """The last day that she is let in."""

    ends_on = day_field(
        label=gettext_lazy("Sista dagen"),
        required=False,
        validators=LIKELY,
        help_text=gettext_lazy("Kontot stängs när dagen är slut. Lämna tomt om det gäller tills vidare."),
    )


def shown(
    request: SignedIn, user: User, *, now: datetime, form: EndForm | None = None, refused: str = ""
) -> dict[str, Any]:
    """What the part shows; `refused` is why a button came to nothing."""
    links = access.scope(request.user, PasswordLink.objects.filter(user=user)).select_related("sent_by")
    return {
        "person": user,
        "link": links.order_by("-sent_at").first(),
        "link_is_open": links.open(now=now).exists(),
        "in_the_way": password_links.in_the_way(user, by=request.user, at=now) if user.is_active else "",
        "password_until": passwords.last_day(user),
        "end_form": form or EndForm(initial={"ends_on": user.ends_on}),
        "refused": refused,
    }


def send_link(request: SignedIn, user: User, *, now: datetime) -> str:
    """Send her a link; why it was not sent, if it was not."""
    refused = said_no(lambda: password_links.send(user, by=request.user, at=now))
    if not refused:
        messages.success(request, _("Länken är skickad med sms. Den syns bara i personens telefon."))
    return refused


def withdraw_link(request: SignedIn, user: User, *, now: datetime) -> str:
    """Let the link lead nowhere."""
    password_links.withdraw(user, by=request.user, at=now)
    messages.success(request, _("Länken gäller inte längre."))
    return ""


def close(request: SignedIn, user: User, *, now: datetime) -> str:
    """Let her in no more; why not, if so."""
    refused = said_no(lambda: closing.close(user, by=request.user, at=now))
    if not refused:
        messages.success(request, _("Kontot är stängt."))
    return refused


def reopen(request: SignedIn, user: User, *, now: datetime) -> str:
    """Let her in again."""
    refused = said_no(lambda: closing.reopen(user, by=request.user, at=now))
    if not refused:
        messages.success(request, _("Kontot är öppet igen. Skicka en länk, så att personen kan välja ett lösenord."))
    return refused


def ended(request: SignedIn, user: User, form: EndForm, *, now: datetime) -> bool:
    """Keep the last day that the form says; whether it was kept."""
    kept = done(form, lambda: _ended(request, user, form, now=now))
    if kept:
        messages.success(request, _("Sista dagen är sparad."))
    return bool(kept)


def _ended(request: SignedIn, user: User, form: EndForm, *, now: datetime) -> bool:
    closing.end(user, form.cleaned_data["ends_on"], by=request.user, at=now)
    return True


def said_no(operation: Callable[[], object]) -> str:
    """Why the operation would not; nothing if it did."""
    try:
        operation()
    except Refused as refused:
        return str(refused)
    return ""

"""Her e-mail address: it is hers when the link that was sent there is followed. Her password is asked for first."""

from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from booking.forms.profile import EmailForm
from messaging import own_address
from people.forms.telling import tell
from people.models import Substitute
from people.operations import emails
from people.operations.refusals import Refused
from people.views import kept
from people.views.own import for_substitutes


@for_substitutes
@kept.keeps_typed
@reauthentication_required(allow_get=True)
@require_http_methods(["GET", "HEAD", "POST"])
def address(request: HttpRequest, me: Substitute) -> HttpResponse:
    """Which address; a link is sent there. Whoever has it already is never told here."""
    form = EmailForm(kept.typed(request))
    if request.method == "POST" and form.is_valid():
        written = form.cleaned_data["email"]
        try:
            own_address.ask(me, written, page=page_of, by=me.user, at=timezone.now())
        except Refused as refused:
            tell(form, refused)
        else:
            messages.success(request, _("Öppna länken som vi skickar till %(email)s.") % {"email": written})
            return redirect("booking:profile")
    status = 422 if request.method == "POST" else 200
    return render(request, "booking/substitute/profile_email.html", {"form": form, "me": me}, status=status)


@for_substitutes
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, me: Substitute, word: str) -> HttpResponse:
    """What the link leads to. Looking at it changes nothing: mail programs follow links by themselves."""
    now = timezone.now()
    link, refused = emails.read(word, me.user, at=now), None
    if request.method == "POST":
        try:
            own_address.confirm(me, word, by=me.user, at=now)
        except Refused as refusal:
            refused = refusal
        else:
            messages.success(request, _("Adressen är bekräftad."))
            return redirect("booking:profile")
    context = {"link": link, "refused": refused}
    status = 409 if refused else 200 if link else 404
    return render(request, "booking/substitute/profile_email_link.html", context, status=status)


def page_of(word: str) -> str:
    """Where a link is followed to."""
    return f"{settings.PORTAL_URL}{reverse('booking:confirm_email', args=[word])}"

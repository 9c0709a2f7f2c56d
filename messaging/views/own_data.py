"""Dina uppgifter: a copy of all that is kept of her, what is to be put right, and who has looked."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from messaging import corrections, own_copy
from messaging.forms import CorrectionForm
from people import looking
from people.models import OwnCopy, User
from people.operations.refusals import Refused
from people.start import layout
from people.views import kept
from people.views.own import for_users


@for_users
@kept.keeps_typed
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, user: User) -> HttpResponse:
    """The page; sent, it is her wish to have something put right."""
    form = CorrectionForm(kept.typed(request))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        corrections.ask(said["text"], by=user, command=said["command"] or uuid.uuid4(), at=timezone.now())
        messages.success(request, _("Bemanningen har fått det du skrev."))
        return redirect("messaging:own_data")
    return _page(request, user, form, status=422 if request.method == "POST" else 200)


@for_users
@require_POST
def order(request: HttpRequest, user: User) -> HttpResponse:
    """Let the copy be made."""
    own_copy.order(user, at=timezone.now())
    messages.success(request, _("Filen görs nu. Du får ett meddelande när den är klar, oftast inom en minut."))
    return redirect("messaging:own_data")


@require_safe
@never_cache
@for_users
def fetch(request: HttpRequest, user: User) -> HttpResponse:
    """The file. How strong a session it asks for stands in portal/confirming/needs.py."""
    try:
        content = own_copy.fetch(user, at=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("messaging:own_data")
    answer = HttpResponse(content, content_type="application/zip")
    answer["Content-Disposition"] = 'attachment; filename="mina-uppgifter.zip"'
    return answer


def _page(request: HttpRequest, user: User, form: CorrectionForm, *, status: int) -> HttpResponse:
    now, hers = timezone.now(), OwnCopy.objects.filter(user=user)
    me = getattr(user, "substitute", None)
    context = {
        "form": form if me else None,
        "waiting": hers.waiting().exists(),
        "ready": hers.ready(now=now).defer("file").first(),
        "looks": looking.at(user),
        "layout": layout(user),
    }
    return render(request, "messaging/own_data.html", context, status=status)

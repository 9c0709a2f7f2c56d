"""What is done with one request by a button of its own."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from intyg import operations
from intyg.forms.written import RefusalForm
from intyg.views.desk import page


@page.for_officers
@require_POST
def assign(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The officer takes it, from a colleague if she saw that one having it."""
    asked = page.case(request, pk)
    try:
        operations.assign(asked, by=page.user(request), at=timezone.now(), instead_of=page.seen(request))
    except operations.Refused as refused:
        return page.show(request, page.case(request, pk), refused=str(refused))
    return redirect("intyg:handle", pk)


@page.for_officers
@require_POST
def refuse(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """No, and why."""
    asked = page.case(request, pk)
    form = RefusalForm(request.POST)
    if not form.is_valid():
        return page.show(request, asked, refusal=form)
    try:
        operations.refuse(asked, reason=form.cleaned_data["reason"], by=page.user(request), at=timezone.now())
    except operations.Refused as refused:
        form.add_error(None, str(refused))
        return page.show(request, page.case(request, pk), refusal=form)
    messages.success(request, _("Beställningen är avslagen. Vikarien får veta varför."))
    return redirect("intyg:queue")

"""A planner calls those on the phone list, and writes down what they said."""

import uuid

from django.http import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from booking.forms.desk import CallForm
from booking.models import Call
from booking.operations import calls
from booking.views.desk.acting import done, not_filled_in, order_for, substitute_for
from people.requests import SignedIn


@require_POST
def called(request: SignedIn, pk: uuid.UUID) -> HttpResponseBase:
    """Write the call down; a yes books."""
    order, now = order_for(request, pk, "book"), timezone.now()
    form = CallForm(request.POST)
    if not form.is_valid():
        return not_filled_in(request, order, form, place="order")
    said = form.cleaned_data
    substitute = substitute_for(request, said.pop("substitute"))
    is_yes = said["outcome"] == Call.Outcome.YES
    words = _("%(who)s är bokad och får besked.") if is_yes else _("Samtalet med %(who)s är antecknat.")

    def act() -> None:
        calls.note(
            order, substitute, said["outcome"], by=request.user, at=now, text=said["text"], reason=said["reason"]
        )

    anchor = "" if is_yes else "ring"
    return done(request, order, act, words % {"who": substitute}, place=f"ring-{substitute.pk}", anchor=anchor)

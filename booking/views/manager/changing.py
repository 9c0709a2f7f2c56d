"""Ändra: the order turns out otherwise."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from booking.forms.changing import ChangeForm
from booking.models import Booking, Order
from booking.operations import changing
from booking.operations.refusals import CannotBook, Refused
from booking.views.manager.orders import is_coming, with_all
from booking.views.manager.own import for_managers
from booking.weeks import local_day
from people import access
from people.models import User
from people.views import kept


@for_managers
@kept.keeps_typed
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, me: User, pk: uuid.UUID) -> HttpResponse:
    """The form as the order stands. If whoever is booked cannot take it so, she says whether to let her go."""
    order = access.get(me, with_all(Order.objects.all()), pk, "change")
    now = timezone.now()
    held = Booking.objects.occupying().filter(order=order).select_related("substitute__user").first()
    form = ChangeForm(kept.typed(request), order=order, seen_booking=held.pk if held else None, user=me, now=now)
    refusal = None
    if request.method == "POST" and form.is_valid():
        refusal = _changed(order, held, form, me)
        if refusal is None:
            messages.success(request, _("Beställningen är ändrad."))
            return redirect("booking:order", order.pk)
    elif not form.is_bound and not is_coming(order, now=now):
        return redirect("booking:order", order.pk)
    may_let_go = isinstance(refusal, CannotBook)
    context = {"order": order, "form": form, "held": held, "refusal": refusal, "may_let_go": may_let_go}
    status = 409 if refusal else 422 if form.errors else 200
    return render(request, "booking/manager/change.html", context | {"today": local_day(now)}, status=status)


def _changed(order: Order, held: Booking | None, form: ChangeForm, me: User) -> Refused | None:
    """Change it; or why not."""
    said = form.cleaned_data
    try:
        _as_she_saw_it(order, held, form)
        changing.change(order, form.said(), competences=form.competences, by=me, at=form.now, let_go=said["let_go"])
    except Refused as refusal:
        return refusal
    return None


def _as_she_saw_it(order: Order, held: Booking | None, form: ChangeForm) -> None:
    """Raise `Refused` if somebody has got the shift, or another has changed it, since she opened the page."""
    said = form.cleaned_data
    if held and held.pk != said["seen_booking"]:
        raise Refused(_("%(who)s har just fått passet. Kontrollera och försök igen.") % {"who": held.substitute})
    if said["seen_version"] not in {None, order.terms_version}:
        raise Refused(_("Någon har ändrat passet sedan du öppnade sidan. Kontrollera och spara igen."))

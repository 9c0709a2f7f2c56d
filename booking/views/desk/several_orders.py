"""Flera beställningar: the same to each, foretold before it is done, and told order by order after."""

import uuid
from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from booking.forms import which
from booking.forms.order_narrowing import OrderNarrowing
from booking.forms.several_orders import CarryOutForm, ChooseForm
from booking.models import Order
from booking.operations import several_orders
from booking.operations.one_by_one import AT_MOST
from booking.operations.refusals import Refused
from booking.operations.several_orders import Deed, Seen
from booking.views.desk import lists, order_rows, outcomes, several_orders_foretold
from people import access
from people.requests import SignedIn
from people.views.desk.page import frame

KEPT = "several"
"""Where a session keeps what became of the last few."""

NAMES = {
    Deed.ADVERTISE: lambda: _("Lägg ut i Lediga jobb"),
    Deed.ASK: lambda: _("Fråga vikarier i omgångar"),
    Deed.STOP: lambda: _("Stoppa"),
    Deed.CANCEL: lambda: _("Ta bort"),
}


@require_POST
def foretell(request: SignedIn) -> HttpResponse:
    """What would become of each; nothing is done yet."""
    form = ChooseForm(request.POST)
    if not access.may(request.user, "order.view") or not form.is_valid():
        raise Http404
    sent = which.sent(request.POST)
    keys = _all(request) if sent is None else sent
    if not keys:
        refusal = Refused(_("Kryssa för de beställningar det gäller, eller välj alla."))
        return lists.orders_page(request, refusal=refusal)
    if sent and len(sent) > AT_MOST:
        raise Http404  # no page of ours holds so many
    deed = form.cleaned_data["deed"]
    return _page(request, deed, _hers(request, keys), CarryOutForm(deed=deed, initial=_fresh(deed)))


@require_POST
def carry_out(request: SignedIn) -> HttpResponse:
    """Do it, order by order. The same form sent twice is answered with what became of it the first time."""
    deed = next((deed for deed in Deed if deed.value == request.POST.get("deed")), None)
    form = CarryOutForm(request.POST, deed=deed)
    form.full_clean()
    seen, command = form.cleaned_data.get("rows", {}), form.cleaned_data.get("command")
    if deed is None or command is None:
        raise Http404
    if outcomes.kept(request, KEPT, command):
        return redirect("order:outcome", command)
    keys = _hers(request, list(seen))
    if not form.is_valid():
        return _page(request, deed, keys, form) if keys else redirect(_back(request))
    orders = access.scope(request.user, Order.objects.filter(pk__in=keys), deed.verb).for_a_list().in_bulk()
    several = [Seen(orders[key], *seen[key]) for key in keys if key in orders]
    said = {"command": command, "by": request.user, "at": timezone.now(), "note": form.cleaned_data.get("note", "")}
    became = several_orders.carry_out(deed, several, **said)
    outcomes.keep(request, KEPT, command, deed.value, became)
    return redirect(f"{reverse('order:outcome', args=[command])}?{request.GET.urlencode()}")


@require_safe
def outcome(request: SignedIn, command: uuid.UUID) -> HttpResponse:
    """What became of each."""
    kept = outcomes.kept(request, KEPT, command)
    if kept is None or not access.may(request.user, "order.view"):
        raise Http404
    seen = set(access.scope(request.user, Order.objects.filter(pk__in=kept.became)).values_list("pk", flat=True))
    rows = order_rows.of([key for key in kept.became if key in seen], now=timezone.now())
    title = NAMES[Deed(kept.deed)]()
    context: dict[str, Any] = {
        "groups": kept.groups({row.order.pk: row for row in rows}),
        "each": "booking/desk/parts/outcome_order.html",
        "title": title,
        "back": _back(request),
    }
    return render(request, "booking/desk/outcome.html", context | _frame(request, title))


def _page(request: SignedIn, deed: Deed, keys: Sequence[uuid.UUID], form: CarryOutForm) -> HttpResponse:
    allowed = access.scope(request.user, Order.objects.filter(pk__in=keys), deed.verb).values_list("pk", flat=True)
    foretold = several_orders_foretold.of(deed, keys[:AT_MOST], set(allowed), now=timezone.now())
    title = NAMES[deed]()
    context: dict[str, Any] = {
        "form": form,
        "deed": deed,
        "can": [each for each in foretold if not each.why_not],
        "cannot": [each for each in foretold if each.why_not],
        "left_out": max(len(keys) - AT_MOST, 0),
        "at_most": AT_MOST,
        "title": title,
        "back": _back(request),
        "query": request.GET.urlencode(),
    }
    status = 422 if form.is_bound else 200
    return render(request, "booking/desk/list/foretold.html", context | _frame(request, title), status=status)


def _all(request: SignedIn) -> list[uuid.UUID]:
    """All that the filter shows, by the list's own order; one more than is taken, if they are more."""
    form = OrderNarrowing(request.GET, user=request.user, now=timezone.now())
    rows = form.ordered(form.narrowed(access.scope(request.user, Order.objects.all())))
    return list(rows.values_list("pk", flat=True)[: order_rows.COUNTED])


def _hers(request: SignedIn, keys: Sequence[uuid.UUID]) -> list[uuid.UUID]:
    """The keys, in their order, if she may see all of the orders; else 404."""
    seen = set(access.scope(request.user, Order.objects.filter(pk__in=keys)).values_list("pk", flat=True))
    if missing := set(keys) - seen:
        message = f"order not found: {missing}"
        raise Http404(message)
    return list(dict.fromkeys(keys))


def _fresh(deed: Deed) -> dict[str, object]:
    return {"command": uuid.uuid4(), "deed": deed.value}


def _back(request: SignedIn) -> str:
    """The list, as it was narrowed."""
    query = request.GET.urlencode()
    return f"{reverse('order:index')}{'?' if query else ''}{query}"


def _frame(request: SignedIn, title: str) -> dict[str, object]:
    return frame(title, [(_back(request), _("Beställningar"))], "clipboard-list")

"""Vikarier: found by name, paper and week, chosen several at once, and taken out as views that are kept."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from booking.forms.substitute_narrowing import SubstituteNarrowing
from booking.models import SavedView
from booking.operations.one_by_one import AT_MOST
from booking.operations.refusals import Refused
from booking.views.desk import saved_views, substitute_rows
from booking.views.desk.order_rows import Pages
from people import access, looking
from people.models import Substitute
from people.requests import SignedIn
from people.views.desk.page import frame


@require_safe
def index(request: SignedIn) -> HttpResponse:
    """Those whom she may see, as the address narrows them."""
    return page(request)


def page(request: SignedIn, *, refusal: Refused | None = None) -> HttpResponse:
    """The list, with why nothing was done to those that were chosen."""
    user, now = request.user, timezone.now()
    if not access.may(user, "substitute.view"):
        raise Http404
    form = SubstituteNarrowing(request.GET, user=user, now=now)
    found = Pages(form.ordered(form.narrowed(access.scope(user, Substitute.objects.all()))).only("pk"))
    shown = found.get_page(request.GET.get("sida"))
    keys = [row.pk for row in shown.object_list]
    rows = substitute_rows.of(keys, week=form.next_week, user=user, now=now)
    looking.note_listed([row.substitute for row in rows], by=user, at=now)
    context: dict[str, Any] = {
        "form": form,
        "chips": form.chips(),
        "query": form.query(),
        "page": shown,
        "rows": rows,
        "views": saved_views.of(request, SavedView.Of.SUBSTITUTES, form.query()),
        "may_add": access.may(user, "substitute.add"),
        "may_change": access.may(user, "substitute.change"),
        "at_most": AT_MOST,
        "refusal": refusal,
        "now": now,
    }
    context |= frame(_("Vikarier"), [])
    return render(request, "booking/desk/substitutes.html", context, status=422 if refusal else 200)

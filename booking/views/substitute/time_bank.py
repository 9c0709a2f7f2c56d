"""Min tidbank: what she has worked beyond her schedule, and what has been taken out of it."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from booking import time_bank
from booking.models import TimeBankEntry
from booking.weeks import local_day
from people import access
from people.models import Substitute
from people.views.own import for_substitutes

ON_A_PAGE = 12  # months


@for_substitutes
@require_safe
def mine(request: HttpRequest, me: Substitute) -> HttpResponse:
    """Her balance, and each month in plain words; 404 of who has no time bank."""
    now = timezone.now()
    said = time_bank.statement(access.scope(me.user, TimeBankEntry.objects.of(me)))
    rules = time_bank.rules_of(me, now=now)
    if rules is None and not said.months:
        raise Http404
    context = {
        "balance": said.balance(on=local_day(now)),
        "in_all": said.in_all,
        "rules": rules,
        "page": Paginator(said.months, ON_A_PAGE).get_page(request.GET.get("sida")),
    }
    return render(request, "booking/substitute/time_bank.html", context)

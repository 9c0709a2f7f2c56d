"""Visningar: who has looked at whom, for the system owner; unusual ones first."""

from datetime import timedelta

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from people import access, looking
from people.models import LookedAt, User
from people.requests import SignedIn
from people.views.desk.page import frame
from portal import security_log

ON_A_PAGE = 50
LATELY = timedelta(days=1)
MOST = 10


@require_safe
def index(request: SignedIn) -> HttpResponse:
    """Every look at one person, the latest first, and those who looked at most in a day; of one colleague lists too."""
    if not access.may(request.user, "lookedat.view"):
        raise Http404
    rows = access.scope(request.user, LookedAt.objects.select_related("user", "person"))
    if (named := request.GET.get("vem", "")).isascii() and named.isdecimal():
        rows = rows.filter(user=int(named[:9]))
    else:
        rows = rows.exclude(page=LookedAt.Page.CONTACTS)
    page = Paginator(rows.order_by("-at", "pk"), ON_A_PAGE).get_page(request.GET.get("sida"))
    counted = looking.by_colleague(since=timezone.now() - LATELY)[:MOST]
    people = User.objects.in_bulk([row["user"] for row in counted])
    most = [row | {"who": people[row["user"]]} for row in counted]
    security_log.event("looks.read", request=request, of_one=bool(named))
    context = {"page": page, "most": most, "named": named}
    return render(request, "people/desk/looks.html", context | frame(_("Visningar"), [], "view"))

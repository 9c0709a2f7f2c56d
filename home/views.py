"""Where the work of each who signs in begins, and what else there is."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localtime
from django.views.decorators.http import require_safe

from booking.weeks import Week, local_day
from home import start
from home.badges import Badges
from people import access
from people.roles import ORDERING_MANAGER
from people.start import start_page
from people.views.own import substitute_of

MY_PAGE = "/min-sida/"


@login_required
@require_safe
def my_page(request: HttpRequest) -> HttpResponse:
    """A substitute's start page; the others are sent to theirs."""
    me = substitute_of(request)
    if me is None:
        elsewhere = start_page(request.user)
        return redirect(elsewhere) if elsewhere != MY_PAGE else render(request, "home/no_role.html")
    now = timezone.now()
    today = local_day(now)
    page = start.of(me, now=now)
    context = {
        "start": page,
        "badges": Badges(me.user, now=now, enquiries=len(page.enquiries), unread=page.news.unread),
        "greeting": start.greeting(localtime(now).hour),
        "today": today,
        "week": Week.of(today),
        "now": now,
    }
    return render(request, "home/min_sida.html", context)


@login_required
@require_safe
def more(request: HttpRequest) -> HttpResponse:
    """The rest of the portal, for those who work in it; the others are sent to their start page."""
    me = substitute_of(request)
    if me is None and not access.holds(request.user, ORDERING_MANAGER.code):
        return redirect("home:my_page")
    context = {
        "me": me,
        "layout": "layouts/app.html" if me else "layouts/manager.html",
        "may_hand_over": access.may(request.user, "roleassignment.delegate"),
    }
    return render(request, "home/more.html", context)

"""What stands on the board, whichever page of it: the figures, what must be filled first, and a week or a day."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from booking.calendar_days import red_days
from booking.forms.board import BoardNarrowing
from booking.matching import board, board_day, board_week, changes, filling
from booking.models import PlannerTask, WorkplaceRequest
from booking.operations import seeing
from booking.views.desk import board_ways, board_words, forecast_strip, fresh
from booking.weeks import Week, local_day
from messaging import carriers, heartbeats
from messaging.models import InboundMessage
from people.requests import SignedIn
from portal.templatetags.times import dayname

AT_MOST = 10
AT_ONCE = "alla"
"""What the button says that asks all of them now."""
WORKPLACES_ON_A_PAGE, ORDERS_ON_A_PAGE = 40, 80

HOURS = [{"column": 2 * hour, "name": f"{hour:02}"} for hour in range(0, 24, 2)]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the button of a row did nothing, beside which it is shown."""

    order: uuid.UUID
    reasons: Sequence[str]
    workplace: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day above the week's columns."""

    day: date
    name: str
    today: bool
    red: str  # what it is called, if it is a red day that is no mere Sunday
    is_red: bool


def version(request: SignedIn, *, now: datetime) -> str:
    """Another as soon as the page would be; to be asked before anything of it is read."""
    ill = (heartbeats.standing_still(now=now), carriers.trouble())
    return fresh.version(*changes.within_reach(request.user, now=now), *ill, now=now)


def week(request: SignedIn, week: Week, *, now: datetime, refusal: Refusal | None = None) -> dict[str, Any]:
    """The figures, Fyll först, and the week."""
    form = BoardNarrowing(request.GET, user=request.user, now=now)
    places = board_week.workplaces(
        request.user, week, now=now, narrowed=form.orders, only=form.places(), unfilled=form.only_unfilled
    )
    page = Paginator(places, WORKPLACES_ON_A_PAGE).get_page(request.GET.get("sida"))
    shown = list(page.object_list)
    first = _fill_first(request, form, now=now)
    return _both(request, form, board_ways.around_week(week, form, now=now), now=now) | {
        "counts": board.counts(request.user, now=now, narrowed=form.orders),
        "fill_first": first,
        "refusal": refusal,
        "refused_elsewhere": refusal and all(row.filling.order.pk != refusal.order for row in first),
        "this": board_ways.name_of(week),
        "back": request.path if request.method == "GET" else board_ways.back(request),
        "week": board_week.rows(request.user, week, shown, now=now, narrowed=form.orders),
        "days": _days(week, local_day(now)),
        "ahead": forecast_strip.of(request.user, form, week.monday, week.sunday, today=local_day(now)),
        "page": page,
        "unfilled_only": form.only_unfilled,
    }


def day_of(request: SignedIn, day: date, *, now: datetime) -> dict[str, Any]:
    """The day as a line of time."""
    form = BoardNarrowing(request.GET, user=request.user, now=now)
    orders = board_day.orders(request.user, day, now=now, narrowed=form.orders, unfilled=form.only_unfilled)
    page = Paginator(orders, ORDERS_ON_A_PAGE).get_page(request.GET.get("sida"))
    return _both(request, form, board_ways.around_day(day, form, now=now), now=now) | {
        "day": day,
        "is_today": day == local_day(now),
        "left": board_day.left(request.user, day, now=now, narrowed=form.orders),
        "bars": board_day.bars(list(page.object_list), day, now=now),
        "now_column": board_day.column(now, day),
        "hours": HOURS,
        "ahead": forecast_strip.of(request.user, form, day, day, today=local_day(now)),
        "red": red_days(day.year, get_language()).get(day, ""),
        "page": page,
    }


def _both(request: SignedIn, form: BoardNarrowing, way: board_ways.Way, *, now: datetime) -> dict[str, Any]:
    user = request.user
    return {
        "now": now,
        "today": local_day(now),
        "form": form,
        "way": way,
        "query": form.query(),
        "standstill": heartbeats.standing_still(now=now),
        "trouble": carriers.trouble(),
        "waiting": _waiting(user),
    }


def _waiting(user: Any) -> list[tuple[str, str, str, int]]:  # noqa: ANN401 (a User)
    """What else waits for her: an address, a drawing, words and how many."""
    found = [
        (reverse("tasks:index"), "bell", _("att göra"), PlannerTask),
        (reverse("sms:index"), "sms", _("att läsa i inkorgen"), InboundMessage),
        (reverse("workplace_request:index"), "pin", _("som söker ny arbetsplats"), WorkplaceRequest),
    ]
    counted = [(url, icon, words, changes.number(user, model)) for url, icon, words, model in found]
    return [each for each in counted if each[-1]]


def _fill_first(request: SignedIn, form: BoardNarrowing, *, now: datetime) -> list[board_words.Row]:
    first = filling.first(request.user, now=now, narrowed=form.orders, at_most=AT_MOST)
    marks = seeing.marks_of([each.order for each in first])
    return [board_words.row(each, now=now, seen=marks[each.order.pk]) for each in first]


def _days(week: Week, today: date) -> list[Day]:
    language = get_language() or ""
    named: Mapping[date, str] = {}
    for year in {each.year for each in week.days}:
        named = {**named, **red_days(year, language)}
    return [
        Day(each, dayname(each)[:2], each == today, named.get(each, ""), each in named or each == week.sunday)
        for each in week.days
    ]

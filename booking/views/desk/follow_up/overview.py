"""Översikt: how many shifts were filled, how quickly, by what way, and where and when they were not."""

import uuid
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from booking.forms.statistics import SelectionForm
from booking.models import OrderReason
from booking.statistics import overview
from booking.statistics.figures import GOAL
from booking.statistics.overview import ByPlace
from booking.statistics.selection import Selection
from booking.statistics.starts import worst
from booking.views.desk.follow_up import cards, tables, words
from booking.views.desk.follow_up.choosing import follows_up, page
from booking.views.desk.follow_up.tables import Place
from people.models import Area, Workplace
from people.requests import SignedIn

ON_A_PAGE = 50
Key = uuid.UUID


@follows_up
def index(request: SignedIn, form: SelectionForm) -> HttpResponse:
    """The figures; a selection that is none is told beside its field, and has none."""
    context = page(request, form, "statistics:index")
    if form.is_valid():
        context |= _figures(form.selection(), request.GET.get("sida"))
    return render(request, "booking/desk/follow_up/overview.html", context)


def _figures(chosen: Selection, number: str | None) -> dict[str, Any]:
    starts, ways, where = overview.by_start(chosen), overview.by_way(chosen), overview.by_place(chosen)
    before, workplaces, reasons = overview.before(chosen), workplaces_of(chosen), reason_names()
    shown = Paginator([key for key in workplaces if key in where.workplaces], ON_A_PAGE).get_page(number)
    return {
        "cards": cards.of(starts, ways, overview.answers(chosen), before),
        "goal": GOAL,
        "weeks": tables.weeks(starts),
        "channels": tables.channels(ways),
        "parts": list(ways.channels.values()),
        "missing": tables.when_missing(starts),
        "warmth": tables.warmth(starts),
        "weekdays": words.SHORT_WEEKDAYS,
        "where_most": words.where_most(worst(starts.missing)),
        "shares": [
            areas_sheet(chosen, where, workplaces),
            tables.named("orsaker", _("Per orsak"), _("Orsak"), reasons, where.reasons),
            tables.weekdays(starts),
            tables.leads(ways),
        ],
        "causes_and_time": [tables.causes(overview.causes(chosen)), tables.time_to_fill(ways, before)],
        "page": shown,
        "places": tables.places(places_of(chosen, where, {key: workplaces[key] for key in shown}, reasons)),
    }


def places_of(
    chosen: Selection, where: ByPlace, workplaces: dict[Key, Workplace], reasons: dict[Key, str]
) -> list[Place]:
    """These workplaces with their figures."""
    medians = overview.median_by_workplace(chosen, list(workplaces))
    return [
        Place(place.name, where.workplaces[key], medians.get(key), reasons[where.usual_reason[key]])
        for key, place in workplaces.items()
        if key in where.workplaces
    ]


def workplaces_of(chosen: Selection) -> dict[Key, Workplace]:
    """Those of the chosen areas, by name."""
    rows = Workplace.objects.filter(area__in=chosen.areas).only("name", "area_id").order_by("name", "pk")
    return {place.pk: place for place in rows}


def reason_names() -> dict[Key, str]:
    """All of them, by name."""
    return dict(OrderReason.objects.order_by("name").values_list("pk", "name"))


def areas_sheet(chosen: Selection, where: ByPlace, workplaces: dict[Key, Workplace]) -> Any:  # noqa: ANN401 (a sheet)
    """By area, of what is known by workplace."""
    shares: dict[Key, Any] = {}
    for key, share in where.workplaces.items():
        area = workplaces[key].area_id
        shares[area] = shares[area] + share if area in shares else share
    names = dict(Area.objects.filter(pk__in=chosen.areas).order_by("name").values_list("pk", "name"))
    return tables.named("omraden", _("Per område"), _("Område"), names, shares)

"""LAS: how many are near a limit, and how many of them are no longer asked for. Names for those who may read them."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from booking.eligibility.nearing import Limit
from booking.forms.las_narrowing import NAMES
from booking.forms.statistics import SelectionForm
from booking.statistics import dropped
from booking.statistics.dropped import Dropped
from booking.statistics.suppression import Told
from booking.views.desk.follow_up.choosing import follows_up, page, reads_names
from booking.views.desk.follow_up.sheets import Sheet, Shown, hidden
from people import access
from people.models import Substitute, User
from people.requests import SignedIn


@dataclass(frozen=True, slots=True)
class Somebody:
    """Who is near which limit."""

    substitute: Substitute
    limit: str
    days: int
    left: int
    let_go: bool
    ended: bool


@follows_up
def index(request: SignedIn, form: SelectionForm) -> HttpResponse:
    """The counts, and below them who it is."""
    context = page(request, form, "statistics:las")
    if form.is_valid():
        found = dropped.dropped(form.selection().of_all_in_the_areas)
        context |= {"sheet": sheet(dropped.counted(found)), "last": found.last}
        if reads_names(request.user):
            context["people"] = people(found, request.user)
    return render(request, "booking/desk/follow_up/las.html", context)


def sheet(counts: dict[Limit, Told]) -> Sheet[tuple[str, Told]]:
    """As a table."""
    columns: list[Shown[tuple[str, Told]]] = [
        Shown("limit", _("Gräns"), lambda row: row[0], is_number=False),
        Shown("near", _("Högst 30 dagar kvar"), lambda row: hidden(row[1].total)),
        Shown("let_go", _("Av dem varken bokade eller tillfrågade"), lambda row: hidden(row[1].numbers["let_go"])),
    ]
    rows = [(str(NAMES[limit]), told) for limit, told in counts.items()]
    return Sheet("las", _("Nära en gräns i LAS"), columns, rows, hides=any(told.hides for told in counts.values()))


def people(found: Dropped, reader: User) -> list[Somebody]:
    """Those whom she may see, by name; one query."""
    seen = access.scope(reader, Substitute.objects.filter(pk__in=[each.substitute for each in found.near]))
    by_key = {each.pk: each for each in seen.select_related("user")}
    rows = [
        Somebody(
            by_key[each.substitute],
            str(NAMES[each.limit]),
            each.days,
            each.left,
            let_go=each.substitute in found.let_go,
            ended=each.substitute in found.ended,
        )
        for each in found.near
        if each.substitute in by_key
    ]
    return sorted(rows, key=lambda row: (row.left, str(row.substitute)))

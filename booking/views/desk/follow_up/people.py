"""Vikarier: how people answer, and how many of them come to each workplace. No names."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from booking.forms.statistics import SelectionForm
from booking.statistics import people
from booking.views.desk.follow_up import tables
from booking.views.desk.follow_up.choosing import follows_up, page
from booking.views.desk.follow_up.overview import ON_A_PAGE, workplaces_of
from people.requests import SignedIn


@follows_up
def index(request: SignedIn, form: SelectionForm) -> HttpResponse:
    """The figures; none of them of fewer than five people."""
    context = page(request, form, "statistics:people")
    if form.is_valid():
        chosen = form.selection()
        names = {key: place.name for key, place in workplaces_of(chosen).items()}
        if chosen.workplace:
            names = {key: name for key, name in names.items() if key == chosen.workplace}
        shown = Paginator(list(names), ON_A_PAGE).get_page(request.GET.get("sida"))
        found = people.continuity(chosen, list(shown))
        rows = [(names[key], found[key]) for key in shown if key in found]
        context |= {
            "spread": tables.spread(people.spread(chosen)),
            "continuity": tables.continuity(rows),
            "page": shown,
        }
    return render(request, "booking/desk/follow_up/people.html", context)

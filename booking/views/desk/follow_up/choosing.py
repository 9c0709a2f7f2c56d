"""What every page of figures begins with: who may read it, the chosen shifts, and the pages beside it."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, NamedTuple, ParamSpec
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from booking.forms.statistics import SelectionForm
from booking.statistics.selection import areas
from booking.views.desk.follow_up import words
from people import access
from people.models import User
from people.requests import SignedIn
from people.views.desk.page import frame

P = ParamSpec("P")
View = Callable[Concatenate[SignedIn, SelectionForm, P], HttpResponse]
NAMES = "substitute.view"
"""What lets somebody read a list of people; figures alone need it not."""


class Tab(NamedTuple):
    """A page beside this one, of the same selection."""

    url: str
    text: str
    is_here: bool


def follows_up(view: View[P]) -> Callable[Concatenate[SignedIn, P], HttpResponse]:
    """For those who read the figures of some area; the view is handed what they chose."""

    @wraps(view)
    def shown(request: SignedIn, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not areas(request.user).exists():
            message = "no figures of hers"
            raise Http404(message)
        return view(request, SelectionForm(request.GET, user=request.user, now=timezone.now()), *args, **kwargs)

    return require_safe(shown)


def reads_names(user: User) -> bool:
    """Whether she may read lists of people beside the figures."""
    return access.may(user, NAMES)


def page(request: SignedIn, form: SelectionForm, here: str) -> dict[str, object]:
    """What stands around the figures: the title, the form, the tabs. `here` is the name of the page's address."""
    titles = {"statistics:index": _("Översikt"), "statistics:people": _("Vikarier"), "statistics:las": _("LAS")}
    if reads_names(request.user):
        titles["statistics:hours"] = _("Timmar")
    query = f"?{kept}" if (kept := chosen(request)) else ""
    tabs = [Tab(reverse(name) + query, title, name == here) for name, title in titles.items()]
    above = [(reverse("statistics:index"), _("Statistik"))] if here != "statistics:index" else []
    title = titles[here] if above else _("Statistik")
    context: dict[str, object] = {"form": form, "tabs": tabs, "query": query, "title": title, "here": reverse(here)}
    if form.is_valid():
        context["days"], context["days_before"] = words.days(form.stretch), words.days(form.stretch.before)
        context["narrowed"] = form.is_narrowed
    return context | frame(title, above, "table")


def chosen(request: SignedIn) -> str:
    """The selection as an address keeps it, without what is empty."""
    return urlencode([(name, value) for name in SelectionForm.base_fields if (value := request.GET.get(name))])

"""The ways through the board: from a week or a day to those around it, and back to where a button was pressed."""

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from booking.forms.board import BoardNarrowing
from booking.weeks import Week, local_day
from people.requests import SignedIn
from portal.templatetags.times import day


@dataclass(frozen=True, slots=True)
class Way:
    """From the page to the one before, to today's and to the one after, and between day and week."""

    title: str
    here: str  # with nothing chosen
    before: str
    today: str
    after: str
    day: str
    week: str
    is_day: bool
    proposal: str = ""  # where a proposal for the week is made


def around_week(week: Week, form: BoardNarrowing, *, now: datetime) -> Way:
    """From a week."""
    today = local_day(now)
    first = date_format(week.monday, "j" if week.monday.month == week.sunday.month else "j F")
    said = {"number": week.number, "first": first, "last": date_format(week.sunday, "j F")}
    return Way(
        title=_("Vecka %(number)s, %(first)s–%(last)s") % said,
        here=reverse("board:week", args=[name_of(week)]),
        before=_week(week.before, form),
        today=_week(Week.of(today), form),
        after=_week(week.after, form),
        day=_day(today if today in week.days else week.monday, form),
        week=_week(week, form),
        is_day=False,
        proposal=_proposal(week, form),
    )


def around_day(that_day: date, form: BoardNarrowing, *, now: datetime) -> Way:
    """From a day."""
    week = Week.of(that_day)
    before, after = (date.fromordinal(that_day.toordinal() + step) for step in (-1, 1))
    return Way(
        title=capfirst(day(that_day)),
        here=reverse("board:day", args=[that_day.isoformat()]),
        before=_day(before, form),
        today=_day(local_day(now), form),
        after=_day(after, form),
        day=_day(that_day, form),
        week=_week(week, form),
        is_day=True,
    )


def _proposal(week: Week, form: BoardNarrowing) -> str:
    said = {"vecka": name_of(week)}
    if form.is_valid() and (area := form.cleaned_data.get("area")):
        said["area"] = str(area.pk)
    return f"{reverse('proposal:new')}?{urlencode(said)}"


def _week(week: Week, form: BoardNarrowing) -> str:
    return _with(reverse("board:week", args=[name_of(week)]), form)


def _day(day: date, form: BoardNarrowing) -> str:
    return _with(reverse("board:day", args=[day.isoformat()]), form)


def _with(address: str, form: BoardNarrowing) -> str:
    query = form.query()
    return f"{address}?{query}" if query else address


def name_of(week: Week) -> str:
    """2026-20, as in the address."""
    return week.monday.strftime("%G-%V")


def week_named(name: str) -> Week:
    """The other way; what is no week is a `ValueError`."""
    return Week.named("-W".join(name.split("-")))


def back(request: SignedIn) -> str:
    """Where the button was pressed: the desk's first page, or one of the board's."""
    home, index, wanted = reverse("wagtailadmin_home"), reverse("board:index"), request.POST.get("back", "")
    return wanted if wanted == home or wanted.startswith(index) else index

"""The forecast in words: how sure it is, and what it follows from."""

from collections.abc import Mapping
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from booking.forecast.sorts import Sort
from booking.models import Forecast, ForecastDay
from portal.templatetags.times import day as longday

SORTS = {
    Sort.RED: gettext_lazy("Röd dag. Den räknas som en söndag, och som röda dagar har varit här."),
    Sort.EVE: gettext_lazy("Dag före röd dag. Den räknas som sådana dagar har varit här."),
    Sort.BRIDGE: gettext_lazy("Klämdag. Den räknas som klämdagar har varit här."),
    Sort.CHRISTMAS: gettext_lazy("Jul och nyår. Dagen räknas som de veckorna har varit här."),
    Sort.SUMMER: gettext_lazy("Sommarveckorna 26 till 32. Dagen räknas som somrar har varit här."),
}
A_TENTH = 0.1


def accuracy(forecast: Forecast) -> str:
    """How it did lately, beside a guess that anybody could make; empty if it has not been tried."""
    how: Mapping[str, Any] = forecast.accuracy
    if not how or how["share"] is None:
        return ""
    words = _(
        "De senaste åtta veckorna slog prognosen fel med i snitt %(error)s beställningar om dagen, "
        "%(share)s procent av dem som kom. "
        "Att gissa på samma veckodag veckan innan slog fel med %(week)s procent."
    )
    return words % {
        "error": tenths(how["error"]),
        "share": round(100 * how["share"]),
        "week": round(100 * how["share_last_week"]),
    }


def why(row: ForecastDay) -> list[str]:
    """What the day's number follows from, a sentence each."""
    known = row.why
    said = [str(SORTS[sort])] if (sort := Sort(known["sort"])) in SORTS else []
    placed = ngettext(
        "%(n)d pass var beställt när dagen räknades.", "%(n)d pass var beställda när dagen räknades.", known["placed"]
    )
    said.append(placed % {"n": known["placed"]})
    said.append(_to_come(row, known))
    if lately := known["lately"]:
        words = _("Samma veckodag de senaste fyra veckorna, den äldsta först: %(numbers)s.")
        said.append(words % {"numbers": ", ".join(map(str, lately))})
    if row.low is not None and row.high is not None:
        words = _("Så som prognosen brukar slå fel blir det mellan %(low)d och %(high)d, åtta dagar av tio.")
        said.append(words % {"low": row.low, "high": row.high})
    return said


def _to_come(row: ForecastDay, known: Mapping[str, Any]) -> str:
    weekday = longday(row.day).split()[0].lower()
    if known["usual"] < A_TENTH:
        return _("En sådan %(weekday)s brukar ha nästan inga beställningar.") % {"weekday": weekday}
    share = round(100 * (1 - known["to_come"] / known["usual"]))
    words = _(
        "En sådan %(weekday)s brukar ha %(usual)s i allt. Så här långt i förväg är %(share)d procent beställt, "
        "så %(more)s till väntas."
    )
    numbers = {"usual": tenths(known["usual"]), "more": tenths(known["to_come"])}
    return words % {"weekday": weekday, "share": share, **numbers}


def tenths(number: float) -> str:
    """1,4; and 7 where it is whole."""
    rounded = round(number, 1)
    return number_format(rounded, 0 if rounded == int(rounded) else 1)

"""A contact as a card shows it at a certain moment."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from portal.pages import opening_words
from portal.pages.hours_blocks import WEEKDAYS, HoursValue
from portal.pages.opening_hours import MIDNIGHT, state
from portal.pages.said import Said, said
from portal.templatetags.times import clock, day

if TYPE_CHECKING:
    from portal.pages.models.contact import Contact

ALL_DAYS = range(7)
NEAR = timedelta(days=21)
"""How long before a date with other hours it is told."""


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on it, in the language that is spoken; `rows` are pairs of days and hours."""

    contact: "Contact"
    name: Said
    about: Said
    is_open: bool
    head: str
    detail: str
    sentence: str
    rows: list[tuple[str, str]]


def card(contact: "Contact", *, at: datetime) -> Card:
    """The contact's card at a moment."""
    now = state(contact.schedule(), at)
    name = said(contact.name, contact.name_en)
    return Card(
        contact,
        name=name,
        about=said(contact.about, contact.about_en),
        is_open=now.is_open,
        head=opening_words.head(now),
        detail=opening_words.detail(now, at),
        sentence=opening_words.sentence(name.text, now, at),
        rows=[*_usual(contact), *_unusual(contact, localtime(at).date())],
    )


def _usual(contact: "Contact") -> list[tuple[str, str]]:
    rows = []
    for row in contact.hours:
        hours = row.value
        rows.append((_days(hours.weekdays), _span(hours["opens"], hours["closes"])))
        if hours["lunch_from"]:
            rows.append((_("Lunch"), _span(hours["lunch_from"], hours["lunch_until"])))
    return rows


def _unusual(contact: "Contact", today: date) -> list[tuple[str, str]]:
    coming = [row.value for row in contact.exceptions if today <= row.value["date"] <= today + NEAR]
    return [
        (day(hours["date"]).capitalize(), _open_or_closed(hours))
        for hours in sorted(coming, key=lambda hours: hours["date"])
    ]


def _open_or_closed(hours: HoursValue) -> str:
    when = _("Stängt") if hours["opens"] is None else _span(hours["opens"], hours["closes"])
    why = said(hours["reason"] or "", hours.get("reason_en") or "")
    return format_html("{}, {}", when, why.marked()) if why.text else when


def _days(weekdays: range) -> str:
    if weekdays == ALL_DAYS:
        return _("Alla dagar")
    first, last = (str(WEEKDAYS[weekday][1]) for weekday in (weekdays[0], weekdays[-1]))
    return first.capitalize() if first == last else f"{first.capitalize()}–{last}"


def _span(opens: time, closes: time) -> str:
    return f"{clock(opens)}–{opening_words.at_midnight() if closes == MIDNIGHT else clock(closes)}"

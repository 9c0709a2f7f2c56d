"""The facts as whoever words a message names them: {plats}, {dag} …, with an example each, and as long as they come."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from booking.notifications.catalogue import Kind
from booking.notifications.shortening import Facts, reason
from portal.templatetags.times import day

A_DAY, A_LONG_DAY = date(2026, 5, 13), date(2026, 9, 30)
SOME_KEY = "00000000-0000-4000-8000-000000000000"
LONG_NAME = f"Šefik {'Đurić-Łukasiewicz-' * 8}"
LONG_CONTACT = ("Šefika Hadžić-Đurić " * 4)[:80]
LONG_PLACE = ("Särskilt boende Čapek " * 4)[:80]
LONG_ADDRESS = ("Norra Järnvägsgatan 114 B, uppgång Š, " * 5)[:160]
"""As long as the tables take, with letters that no phone has."""

PHONE = "0980-319 245"
A_REASON = "Ingen av vikarierna har delegering för läkemedel den dagen"
WRITTEN = "Nya nycklar finns att hämta i receptionen från måndag."
ROOM_FOR_A_PLANNER = 160
"""What is added to what a planner writes must leave so many characters to her."""


@dataclass(frozen=True, slots=True)
class Named:
    """A fact: by the name in the templates, by the word between braces, and what it is."""

    name: str
    word: str
    what: str | Promise

    @property
    def written(self) -> str:
        """{plats}"""
        return f"{{{self.word}}}"


NAMED = (
    Named("who", "namn", _("vikariens namn")),
    Named("place", "plats", _("arbetsplatsens namn")),
    Named("day", "dag", _("passets dag")),
    Named("span", "tid", _("passets tid")),
    Named("was", "förut", _("tiden före ändringen")),
    Named("ends", "slutar", _("när passet slutar nu")),
    Named("rest", "rast", _("rasten som är skriven")),
    Named("expected", "väntas", _("när vikarien kommer")),
    Named("begins", "börjar", _("när frågorna börjar gå ut")),
    Named("address", "adress", _("arbetsplatsens adress")),
    Named("contact", "kontakt", _("vem man frågar efter, och numret dit")),
    Named("number", "antal", _("hur många")),
    Named("days", "dagar", _("från första till sista dagen")),
    Named("week", "vecka", _("veckans nummer")),
    Named("what", "händelse", _("det som skrevs i tidbanken")),
    Named("balance", "saldo", _("vad som finns i tidbanken efteråt")),
    Named("work", "arbete", _("vad assistenten har gjort")),
    Named("reason", "skäl", _("skälet, som någon har skrivit")),
    Named("text", "text", _("det som planeraren skriver")),
    Named("unit", "enhet", _("vilka områden planeraren har")),
    Named("url", "länk", _("länken till sidan i portalen")),
)
BY_NAME = {fact.name: fact for fact in NAMED}
BY_WORD = {fact.word: fact for fact in NAMED}


def of_kind(kind: Kind) -> list[Named]:
    """Those that a text of the kind may name."""
    known = {*kind.carries.split(), *kind.gives_way, *kind.tells} - {*kind.adds}
    return [fact for fact in NAMED if fact.name in known]


def demanded(kind: Kind) -> list[Named]:
    """Those that it must name: what the portal does not add itself."""
    return [fact for fact in of_kind(kind) if fact.name in kind.carries.split()]


def in_braces() -> dict[str, str]:
    """Each fact as the word that stands for it."""
    return {fact.name: fact.written for fact in NAMED}


def usual() -> Facts:
    """Facts as they most often are, in the language of the moment."""
    clock = {"span": "07.00–16.00", "ends": "14.10", "expected": "07.20", "by": "06.15", "rest": "rast 45 min"}
    written = {
        "rest": "rast 45 min",
        "reason": A_REASON,
        "text": WRITTEN,
        "number": "5",
        "days": "13–17 maj",
        "week": "20",
    }
    place: Facts = {"place": "Björkgården", "address": "Storgatan 14", "contact": (f"Eva Lind, {PHONE}", PHONE)}
    days = {"day": day(A_DAY), "begins": f"{day(A_DAY)} 06.00", "was": "22.00–06.00"}
    written |= {"what": f"Uttag som ledig tid {day(A_DAY)}: −4 tim", "balance": "5 tim 45 min"}
    written["work"] = "Nattens assistent: 4 pass bokade, 2 pass kvar"
    return {**clock, **written, **place, **days, "who": "Amira Haddad", "unit": _unit("Hemtjänst"), **_addresses()}


def longest() -> Facts:
    """Facts as long as they come."""
    late = day(A_LONG_DAY)
    times = dict.fromkeys(("by", "expected", "begins"), f"{late} 06.15")
    days = {"day": late, "was": f"{late} 22.00–06.00", "number": "125", "days": "28 september–30 november"}
    place: Facts = {"place": LONG_PLACE, "address": LONG_ADDRESS, "contact": (f"{LONG_CONTACT}, {PHONE}", PHONE)}
    written: Facts = {"reason": reason(f"{A_REASON}. " * 6), "text": "x" * ROOM_FOR_A_PLANNER}
    done = {"work": f"{'Resurser och vikarier ' * 4}: 125 pass bokade, 125 pass kvar"}
    banked = done | {"what": f"Uttag som ledig tid {late}: −499 tim 59 min", "balance": "−499 tim 59 min"}
    named: Facts = {"who": LONG_NAME, "unit": _unit(f"{LONG_PLACE}, " * 3)}
    return {**usual(), **times, **days, **place, **written, **banked, **named}


def _unit(areas: str) -> tuple[str, str]:
    return areas.strip(", "), settings.MUNICIPALITY


def _addresses() -> Mapping[str, tuple[str, str]]:
    """The longest address that any message leads to."""
    return {"url": (f"{settings.PORTAL_URL}/forfragningar/{SOME_KEY}/", "")}

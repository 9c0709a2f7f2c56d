"""How another time than the booked one is said."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils.translation import gettext as _

from booking.period import Period
from booking.policy_words import length
from portal.templatetags.times import digits

NONE = timedelta()


def difference(booked: Period, booked_rest: int, said: Period | None, said_rest: int) -> list[str]:
    """Började 15 min tidigare. Slutade 1 tim senare. Rast 15 min, inte 30. Nothing where it is the same."""
    return list(_differences(booked, booked_rest, said, said_rest)) if said else [_("Inget arbetades")]


def signed(difference: timedelta) -> str:
    """+0,75 tim, −1 tim, or ±0 tim"""
    sign = "±" if difference == NONE else "+" if difference > NONE else "−"
    return _("%(hours)s tim") % {"hours": f"{sign}{digits(abs(difference))}"}


def _differences(booked: Period, booked_rest: int, said: Period, said_rest: int) -> Iterator[str]:
    if early := booked.starts - said.starts:
        words = _("Började %(length)s tidigare") if early > NONE else _("Började %(length)s senare")
        yield words % {"length": length(abs(early))}
    if late := said.ends - booked.ends:
        words = _("Slutade %(length)s senare") if late > NONE else _("Slutade %(length)s tidigare")
        yield words % {"length": length(abs(late))}
    if said_rest != booked_rest:
        yield _("Rast %(said)d min, inte %(booked)d") % {"said": said_rest, "booked": booked_rest}

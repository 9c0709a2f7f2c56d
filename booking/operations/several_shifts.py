"""Attested by list: many shifts approved, one after the other, each as it stood on the page."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.utils.translation import gettext as _

from booking.models import Booking, PlannerTask
from booking.operations import attendance
from booking.operations.deciding import decision
from booking.operations.one_by_one import Outcome, why_not
from booking.operations.refusals import Refused
from booking.operations.worked_time import DISPUTES
from people import history
from people.models import User


@dataclass(frozen=True, slots=True)
class Seen:
    """A shift, and what of it was on the page: the version of its terms, and the number of what was said last."""

    booking: Booking
    terms_version: int
    said: int


def attest(several: Sequence[Seen], *, command: uuid.UUID, by: User, at: datetime) -> list[Outcome]:
    """Approve each in a transaction of its own, and say what became of each.

    The history knows what the `command` (the key of the form) has done: sent twice, also at once, it is done once and
    said to be done both times.
    """
    before, refused = history.recorded(command), {}
    with history.of_one_command(command, by=by):
        for seen in several:
            key = seen.booking.pk
            act = partial(_attest, seen, by=by, at=at)
            if str(key) not in before and (why := why_not(act, named=f"attest {key}")):
                refused[key] = why
    done = history.recorded(command)
    keys = [seen.booking.pk for seen in several]
    return [Outcome.of(key, done=str(key) in done, reasons=refused.get(key, ())) for key in keys]


def not_disputed(booking: Booking) -> None:
    """Raise `Refused` if somebody says that the time is wrong: that is read shift by shift."""
    if PlannerTask.objects.undone().filter(booking=booking, kind__in=DISPUTES).exists():
        raise Refused(disputed())


def disputed() -> str:
    """Why it is not approved with others."""
    return _("Tiden bestrids. Öppna passet och rätta eller attestera där.")


@decision
def _attest(seen: Seen, *, by: User, at: datetime) -> None:
    attendance.attest(seen.booking, by=by, at=at, seen_version=seen.terms_version, seen_said=seen.said)
    not_disputed(seen.booking)  # after, since what is said is locked out by then; a refusal undoes it

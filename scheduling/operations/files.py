"""A file from the schedule is read and shown, and then carried out: all that was shown, in one transaction.

Whoever confirms says by its mark what she saw; if something else would come of it by now, nothing is done (`Moved`).
"""

import hashlib
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from booking.models import Booking
from booking.operations.deciding import decision
from people.history import record
from people.models import User
from people.operations.refusals import Refused
from scheduling import plan
from scheduling.formats import calendar_in, csv_in
from scheduling.formats.facts import Fact
from scheduling.models import ScheduleFile
from scheduling.operations import reading
from scheduling.plan import Plan, What

A_CALENDAR = b"BEGIN:VCALENDAR"
BEGINNING = 1000  # bytes, among which a calendar says that it is one


class Moved(Exception):
    """Something has changed since the plan was shown, so that other things would come of it."""


def read(filename: str, content: bytes, *, by: User | None, at: datetime) -> ScheduleFile:
    """Keep what stands in the file, to be looked at; `facts.Unreadable` if it is neither table nor calendar."""
    form = calendar_in if A_CALENDAR in content[:BEGINNING].upper() else csv_in
    facts = [fact.as_kept() for fact in form.read(content)]
    digest = hashlib.sha256(content).hexdigest()
    name = filename.replace("\x00", "")[-200:]
    return ScheduleFile.objects.create(filename=name, digest=digest, facts=facts, read_by=by, read_at=at)


def foreseen(file: ScheduleFile, *, by: User | None, at: datetime) -> Plan:
    """What would come of it now."""
    return plan.of(_facts(file), by=by, at=at)


def carry_out(
    file: ScheduleFile, *, seen: str, leaves_out: bool, by: User | None, at: datetime
) -> tuple[ScheduleFile, list[Booking]]:
    """Write what the plan with the mark `seen` says (empty: whatever it says); twice is once.

    Answers with the booked shifts whose time the schedule no longer has, and which stand all the same. Rows that were
    not understood are left out if `leaves_out`; else one is enough for nothing to be read.
    """
    try:
        return _carry_out(file, seen=seen, leaves_out=leaves_out, by=by, at=at)
    except IntegrityError as first_by_another:
        raise Moved from first_by_another


@decision
def _carry_out(
    file: ScheduleFile, *, seen: str, leaves_out: bool, by: User | None, at: datetime
) -> tuple[ScheduleFile, list[Booking]]:
    reading.hold(_facts(file), by=by)
    file = _locked(file)
    if file.applied_at:
        return file, []
    found = foreseen(file, by=by, at=at)
    if seen and seen != found.mark:
        raise Moved
    if found.counts[What.REFUSED] and not leaves_out:
        raise Refused(leaves_out=_("Filen har rader med fel. Rätta dem, eller välj att de lämnas utanför."))
    stood = reading.carry_out(found, by=by, at=at)
    file.counts, file.refused = reading.report(found)
    file.facts, file.applied_at = [], at
    file.save(update_fields=["counts", "refused", "facts", "applied_at"])
    record(file, "schedulefile.carry_out", by=by, at=at, area_id=None, **file.counts)
    return file, stood


@transaction.atomic
def throw_away(file: ScheduleFile) -> bool:
    """It was the wrong file; one that has been carried out stays. Whether it has gone."""
    file = _locked(file)
    if file.applied_at is None:
        file.delete()
    return file.applied_at is None


def forget(*, at: datetime) -> None:
    """What nobody carried out goes after a day."""
    ScheduleFile.objects.forgotten(now=at).delete()


def _facts(file: ScheduleFile) -> list[Fact]:
    return [Fact.of(kept) for kept in file.facts]


def _locked(file: ScheduleFile) -> ScheduleFile:
    found = ScheduleFile.objects.select_for_update(of=("self",), no_key=True).filter(pk=file.pk).first()
    if found is None:
        raise Refused(file=_("Filen är borta. Läs in den igen."))
    return found

"""Making a run, taking one back, and fetching its file: one at a time, whole or not at all."""

import functools
import uuid
from collections.abc import Callable
from datetime import datetime
from typing import IO, ParamSpec

from django.db import OperationalError
from django.db.models import Prefetch
from django.utils.translation import gettext as _

from booking.operations.deciding import decision
from booking.weeks import local_day
from payroll import files
from payroll.columns import Unfit
from payroll.models import LeftOut, PayRun, RunLine, RunSeries, RunShift, WageCode
from payroll.operations import drafts
from payroll.operations.asked import REACH, Asked
from payroll.operations.drafts import Draft
from people.history import record
from people.models import User
from people.operations.refusals import Refused

P = ParamSpec("P")

AT_A_TIME = 500
LOCK_NOT_AVAILABLE = "55P03"  # PostgreSQL's
FEW = 5
"""So many faults are told: thousands of rows can break the same rule."""


def foresee(asked: Asked, *, at: datetime) -> Draft:
    """What a run would hold just now; nothing is written. `Refused` as `make` would."""
    _can_be_asked(asked, at=at)
    last = RunSeries.objects.values_list("last", flat=True).first() or 0
    return drafts.draft(asked, number=last + 1, at=at)


def one_at_a_time(operation: Callable[P, PayRun]) -> Callable[P, PayRun]:
    """A run of a whole municipality takes longer than anybody waits for a lock: the next officer is told so."""

    @functools.wraps(operation)
    def alone(*args: P.args, **kwargs: P.kwargs) -> PayRun:
        try:
            return operation(*args, **kwargs)
        except OperationalError as error:
            if getattr(error.__cause__, "sqlstate", None) != LOCK_NOT_AVAILABLE:
                raise
            raise Refused(run=_("En annan körning görs just nu. Försök igen om en stund.")) from error

    return alone


@one_at_a_time
@decision
def make(asked: Asked, *, command: uuid.UUID, by: User, at: datetime) -> PayRun:
    """Send what is approved of the period, and what has changed of what was sent. The same `command` twice is one run.

    A file that breaks the rules of its kind is not kept: `Refused` says which rules.
    """
    series = _locked_series()
    if made := PayRun.objects.filter(command=command).first():
        return made
    _can_be_asked(asked, at=at)
    run = PayRun(
        first_day=asked.first_day,
        last_day=asked.last_day,
        area=asked.area,
        layout=asked.layout,
        recipe=asked.layout.kept(),
        command=command,
        made_by=by,
        made_at=at,
        number=series.last + 1,
    )
    return _kept(run, drafts.draft(asked, number=run.number, at=at), series, "payrun.make")


@one_at_a_time
@decision
def take_back(run: PayRun, *, by: User, at: datetime) -> PayRun:
    """Make a run of minuses of all that payroll has by that run; what was in it can be sent anew. Twice is once."""
    series = _locked_series()
    if made := PayRun.objects.filter(takes_back=run).first():
        return made
    own = Prefetch("lines", RunLine.objects.filter(takes_back=None).order_by("number"), to_attr="own_lines")
    standing = list(RunShift.objects.filter(run=run, stands=True).prefetch_related(own))
    if run.takes_back_id or not any(shift.own_lines for shift in standing):
        raise Refused(run=_("Det finns inget kvar att ta tillbaka av den körningen."))
    back = PayRun(
        first_day=run.first_day,
        last_day=run.last_day,
        area=run.area,
        layout=run.layout,
        recipe=run.recipe,
        takes_back=run,
        command=uuid.uuid4(),
        made_by=by,
        made_at=at,
        number=series.last + 1,
    )
    draft = Draft()
    for shift in standing:
        draft.take_back(shift)
    return _kept(back, draft, series, "payrun.take_back")


@decision
def fetch(run: PayRun, *, by: User, at: datetime) -> IO[bytes]:
    """Somebody takes the file out, open; each time is written down, the first is remembered.

    `Refused` if it would be another file than the one that was made, which kept every rule.
    """
    PayRun.objects.select_for_update(no_key=True).get(pk=run.pk)
    run = PayRun.objects.told().get(pk=run.pk)
    file, digest = files.spooled(run)
    if digest != run.digest:
        file.close()
        raise Refused(
            run=_("Filen kan inte göras likadan igen, så den lämnas inte ut. Någon i den kan ha tagits bort.")
        )
    if run.fetched_at is None:
        run.fetched_at, run.fetched_by = at, by
        run.save(update_fields=["fetched_at", "fetched_by"])
    told = {"number": run.number, "kind": run.recipe["kind"], "rows": run.lines.count()}
    record(run, "payrun.export", by=by, at=at, area_id=None, **told)
    return file


def _locked_series() -> RunSeries:
    RunSeries.objects.get_or_create(key=1)
    return RunSeries.objects.select_for_update().get(key=1)


def _can_be_asked(asked: Asked, *, at: datetime) -> None:
    if asked.last_day < asked.first_day:
        raise Refused(last_day=_("Perioden slutar innan den börjar."))
    if asked.last_day >= local_day(at):
        raise Refused(last_day=_("Perioden är inte slut än."))
    if asked.last_day - asked.first_day > REACH:
        raise Refused(last_day=_("En körning är högst ett år."))


def _kept(run: PayRun, draft: Draft, series: RunSeries, action: str) -> PayRun:
    names = dict(WageCode.objects.values_list("code", "name"))
    run.sums = draft.sums
    run.codes = {code: names.get(code, code) for code in run.sums}
    run.shifts, run.corrections = len(draft.shifts), len(draft.replaced)
    run.save()
    _write(run, draft)
    run.digest = _sound(run)
    run.save(update_fields=["digest"])
    series.last = run.number
    series.save(update_fields=["last"])
    told = {"number": run.number, "rows": len(draft.lines), "left_out": len(draft.left_out)}
    told |= {"shifts": run.shifts, "corrections": run.corrections}
    record(run, action, by=run.made_by, at=run.made_at, area_id=None, **told)
    return run


def _write(run: PayRun, draft: Draft) -> None:
    """What stood stands no more before what comes in its place is put in: of a booking one stands at most."""
    keys = [shift.pk for shift in draft.replaced]
    for place in range(0, len(keys), AT_A_TIME):
        RunShift.objects.filter(pk__in=keys[place : place + AT_A_TIME]).update(stands=False)
    RunShift.objects.bulk_update(draft.settled, ["version"], batch_size=AT_A_TIME)
    for shift in draft.shifts:
        shift.run = run
    for row in draft.left_out:
        row.run = run
    RunShift.objects.bulk_create(draft.shifts, batch_size=AT_A_TIME)
    LeftOut.objects.bulk_create(draft.left_out, batch_size=AT_A_TIME)
    # By person, as whoever reads the file looks for one; the sort leaves each shift's rows in their order.
    draft.lines.sort(key=lambda line: (line.shift.employee_number, line.shift.substitute_id))
    for number, line in enumerate(draft.lines, start=1):
        line.run, line.number = run, number
    RunLine.objects.bulk_create(draft.lines, batch_size=AT_A_TIME)


def _sound(run: PayRun) -> str:
    """The digest of its file; `Refused` if that cannot be written, or breaks the rules of its kind."""
    try:
        digest, faults = files.checked(run)
    except Unfit as unfit:  # a minus can be a sign too many for a column that held the hours
        raise Refused(run=_("En rad får inte plats i filen, så körningen gjordes inte.")) from unfit
    if faults:
        why = " ".join(faults[:FEW])
        raise Refused(layout=_("Filen följer inte PAXml, så körningen gjordes inte: %(why)s") % {"why": why})
    return digest

"""A file is read and shown, and then carried out: all that was shown, in one transaction, or nothing.

Whoever confirms says by its mark what she saw (`Plan.mark`); if something else would come of it by now, nothing is
done and `Moved` says so. The people of the file are locked first: the same file twice at once is one after the other.
"""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from booking.operations.deciding import decision, locked_substitutes
from payroll.importing import plan, reading
from payroll.importing.fields import plain
from payroll.importing.people_in import Known
from payroll.importing.plan import KNOWN_BY, MODELS, Line, Plan, What
from payroll.importing.reading import Row
from payroll.models import FactsImport, FactsLayout
from people.days import day_of
from people.history import record, record_each
from people.models import Substitute, User
from people.named import to_herself
from people.operations.refusals import Refused

AT_A_TIME = 500


class Moved(Exception):
    """Something has changed since the plan was shown, so that other things would come of it."""


def read(filename: str, content: bytes, layout: FactsLayout, *, by: User | None, at: datetime) -> FactsImport:
    """Keep what stands in the file, to be looked at; `tables.Unreadable` if it is none of that layout."""
    rows = [row.as_kept() for row in reading.read(content, layout, today=day_of(at))]
    digest = hashlib.sha256(content).hexdigest()
    return FactsImport.objects.create(
        layout=layout, filename=filename[-200:], digest=digest, rows=rows, read_by=by, read_at=at
    )


def read_before(run: FactsImport) -> FactsImport | None:
    """When the very same file was carried out, the latest time."""
    return FactsImport.objects.carried_out().filter(digest=run.digest, layout=run.layout).exclude(pk=run.pk).first()


@decision
def carry_out(run: FactsImport, *, seen: str, leaves_out: bool, by: User | None, at: datetime) -> FactsImport:
    """Write what the plan with the mark `seen` says (empty: whatever it says); twice is once.

    Faulty rows are left out if `leaves_out`; else one is enough for nothing to be read.
    """
    _hold_people(run)
    run = _locked(run)
    if run.applied_at:
        return run
    found = plan.of(run)
    if seen and seen != found.mark:
        raise Moved
    if found.counts[What.FAULTY] and not leaves_out:
        raise Refused(leaves_out=_("Filen har rader med fel. Rätta dem, eller välj att de lämnas utanför."))
    _write(run, found, by=by, at=at)
    run.rows, run.counts, run.applied_at, run.applied_by = [], found.counts, at, by
    run.save(update_fields=["rows", "counts", "applied_at", "applied_by"])
    record(run, "factsimport.carry_out", by=by, at=at, area_id=None, kind=run.layout.kind, **found.counts)
    return run


@transaction.atomic
def throw_away(run: FactsImport) -> bool:
    """It was the wrong file; one that has been carried out stays. Whether it has gone."""
    run = _locked(run)
    if run.applied_at is None:
        run.delete()
    return run.applied_at is None


def forget(*, at: datetime) -> None:
    """What nobody carried out goes after a day."""
    FactsImport.objects.forgotten(now=at).delete()


def leave_out(substitute: Substitute) -> None:
    """Take the rows of somebody who is erased or hidden, and held, out of the files that wait."""
    numbers = (substitute.employee_number, to_herself(substitute.user).employee_number)
    hers = {*(number.casefold() for number in numbers), substitute.user.personnummer_hash} - {""}
    for run in FactsImport.objects.select_for_update(no_key=True).exclude(rows=[]).order_by("pk"):
        rows = [row for row in run.rows if hers.isdisjoint(row["person"])]
        if len(rows) < len(run.rows):
            run.rows = rows
            run.save(update_fields=["rows"])


def _hold_people(run: FactsImport) -> None:
    """Before the run: whoever erases or hides a person holds her first, and then what was read of her."""
    locked_substitutes({her.pk for her in Known.of(Row.of(kept) for kept in run.rows).people.values()})


def _locked(run: FactsImport) -> FactsImport:
    rows = FactsImport.objects.select_for_update(of=("self",), no_key=True).select_related("layout")
    found = rows.filter(pk=run.pk).first()
    if found is None:
        raise Refused(file=_("Filen är borta. Läs in den igen."))
    return found


def _write(run: FactsImport, found: Plan, *, by: User | None, at: datetime) -> None:
    kind = run.layout.kind
    model, known_by = MODELS[kind], KNOWN_BY[kind]
    changed = found.of(What.CHANGED)
    lines = [*found.of(What.NEW), *changed]
    rows: list[Any] = [model(substitute=line.substitute, source=run, read_at=at, **line.values) for line in lines]
    said = {name for line in lines for name in line.values} - set(known_by)
    if rows:
        model._default_manager.bulk_create(
            rows, AT_A_TIME, update_conflicts=True, unique_fields=known_by, update_fields=[*said, "source", "read_at"]
        )
    deeds = {line.row: {"changes": _changes(line)} for line in changed}
    record_each(model, f"{model._meta.model_name}.change", deeds, by=by, at=at)


def _changes(line: Line) -> Sequence[dict[str, object]]:
    """As the history says them, whatever the kind of row (people/changes.py)."""
    return [{"name": name, "before": plain(was), "after": plain(now)} for name, (was, now) in line.changes.items()]

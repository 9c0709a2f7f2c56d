"""A file is read, and carried out a few rows at a time: each few whole or not at all, and never twice.

A process that dies leaves whole rows; the queue's sweep goes on where it ended (`resume`).
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django_q.tasks import async_task

from people.history import record
from people.importing import columns, plan, tables
from people.importing.cleaning import Wish
from people.importing.plan import Line, What
from people.models import Substitute, SubstituteImport, User
from people.operations import papers, substitutes
from people.operations.refusals import Refused

AT_A_TIME = 25
"""So few people are kept waiting for their locks, and so few are lost by a process that dies."""


def read(filename: str, content: bytes, *, by: User, at: datetime) -> SubstituteImport:
    """Keep what stands in the file, to be looked at; `tables.Unreadable` if it is no such table."""
    (_number, headings), *rows = tables.rows_of(content)
    keys = columns.by_position(headings)
    said = [
        {"number": str(number)} | {key: cells[position] for position, key in keys.items() if position < len(cells)}
        for number, cells in rows
    ]
    return SubstituteImport.objects.create(read_by=by, read_at=at, filename=filename[:200], rows=said)


@transaction.atomic
def order(run: SubstituteImport, *, at: datetime) -> SubstituteImport:
    """Let the queue carry it out; ordered twice is ordered once."""
    run = _locked(run)
    if run.ordered_at is None and run.rows:
        run.ordered_at = at
        run.outcome = {what.value: 0 for what in What if what is not What.FAULTY} | {"next": 0, "faulty": []}
        run.save(update_fields=["ordered_at", "outcome"])
        async_task("people.tasks.carry_out", str(run.pk))
    return run


@transaction.atomic
def throw_away(run: SubstituteImport) -> None:
    """It was the wrong file; one that is being carried out stays."""
    run = _locked(run)
    if run.ordered_at is None:
        run.delete()


@transaction.atomic
def go_on(run: SubstituteImport, *, at: datetime) -> bool:
    """Carry out the next few rows; whether there are more."""
    run = _locked(run)
    if run.ordered_at is None or run.applied_at:
        return False
    first = run.outcome["next"]
    rows = run.rows[first : first + AT_A_TIME]
    for line in plan.of(rows, by=run.read_by):
        _note(run.outcome, line, _carried_out(line, by=run.read_by, at=at))
    run.outcome["next"] = first + len(rows)
    if run.outcome["next"] >= len(run.rows):
        _finish(run, at=at)
    run.save(update_fields=["rows", "outcome", "applied_at"])
    return run.applied_at is None


def _locked(run: SubstituteImport) -> SubstituteImport:
    return SubstituteImport.objects.select_for_update(of=("self",)).select_related("read_by").get(pk=run.pk)


def _carried_out(line: Line, *, by: User, at: datetime) -> Mapping[str, str]:
    """Do what the row asks for, all of it or nothing; why it could not be done, by column."""
    if line.what is What.FAULTY or line.wish is None:
        return line.faults
    try:
        with transaction.atomic():
            _do(line, line.wish, by=by, at=at)
    except Refused as refused:
        return refused.reasons
    return {}


def _do(line: Line, wish: Wish, *, by: User, at: datetime) -> None:
    if line.what is What.NEW and wish.born:
        number, born = wish.employee_number, wish.born
        substitute = substitutes.take_on(wish.person, born=born, employee_number=number, terms=wish.terms, by=by, at=at)
    else:
        substitute = line.substitute or _made_above(wish)
        if line.what is What.CHANGED:
            substitutes.change(substitute, wish.person, is_active=substitute.is_active, by=by, at=at)
        if plan.AGREEMENT in line.news:
            papers.agree(substitute, wish.terms, by=by, at=at)
    if plan.COMPETENCE in line.news and wish.competence:
        starts, ends = wish.terms.starts, wish.competence_ends
        papers.prove(substitute, wish.competence, starts=starts, ends=ends, by=by, at=at)


def _made_above(wish: Wish) -> Substitute:
    """Whom a row above has made."""
    made = Substitute.objects.select_related("user").filter(employee_number__iexact=wish.employee_number).first()
    if made is None:
        raise Refused(employee_number=_("Raden ovanför med samma nummer kunde inte läsas in."))
    return made


def _note(outcome: dict[str, Any], line: Line, faults: Mapping[str, str]) -> None:
    """Count the row, by its number alone if it failed."""
    if faults:
        outcome["faulty"].append({"number": line.number, "faults": dict(faults)})
    else:
        outcome[line.what.value] += 1


def _finish(run: SubstituteImport, *, at: datetime) -> None:
    """Only the faulty rows are still of use, to be mended; they go within the day."""
    failed = {row["number"] for row in run.outcome["faulty"]}
    run.rows = [row for row in run.rows if int(row["number"]) in failed]
    run.applied_at = at
    counts = {key: value for key, value in run.outcome.items() if isinstance(value, int) and key != "next"}
    record(run, "substituteimport.carry_out", by=run.read_by, at=at, area_id=None, faulty=len(failed), **counts)


def resume() -> None:
    """Queue what a process that died has left; that it is queued twice does no harm."""
    for key in SubstituteImport.objects.under_way().values_list("pk", flat=True):
        async_task("people.tasks.carry_out", str(key))


def forget(*, at: datetime) -> None:
    """What was in the files goes after a day; how many rows there were, and what came of them, stays."""
    SubstituteImport.objects.forgotten(now=at).update(rows=[])

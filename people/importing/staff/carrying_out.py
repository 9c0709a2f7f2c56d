"""Rows of colleagues are carried out a few at a time: each few whole or not at all, and never twice.

Nobody loses anything by not being in the register, unless they are few of all whom it knows: a file that was cut off,
or an interface that answered with half, closes no offices.
"""

import uuid
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django_q.tasks import async_task

from people.grants import REGISTER
from people.history import record
from people.importing.staff import plan, wanted
from people.importing.staff.plan import Line, What
from people.importing.staff.wanted import Wanted, WantedRole
from people.models import Account, Area, RegisteredPerson, RoleAssignment, StaffImport, User, Workplace
from people.operations import colleagues, delegations, roles
from people.operations.accounts import Person
from people.operations.refusals import Refused
from people.roles import ROLES
from portal import security_log

Tell = Callable[[StaffImport, datetime], None]

AT_A_TIME = 25
TASK = "people.tasks.carry_out_staff"


_tellers: list[Tell] = []


def told_by(tell: Tell) -> None:
    """Register what tells those who should know that a reading has spared many who were not in it."""
    _tellers.append(tell)


def read(filename: str, people: Sequence[Wanted], *, whole: bool, by: User | None, at: datetime) -> StaffImport:
    """Keep what was read, to be looked at."""
    rows = wanted.in_order(people)
    return StaffImport.objects.create(read_by=by, read_at=at, filename=filename[-200:], whole=whole, rows=rows)


@transaction.atomic
def order(run: StaffImport, *, by: User | None, at: datetime) -> StaffImport:
    """Let the queue carry it out; ordered twice is ordered once. How many would lose something is decided here.

    Whoever orders it answers for it from then on, whoever had it read.
    """
    run = _locked(run)
    if run.ordered_at is None and run.rows:
        loses, known = plan.losing(run.rows, now=at), RegisteredPerson.objects.count()
        takes = run.whole and loses * 100 <= settings.SS12000_MOST_CLOSED * known
        counted = {what.value: 0 for what in What if what is not What.FAULTY} | {"closed": 0, "next": 0, "faulty": []}
        run.ordered_at, run.read_by = at, by
        run.outcome = counted | {"takes": takes, "spared": 0 if takes or not run.whole else loses}
        run.save(update_fields=["ordered_at", "read_by", "outcome"])
        async_task(TASK, str(run.pk))
        counts = {"rows": len(run.rows), "spared": run.outcome["spared"]}
        security_log.once_done("staff.import_ordered", user=by, about=run, whole=run.whole, **counts)
        for tell in _tellers if run.outcome["spared"] else ():
            tell(run, at)
    return run


@transaction.atomic
def throw_away(run: StaffImport) -> bool:
    """It was the wrong one; one that is being carried out stays. Whether it has gone."""
    run = _locked(run)
    if run.ordered_at is None:
        run.delete()
    return run.ordered_at is None


@transaction.atomic
def go_on(run: StaffImport, *, at: datetime) -> bool:
    """Carry out the next few rows, and last what is gone; whether there are more."""
    run = _locked(run)
    if run.ordered_at is None or run.applied_at:
        return False
    first = run.outcome["next"]
    rows = run.rows[first : first + AT_A_TIME]
    for line in plan.of(rows, now=at):
        _note(run.outcome, line, _carried_out(line, takes=run.outcome["takes"], by=run.read_by, at=at))
    run.outcome["next"] = first + len(rows)
    if run.outcome["next"] >= len(run.rows):
        if run.outcome["takes"]:
            absent = plan.absent(run.rows)
            run.outcome["closed"] = len(absent)
            for gone in absent:
                _close(gone, by=run.read_by, at=at)
        _finish(run, at=at)
    run.save(update_fields=["rows", "outcome", "applied_at"])
    return run.applied_at is None


def _locked(run: StaffImport) -> StaffImport:
    return StaffImport.objects.select_for_update(of=("self",)).select_related("read_by").get(pk=run.pk)


def _carried_out(line: Line, *, takes: bool, by: User | None, at: datetime) -> Mapping[str, str]:
    """Do what the row asks for, all of it or nothing; why it could not be done, by column."""
    if line.what is What.FAULTY or (line.user is None and line.what is not What.NEW):
        return line.faults  # none, if it is of somebody who came and left before she was ever here
    try:
        with transaction.atomic():
            _do(line, takes=takes, by=by, at=at)
    except Refused as refused:
        return refused.reasons
    return {}


def _do(line: Line, *, takes: bool, by: User | None, at: datetime) -> None:
    if line.what is What.ENDED:
        _close(RegisteredPerson.objects.select_related("user").get(key=line.wanted.key), by=by, at=at)
        return
    account = _account(line, by=by, at=at)
    if line.wanted.key:
        RegisteredPerson.objects.update_or_create(key=line.wanted.key, defaults={"user": account, "seen_at": at})
    for role in line.given:
        _give(role, account, source=REGISTER if line.wanted.key else "", by=by, at=at)
    for gone in (*line.over, *(line.gone if takes else ())):
        roles.withdraw(gone, by=by, at=at)


def _account(line: Line, *, by: User | None, at: datetime) -> Account:
    said = line.wanted
    person = Person(said.first_name, said.last_name, said.phone, said.email)
    if line.user is None:
        born = datetime.fromisoformat(said.born).date() if said.born else None
        return colleagues.open_account(person, username=said.username, born=born, by=by, at=at)
    account = Account.objects.get(pk=line.user.pk)
    if line.changed:
        kept = Person(said.first_name, said.last_name, said.phone or account.phone, said.email or account.email)
        colleagues.change_account(account, kept, by=by, at=at)
    return account


def _give(role: WantedRole, account: Account, *, source: str, by: User | None, at: datetime) -> None:
    user, definition = User.objects.get(pk=account.pk), ROLES[role.role]
    roles.assign(user, definition, _place(role), days=role.days, source=source, by=by, at=at)


def _place(role: WantedRole) -> Area | Workplace | None:
    if role.area:
        return Area.objects.get(pk=uuid.UUID(role.area))
    return Workplace.objects.get(pk=uuid.UUID(role.workplace)) if role.workplace else None


def _close(gone: RegisteredPerson, *, by: User | None, at: datetime) -> None:
    """Take back what the register gave; if nothing else is left of hers here, her account closes."""
    for given in RoleAssignment.objects.filter(user=gone.user, source=REGISTER, delegated_from=None):
        roles.withdraw(given, by=by, at=at)
    account = Account.objects.get(pk=gone.user_id)
    gone.delete()
    if not (account.role_assignments.filter(delegated_from=None).exists() or hasattr(account, "substitute")):
        delegations.end_all(account, by=by, at=at)  # else whoever ordered it must still be an owner when it is done
        colleagues.close_account(account, by=by, at=at)


def _note(outcome: dict[str, Any], line: Line, faults: Mapping[str, str]) -> None:
    """Count the row, by its number alone if it failed."""
    if faults:
        outcome["faulty"].append({"number": line.wanted.number, "faults": dict(faults)})
    else:
        outcome[line.what.value] += 1


def _finish(run: StaffImport, *, at: datetime) -> None:
    """Only the faulty rows are still of use; they go within the day."""
    failed = {row["number"] for row in run.outcome["faulty"]}
    run.rows = [row for row in run.rows if row["number"] in failed]
    run.applied_at = at
    counts = {
        key: value for key, value in run.outcome.items() if isinstance(value, int) and key not in {"next", "takes"}
    }
    record(run, "staffimport.carry_out", by=run.read_by, at=at, area_id=None, faulty=len(failed), **counts)


def resume() -> None:
    """Queue what a process that died has left; that it is queued twice does no harm."""
    for key in StaffImport.objects.under_way().values_list("pk", flat=True):
        async_task(TASK, str(key))


def forget(*, at: datetime) -> None:
    """What was read goes after a day; how many there were, and what came of them, stays."""
    StaffImport.objects.forgotten(now=at).update(rows=[])

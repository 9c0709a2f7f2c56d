"""Thinning: what the municipality has decided goes after a time, a few rows at once, with a record of how many.

Each app says with `on_thinning` what it has of a kind, which rows are old, and how they go. Nothing goes without a
rule, and no rule is without the number of a decision. A process that dies leaves whole steps; the next sweep goes on,
since which rows are left is asked anew each time.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from people.data_map import Kept
from people.history import record
from people.models import RetentionRule, RetentionRun, User
from people.operations.refusals import Refused

AT_A_TIME = 200
"""So many rows in one transaction; of persons, whose erasure touches every table, fewer."""

Due = Callable[[datetime], "QuerySet[Any]"]
"""Answers with the rows that are older than the moment and still there."""

Take = Callable[[list[Any], datetime], Iterable[Any]]
"""Takes away the rows with these keys; answers with the keys of those that must stay for now."""


class Thinner(NamedTuple):
    """What one app has of a kind: its code in the record, what it is called, which are old, and how they go."""

    code: str
    what: str | Promise
    due: Due
    take: Take
    at_a_time: int = AT_A_TIME


@dataclass(frozen=True, slots=True)
class Decision:
    """What the municipality has decided: so many months, by which decision, when and by whom."""

    months: int
    number: str
    on: date
    by: str

    @property
    def columns(self) -> dict[str, Any]:
        """As the rule keeps it."""
        number = self.number.strip()
        return {"months": self.months, "decision": number, "decided_on": self.on, "decided_by": self.by}

    def is_of(self, rule: RetentionRule) -> bool:
        """Whether the rule says the same."""
        return all(getattr(rule, name) == value for name, value in self.columns.items())


_thinners: dict[Kept, list[Thinner]] = {}


def on_thinning(kind: Kept, thinner: Thinner) -> None:
    """Register what an app has of the kind."""
    _thinners.setdefault(kind, []).append(thinner)


def thinners(kind: Kept) -> list[Thinner]:
    """What goes with a rule of the kind."""
    return _thinners.get(kind, [])


@transaction.atomic
def decide(kind: Kept, decision: Decision, *, by: User, at: datetime) -> RetentionRule:
    """Keep it so long from now on. The rule before ends; the same decision twice is one."""
    if not decision.number.strip():
        raise Refused(decision=_("Skriv beslutets nummer. Utan beslut gallras ingenting."))
    now = RetentionRule.objects.in_force().select_for_update(no_key=True).filter(kind=kind).first()
    if now and decision.is_of(now):
        return now
    if now:
        _end(now, at=at)
    try:
        with transaction.atomic():
            rule = RetentionRule.objects.create(kind=kind, made_by=by, made_at=at, **decision.columns)
    except IntegrityError as taken:  # somebody was first, perhaps the same press of the same button
        there_is = RetentionRule.objects.in_force().filter(kind=kind).first()
        if there_is and decision.is_of(there_is):
            return there_is
        raise Refused(decision=_("Någon annan lade in ett beslut samtidigt. Läs vad som gäller.")) from taken
    record(rule, "retentionrule.decide", by=by, at=at, area_id=None, months=rule.months, decision=rule.decision)
    return rule


@transaction.atomic
def withdraw(rule: RetentionRule, *, by: User, at: datetime) -> None:
    """Nothing more of the kind goes; twice is once."""
    rule = RetentionRule.objects.select_for_update(no_key=True).get(pk=rule.pk)
    if rule.ended_at is None:
        _end(rule, at=at)
        record(rule, "retentionrule.withdraw", by=by, at=at, area_id=None)


def foretold(kind: Kept, *, before: datetime) -> list[tuple[Thinner, int]]:
    """How many would go, without touching any."""
    return [(thinner, thinner.due(before).count()) for thinner in thinners(kind)]


def begin(*, at: datetime) -> Iterator[RetentionRun]:
    """The runs to go on with: one of each rule that has something to take, or that was cut off."""
    for rule in RetentionRule.objects.in_force().order_by("kind"):
        run = _run_of(rule, at=at)
        if run:
            yield run


@transaction.atomic
def go_on(run: RetentionRun, *, at: datetime) -> bool:
    """Take the next few; whether there may be more. How many they were is written in the same transaction."""
    rows = RetentionRun.objects.select_for_update(of=("self",)).select_related("rule")
    run = rows.get(pk=run.pk)
    if run.done_at:
        return False
    if run.rule.ended_at is None and _take_some(run, at=at):
        return True
    run.done_at = at
    run.save(update_fields=["done_at"])
    record(run, "retentionrun.done", by=None, at=at, area_id=None, counts=run.rows, decision=run.rule.decision)
    return False


def _take_some(run: RetentionRun, *, at: datetime) -> bool:
    for thinner in thinners(Kept(run.rule.kind)):
        due = thinner.due(run.before).exclude(pk__in=run.left).order_by("pk")
        keys = list(due.values_list("pk", flat=True)[: thinner.at_a_time])
        if keys:
            stay = [str(key) for key in thinner.take(keys, at)]
            run.left = [*run.left, *stay]
            run.rows[thinner.code] = run.rows.get(thinner.code, 0) + len(keys) - len(stay)
            run.save(update_fields=["left", "rows"])
            return True
    return False


@transaction.atomic
def _run_of(rule: RetentionRule, *, at: datetime) -> RetentionRun | None:
    """The one that is under way, or a new one if there is anything to take."""
    list(RetentionRule.objects.select_for_update(no_key=True).filter(pk=rule.pk).values_list("pk"))
    under_way = RetentionRun.objects.under_way().filter(rule=rule).first()
    before = rule.before(at=at)
    if under_way or not any(thinner.due(before).exists() for thinner in thinners(Kept(rule.kind))):
        return under_way
    return RetentionRun.objects.create(rule=rule, before=before, began_at=at)


def _end(rule: RetentionRule, *, at: datetime) -> None:
    rule.ended_at = at
    rule.save(update_fields=["ended_at"])

"""What would come of each row of a file, compared with what is kept; nothing is written.

Rows of the same person and month (or employment) are one line here: added up if the layout says so, or refused.
"""

import hashlib
import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from payroll.importing import fields
from payroll.importing.fields import Field
from payroll.importing.people_in import Known
from payroll.importing.reading import PERSON, Row
from payroll.models import EmploymentFacts, FactsImport, FactsLayout, MonthlyPay
from people.models import Substitute

Facts = type[MonthlyPay] | type[EmploymentFacts]
Key = tuple[object, ...]
MODELS: Mapping[str, Facts] = {FactsLayout.Kind.PAY: MonthlyPay, FactsLayout.Kind.EMPLOYMENT: EmploymentFacts}
KNOWN_BY: Mapping[str, tuple[str, ...]] = {
    FactsLayout.Kind.PAY: ("substitute", "month", "reference"),
    FactsLayout.Kind.EMPLOYMENT: ("substitute", "reference"),
}


class What(StrEnum):
    """What would come of it."""

    NEW = "new"
    CHANGED = "changed"
    ALIKE = "alike"
    FAULTY = "faulty"


@dataclass(frozen=True, slots=True)
class Line:
    """What the rows with these numbers come to. `changes` is what was and what will be, by field."""

    numbers: tuple[int, ...]
    what: What
    substitute: Substitute | None = None
    values: Mapping[str, fields.Value] = field(default_factory=dict)
    changes: Mapping[str, tuple[fields.Value, fields.Value]] = field(default_factory=dict)
    faults: Mapping[str, str] = field(default_factory=dict)
    row: uuid.UUID | None = None

    @property
    def said(self) -> str:
        """All that it would write, as one text."""
        return repr((self.numbers, self.what, self.substitute and self.substitute.pk, self.values, self.changes))


@dataclass(frozen=True)
class Plan:
    """All lines in the order of the file."""

    lines: Sequence[Line]

    def of(self, what: What) -> list[Line]:
        """Those with that outcome."""
        return [line for line in self.lines if line.what is what]

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many of each outcome."""
        counted = Counter(line.what for line in self.lines)
        return {what.value: counted[what] for what in What}

    @property
    def useful(self) -> int:
        """How many would write something."""
        return self.counts[What.NEW] + self.counts[What.CHANGED]

    @cached_property
    def mark(self) -> str:
        """Another as soon as anything would come of it that did not."""
        digest = hashlib.sha256()
        for line in self.lines:
            digest.update(line.said.encode())
        return digest.hexdigest()


def of(run: FactsImport) -> Plan:
    """What would come of the file now; three questions, however many rows."""
    rows = [Row.of(kept) for kept in run.rows]
    known, wanted = Known.of(rows), fields.in_file(run.layout)
    groups: defaultdict[Key, list[Row]] = defaultdict(list)
    faulty = []
    for row in rows:
        faults = _faults(row, known)
        her = known.of_row(row)
        if faults or her is None:
            faulty.append(Line((row.number,), What.FAULTY, faults=faults))
        else:
            groups[_key(run.layout, her, row.values)].append(row)
    there_are = _kept(run.layout, {key[0] for key in groups})
    lines = [_line(run.layout, wanted, known, alike, there_are.get(key)) for key, alike in groups.items()]
    return Plan(sorted([*faulty, *lines], key=lambda line: line.numbers))


def _faults(row: Row, known: Known) -> dict[str, str]:
    faults = dict(row.faults)
    if PERSON not in faults and (why := known.why_not(row)):
        faults[PERSON] = why
    return faults


def _key(layout: FactsLayout, her: Substitute, values: Mapping[str, str | None]) -> Key:
    return (her.pk, *(values.get(name) or "" for name in KNOWN_BY[layout.kind][1:]))


def _kept(layout: FactsLayout, people: set[Any]) -> dict[Key, Any]:
    """The rows that these people have already, by the same key; one question."""
    names = KNOWN_BY[layout.kind]
    rows: Iterable[Any] = MODELS[layout.kind]._default_manager.filter(substitute__in=people)
    return {(row.substitute_id, *(str(getattr(row, name)) for name in names[1:])): row for row in rows}


def _line(
    layout: FactsLayout, wanted: Sequence[Field], known: Known, rows: Sequence[Row], kept: MonthlyPay | None
) -> Line:
    numbers, her = tuple(row.number for row in rows), known.of_row(rows[0])
    if faults := why_not_together(layout, rows):
        return Line(numbers, What.FAULTY, her, faults=faults)
    values = together(wanted, rows)
    if kept is None:
        return Line(numbers, What.NEW, her, values)
    changes = {key: (before, value) for key, value in values.items() if (before := getattr(kept, key)) != value}
    return Line(numbers, What.CHANGED if changes else What.ALIKE, her, values, changes, row=kept.pk)


def why_not_together(layout: FactsLayout, rows: Sequence[Row]) -> dict[str, str]:
    """Why rows about the same cannot be one. Pure."""
    if len(rows) == 1:
        return {}
    if layout.kind == FactsLayout.Kind.EMPLOYMENT:
        return {"reference": _("Samma anställning står på flera rader.")}
    if layout.twice == FactsLayout.Twice.REFUSE:
        return {"month": _("Samma person och månad står på flera rader.")}
    if len({row.values["hourly_pay"] for row in rows if row.values.get("hourly_pay")}) > 1:
        return {"hourly_pay": _("Raderna för samma person och månad har olika timlön.")}
    return {}


def together(wanted: Sequence[Field], rows: Sequence[Row]) -> dict[str, fields.Value]:
    """The values of the rows as one: sums where they add up, else what one of them says. Pure."""
    found: dict[str, fields.Value] = {}
    for each in wanted:
        said = [value for row in rows if (value := fields.from_plain(each, row.values[each.key])) not in {None, ""}]
        amounts = [value for value in said if isinstance(value, Decimal)]
        if each.adds_up and amounts:
            found[each.key] = sum(amounts, Decimal(0))
        else:
            found[each.key] = said[0] if said else each.empty
    return found

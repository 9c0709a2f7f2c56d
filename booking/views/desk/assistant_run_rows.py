"""Runs of booking assistants as rows: why, what came of them, and how near the best they came."""

import uuid
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import ROUND_FLOOR, Decimal

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from booking.models import AssistantDecision, AssistantRun

Outcome = AssistantDecision.Outcome
A_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Row:
    """One run, with how many of its decisions have each outcome."""

    run: AssistantRun
    counts: Mapping[str, int]

    @property
    def orders(self) -> int:
        """How many it decided on."""
        return sum(self.counts.values())

    @property
    def outcome(self) -> str:
        """4 bokade, 2 kvar."""
        if self.run.failed:
            return _("misslyckades")
        words = outcomes(self.counts)
        if self.run.ended_at is None:
            return _("pågår, %(so_far)s") % {"so_far": words} if words else _("pågår")
        return words or _("inga pass")

    @property
    def why(self) -> str:
        """Enligt schema, or who started it."""
        who = self.run.started_by
        return f"{self.run.get_why_display()}, {who}" if who else str(self.run.get_why_display())

    @property
    def near(self) -> str:
        """How near the best possible."""
        return nearness(self.run.points, self.run.bound)

    @property
    def seconds(self) -> float | None:
        """How long it took."""
        took = self.run.ended_at - self.run.started_at if self.run.ended_at else None
        return None if took is None else round(took / timedelta(seconds=1), 1)

    @property
    def left(self) -> int:
        """Those that went to nobody."""
        return self.counts.get(Outcome.LEFT, 0)

    @property
    def refused(self) -> int:
        """Those that could not be carried out when their turn came."""
        return self.counts.get(Outcome.REFUSED, 0) + self.counts.get(Outcome.OVERTAKEN, 0)


def of(runs: Iterable[AssistantRun]) -> list[Row]:
    """In the same order; one query for what came of them all."""
    rows = list(runs)
    counts: dict[uuid.UUID, dict[str, int]] = {run.pk: {} for run in rows}
    decisions = AssistantDecision.objects.filter(run__in=counts).values_list("run", "outcome").order_by()
    for run, outcome, number in decisions.annotate(number=Count("pk")):
        counts[run][outcome] = number
    return [Row(run, counts[run.pk]) for run in rows]


def of_keys(keys: Collection[uuid.UUID]) -> dict[uuid.UUID, Row]:
    """By key; two queries."""
    return {row.run.pk: row for row in of(AssistantRun.objects.for_a_list().filter(pk__in=keys))}


def outcomes(counts: Mapping[str, int]) -> str:
    """4 bokade, 2 kvar; empty of nothing."""
    said = [(_counted(outcome, number)) for outcome in Outcome if (number := counts.get(outcome, 0))]
    return ", ".join(said)


def _counted(outcome: Outcome, number: int) -> str:
    words = {
        Outcome.PLANNED: _("%(n)d att göra"),
        Outcome.BOOKED: ngettext("%(n)d bokat", "%(n)d bokade", number),
        Outcome.ASKED: ngettext("%(n)d ute på förfrågan", "%(n)d ute på förfrågan", number),
        Outcome.PROPOSED: ngettext("%(n)d föreslaget", "%(n)d föreslagna", number),
        Outcome.LEFT: _("%(n)d kvar"),
        Outcome.REFUSED: ngettext("%(n)d gick inte", "%(n)d gick inte", number),
        Outcome.OVERTAKEN: ngettext("%(n)d hann någon annan före", "%(n)d hann någon annan före", number),
        Outcome.WOULD: ngettext("%(n)d skulle tillsättas", "%(n)d skulle tillsättas", number),
    }
    return words[outcome] % {"n": number}


def nearness(points: int, bound: int | None) -> str:
    """Minst 99,9 % av det bästa möjliga, rounded down; empty where nobody has counted what is possible."""
    if bound is None:
        return ""
    if points >= bound:
        return _("det bästa möjliga")
    part = (Decimal(100) * max(points, 0) / Decimal(bound)).quantize(A_TENTH, ROUND_FLOOR)
    return _("minst %(part)s %% av det bästa möjliga") % {"part": str(part).replace(".", ",")}

"""Whom and what the facts of a file or a message are about, in a few queries however many they are."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from django.db.models.functions import Lower
from django.utils.translation import gettext as _

from booking import time_bank
from booking.models import Kind
from booking.period import Period
from people import access
from people.models import Agreement, RuleProfile, Substitute, User, Workplace
from scheduling.formats.facts import Fact
from scheduling.models import ScheduleShift, WorkplaceCode


@dataclass(frozen=True, slots=True)
class Known:
    """By employee number and code in small letters, by person, and by the schedule's own id.

    Only those whom the reader may put time in for; nobody who is protected: a number beside her alias would tell who
    she is. All that is not here is answered with one sentence, whatever the reason.
    """

    people: Mapping[str, Substitute]
    papers: Mapping[uuid.UUID, Sequence[Agreement]]
    places: Mapping[str, Workplace]
    shifts: Mapping[str, ScheduleShift]
    within: frozenset[uuid.UUID]
    """Those of whom the schedule has said something and whom the reader may put time in for."""

    of_all: bool

    @classmethod
    def of(cls, facts: Sequence[Fact], *, by: User | None) -> Self:
        """What the facts name; `by` nobody is the schedule itself, and reads of all."""
        of_all = by is None or access.may(by, "schedulefile.of_all")
        rows = Substitute.objects.filter(user__protected=False, is_active=True)
        within = rows if of_all else access.scope(by, rows, "change")
        numbers = {fact.employee_number.casefold() for fact in facts}
        found = within.select_related("user").alias(number=Lower("employee_number")).filter(number__in=numbers)
        people = {one.employee_number.casefold(): one for one in found}
        shifts = ScheduleShift.objects.filter(external_id__in={fact.external_id for fact in facts})
        kept = {row.external_id: row for row in shifts.select_related("substitute").prefetch_related("workplaces")}
        of_shifts = within.filter(pk__in=[row.substitute_id for row in kept.values()]).values_list("pk", flat=True)
        papers: dict[uuid.UUID, list[Agreement]] = defaultdict(list)
        hers = Agreement.objects.by_the_month().filter(substitute__in=[one.pk for one in people.values()])
        for paper in hers.select_related("rule_profile").order_by("-starts", "pk"):
            papers[paper.substitute_id].append(paper)
        return cls(people, papers, _places(facts), kept, frozenset(of_shifts), of_all)

    def her(self, fact: Fact) -> Substitute | None:
        """Whose it is."""
        return self.people.get(fact.employee_number.casefold())

    def why_not(self, fact: Fact, her: Substitute) -> str:
        """Why what the fact says of her cannot be; nothing if it can."""
        if not any(_holds(paper, fact.period) for paper in self.papers.get(her.pk, ())):
            return _("Personen har inget avtal med månadslön då.")
        if unknown := [code for code in fact.workplaces if code.casefold() not in self.places]:
            return _("Arbetsplatskoden %(code)s finns inte.") % {"code": unknown[0]}
        return ""

    def of_fact(self, fact: Fact) -> frozenset[uuid.UUID]:
        """The workplaces where alone it counts."""
        return frozenset(self.places[code.casefold()].pk for code in fact.workplaces)

    def gives_time(self, fact: Fact, her: Substitute, *, at: datetime) -> bool:
        """As the file says; else as is agreed for the kind, by the agreement that began last."""
        if fact.gives_time is not None:
            return fact.gives_time
        papers = (paper for paper in self.papers.get(her.pk, ()) if paper.ends is None or paper.ends > at)
        latest = next(papers, None)
        return time_bank.gives_time((latest and latest.rule_profile) or RuleProfile(), Kind(fact.kind))


def _holds(paper: Agreement, period: Period | None) -> bool:
    return period is not None and paper.starts <= period.starts and (paper.ends is None or paper.ends >= period.ends)


def _places(facts: Iterable[Fact]) -> dict[str, Workplace]:
    codes = {code.casefold() for fact in facts for code in fact.workplaces}
    rows = WorkplaceCode.objects.alias(small=Lower("code")).filter(small__in=codes).select_related("workplace")
    return {row.code.casefold(): row.workplace for row in rows}

"""The same paper, or a link, to several substitutes, one after the other.

Each whole or not at all, whatever becomes of the others.

Each goes through the operation that is used for one. The key of the form makes twice once.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from booking.models import Booking
from booking.operations import papers
from booking.operations.one_by_one import Outcome, why_not
from people import access, history
from people.days import is_over
from people.models import Agreement, Area, Competence, Occupation, Substitute, SubstituteCompetence, User, Workplace
from people.operations import papers as new_papers
from people.operations import password_links
from people.operations.papers import Terms
from people.operations.refusals import Refused


@dataclass(frozen=True, slots=True)
class Agree:
    """A new agreement."""

    terms: Terms

    def do(self, substitute: Substitute, *, by: User, at: datetime) -> Sequence[Booking]:
        new_papers.agree(substitute, self.terms, by=by, at=at)
        return ()


@dataclass(frozen=True, slots=True)
class Prove:
    """A competence."""

    competence: Competence
    starts: date
    ends: date | None

    def do(self, substitute: Substitute, *, by: User, at: datetime) -> Sequence[Booking]:
        new_papers.prove(substitute, self.competence, starts=self.starts, ends=self.ends, by=by, at=at)
        return ()


@dataclass(frozen=True, slots=True)
class EndAgreements:
    """A last day of the agreements for a place and an occupation."""

    place: Area | Workplace
    occupation: Occupation
    last_day: date

    def of(self, rows: "QuerySet[Agreement]", *, at: datetime) -> "QuerySet[Agreement]":
        """Those of the rows that it is about."""
        there = {"area": self.place} if isinstance(self.place, Area) else {"workplace": self.place}
        return rows.filter(occupation=self.occupation, ends__gt=at, **there) | rows.filter(
            occupation=self.occupation, ends=None, **there
        )

    def do(self, substitute: Substitute, *, by: User, at: datetime) -> Sequence[Booking]:
        hers = self.of(access.scope(by, Agreement.objects.filter(substitute=substitute), "end"), at=at)
        found = list(hers.select_related("substitute__user", "workplace").order_by("starts", "pk"))
        if not found:
            raise Refused(paper=_("Har inget sådant avtal."))
        ending = [paper for paper in found if _is_longer(paper, self.last_day)]
        return [left for paper in ending for left in papers.end_agreement(paper, self.last_day, by=by, at=at)]


@dataclass(frozen=True, slots=True)
class Revoke:
    """A last day of a competence."""

    competence: Competence
    last_day: date

    def of(self, rows: "QuerySet[SubstituteCompetence]", *, at: datetime) -> "QuerySet[SubstituteCompetence]":
        """Those of the rows that it is about."""
        return rows.filter(competence=self.competence, ends__gt=at) | rows.filter(competence=self.competence, ends=None)

    def do(self, substitute: Substitute, *, by: User, at: datetime) -> Sequence[Booking]:
        hers = self.of(access.scope(by, SubstituteCompetence.objects.filter(substitute=substitute), "end"), at=at)
        found = list(hers.select_related("substitute__user").order_by("starts", "pk"))
        if not found:
            raise Refused(paper=_("Har inte den kompetensen."))
        ending = [held for held in found if _is_longer(held, self.last_day)]
        return [left for held in ending for left in papers.revoke(held, self.last_day, by=by, at=at)]


@dataclass(frozen=True, slots=True)
class Invite:
    """A link by SMS to a first password, for those who have none."""

    def do(self, substitute: Substitute, *, by: User, at: datetime) -> Sequence[Booking]:
        if substitute.user.has_usable_password():
            raise Refused(person=_("Har redan ett lösenord."))
        password_links.send(substitute.user, by=by, at=at)
        return ()


Act = Agree | Prove | EndAgreements | Revoke | Invite
"""What is done to each; it answers with the shifts that are left without a paper."""


def carry_out(act: Act, people: Sequence[Substitute], *, command: uuid.UUID, by: User, at: datetime) -> list[Outcome]:
    """Do it to each in a transaction of its own, and say what became of each."""
    return [_one(act, person, command=command, by=by, at=at) for person in people]


def _one(act: Act, person: Substitute, *, command: uuid.UUID, by: User, at: datetime) -> Outcome:
    """Hers has a key of its own, made of the form's: what it has done before it is said to have done again."""
    own = uuid.uuid5(command, str(person.pk))
    left: list[Booking] = []

    def do() -> None:
        with history.of_one_command(own, by=by), transaction.atomic():
            if not history.recorded(own):
                left.extend(act.do(person, by=by, at=at))

    reasons = why_not(do, named=f"change the papers of {person.pk}")
    done = not reasons and bool(history.recorded(own))
    return Outcome.of(person.pk, done=done, reasons=reasons, left=len(left))


def _is_longer(paper: Agreement | SubstituteCompetence, last_day: date) -> bool:
    return paper.ends is None or paper.ends > is_over(last_day)

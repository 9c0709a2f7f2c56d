"""Rows → Cases. Pure: what has been read is made into what the rules ask of."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from django.conf import settings

from booking import resource_time
from booking.eligibility import hours
from booking.eligibility.beyond import Beyond
from booking.eligibility.known import Held, Known, Paper, Person, Word
from booking.eligibility.seats import Seat
from booking.eligibility.shifts import Booked, Elsewhen
from booking.models import RESOURCES, Kind
from booking.period import Period
from booking.resource_time import Stretch
from booking.rules import Case, Channel, Commitment, Employed, Worked

BOOKABLE = frozenset({Kind.AVAILABLE.value})
PAID_FOR = frozenset(kind.value for kind in RESOURCES)
ASKABLE = frozenset(kind.value for kind in Kind) - {Kind.NOT_AVAILABLE.value}
USABLE = {Channel.DIRECT: BOOKABLE, Channel.ASSISTANT: BOOKABLE | PAID_FOR}
"""What a shift may be booked on when nobody is asked; every other way may use all that is askable."""


def case(
    seat: Seat, person: Person, known: Known, channel: Channel, places: Collection[uuid.UUID] | None, beyond: Beyond
) -> Case:
    """The substitute against the seat. `places` are the workplaces that the reader may see named; `None` is all."""
    papers = [paper for paper in known.papers if reaches(paper, seat)]
    booked = [row for row in known.booked if row.order != seat.order]
    commitments = tuple(_commitments(seat, booked, places))
    terms = seat.terms(carrying.profile if (carrying := in_force(papers, seat.shift.period.starts)) else None)
    return Case(
        shift=seat.shift,
        channel=channel,
        active=person.active,
        by_hand_only=person.by_hand_only,
        absences=tuple(absence for absence in known.absences if absence.overlaps(seat.papers_span)),
        born=person.born,
        last_day=person.ends_on,
        agreements=tuple(_validities(papers, seat)),
        competences=_competences(seat, known.competences),
        introduced=seat.workplace in known.introduced,
        records_checks=tuple(_validities(_checks(seat, known), seat)),
        blocked=seat.workplace in known.blocked,
        commitments=commitments,
        availability=_words(seat, _unspent(seat, known.words, commitments), channel, USABLE.get(channel, ASKABLE)),
        unavailable=_words(seat, known.words, Channel.PLANNER, {Kind.NOT_AVAILABLE.value}),
        resource=tuple(_resource(seat, known.words)),
        worked=_worked(seat, booked, known, terms.weekly_hours, beyond.year.get(person.key)),
        employed=_employed(seat, person, beyond),
        terms=terms,
    )


def _employed(seat: Seat, person: Person, beyond: Beyond) -> Employed:
    if beyond.days is None:
        return Employed()
    by_agreement: bool = settings.LAS_VIKARIAT_BY_AGREEMENT
    return hours.employed(seat, beyond.days.get(person.key, ()), by_agreement=by_agreement)


def reaches(paper: Paper, seat: Seat) -> bool:
    """Whether it is for the seat's workplace, or for all of its area, and for the occupation."""
    return paper.occupation == seat.occupation and (paper.workplace == seat.workplace or paper.area == seat.area)


def in_force(papers: Iterable[Paper], moment: datetime) -> Paper | None:
    """The one that a shift is booked on that starts at the moment: of several, the one that began first."""
    return next(
        (paper for paper in papers if paper.starts <= moment and (paper.ends is None or moment < paper.ends)), None
    )


def _checks(seat: Seat, known: Known) -> Iterable[Held]:
    """Those of the kind that is demanded."""
    return (row for row in known.records_checks if row.what == seat.records_check)


def _validities(rows: Iterable[Paper | Held], seat: Seat) -> Iterable[Period]:
    """When they hold, as far as the seat asks; no end reaches that far."""
    span = seat.papers_span
    for row in rows:
        if row.starts < span.ends and (row.ends is None or span.starts < row.ends):
            yield Period(row.starts, row.ends or span.ends)


def _competences(seat: Seat, held: Iterable[Held]) -> Mapping[uuid.UUID, tuple[Period, ...]]:
    """When each required one is held, a higher one listed under the lower."""
    serving: defaultdict[uuid.UUID, list[Held]] = defaultdict(list)
    for row in held:
        for required in seat.serves.get(row.what, ()):
            serving[required].append(row)
    return {required: tuple(_validities(rows, seat)) for required, rows in serving.items()}


def _commitments(seat: Seat, booked: Iterable[Booked], places: Collection[uuid.UUID] | None) -> Iterable[Commitment]:
    around = seat.around
    for row in booked:
        if row.starts < around.ends and around.starts < row.ends:
            yield row.commitment if places is None or row.workplace in places else replace(row.commitment, place="")


def _words(seat: Seat, words: Iterable[Word], channel: Channel, kinds: Collection[str]) -> tuple[Period, ...]:
    """Her words of these kinds that count here: free time laid by a planner never lets a shift be booked unasked."""
    span = seat.papers_span
    return tuple(
        word.period
        for word in words
        if word.kind in kinds
        and word.starts < span.ends
        and span.starts < word.ends
        and (word.by_herself or word.kind in PAID_FOR or not channel.asks_nobody)
        and (word.order is None or word.order == seat.order)
        and (word.places is None or seat.workplace in word.places)
    )


def _resource(seat: Seat, words: Iterable[Word]) -> Iterable[Stretch]:
    """What she is paid for by the month, and that counts at the seat's workplace."""
    for word in words:
        if word.kind in PAID_FOR and (word.places is None or seat.workplace in word.places):
            yield Stretch(word.period, word.kind == Kind.ACUTE_RESOURCE, word.gives_time, word.most)


def _unspent(seat: Seat, words: Sequence[Word], commitments: Iterable[Commitment]) -> Sequence[Word]:
    """Without the acute time that has no room left for a shift as long as the seat's: it says nothing of it."""
    if all(word.most is None for word in words):
        return words
    booked = [commitment.period for commitment in commitments]
    too_long = resource_time.beyond(seat.shift.period, _resource(seat, words), booked)
    return [word for word in words if word.most is None] if too_long else words


def _worked(
    seat: Seat, booked: Sequence[Booked], known: Known, ordinary: timedelta, year: Sequence[Booked] | None
) -> Worked:
    worked = _counted(seat, booked, known)
    if year is None or not hours.fills_a_week(seat, booked, ordinary):
        return worked
    return hours.with_overtime(worked, seat, (row for row in year if row.order != seat.order), ordinary)


def _counted(seat: Seat, booked: Sequence[Booked], known: Known) -> Worked:
    """Counted once for all seats of the same weeks and month, of which none is hers already."""
    spans = seat.counted_spans
    elsewhen = known.elsewhen.get(spans, Elsewhen())
    if len(booked) < len(known.booked):
        return hours.counted(seat, booked, elsewhen)
    if spans not in known.counted:
        known.counted[spans] = hours.counted(seat, booked, elsewhen)
    return known.counted[spans]

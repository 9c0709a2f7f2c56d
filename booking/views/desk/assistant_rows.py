"""Booking assistants as rows: what each does, when it works, what it did last and when it is to work again."""

import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from booking import offering
from booking.assistant import in_words, schedule
from booking.models import AssistantProfile, AssistantRun
from booking.offering import OfferTerms
from booking.operations import assistant_hours
from booking.policy_words import length
from booking.views.desk import assistant_run_rows
from portal.templatetags.times import clock, day

TIED = ("areas", "workplaces", "occupations", "reasons", "rule_profiles")
AHEAD = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Row:
    """One assistant."""

    profile: AssistantProfile
    does: str
    areas: str
    hours: str
    last: assistant_run_rows.Row | None
    last_at: str
    coming: str
    command: uuid.UUID


def of(profiles: QuerySet[AssistantProfile], *, now: datetime) -> list[Row]:
    """In turn order; the same number of queries, however many they are."""
    latest = AssistantRun.objects.filter(profile=OuterRef("pk")).exclude(why=AssistantRun.Why.DRY)
    last = Subquery(latest.order_by("-started_at", "pk").values("pk")[:1])
    rows = list(profiles.in_turn().prefetch_related(*TIED).annotate(last_run=last))  # type: ignore[attr-defined]
    terms = schedule.terms_of(rows)
    runs = assistant_run_rows.of_keys([row.last_run for row in rows if row.last_run])
    return [_row(row, terms[row.pk], runs.get(row.last_run), now) for row in rows]


def hours_in_words(terms: Iterable[OfferTerms]) -> tuple[str, str]:
    """What the policy says at these places, of its hours and of how often: 06.00–23.00, 10 min."""
    said = list(terms) or [OfferTerms()]
    spans = sorted({f"{clock(each.assistant_from)}–{clock(each.assistant_to)}" for each in said})
    often = min(each.assistant_interval for each in said)
    return _(" eller ").join(spans), length(often)


def coming(profile: AssistantProfile, terms: Sequence[OfferTerms], *, now: datetime) -> datetime | None:
    """When its next turn begins; nothing if it is off, or works nowhere."""
    if not profile.is_on:
        return None
    return next((turn for turn in _turns(profile, terms, now) if turn > now), None)


def _turns(profile: AssistantProfile, terms: Sequence[OfferTerms], now: datetime) -> Iterator[datetime]:
    interval, moment = assistant_hours.interval_of(profile, terms), now
    while moment < now + AHEAD:
        moment += interval
        turn = offering.turn(moment, interval)
        if any(assistant_hours.works(profile, each, at=turn) for each in terms):
            yield turn


def _row(
    profile: AssistantProfile, terms: Sequence[OfferTerms], last: assistant_run_rows.Row | None, now: datetime
) -> Row:
    at = coming(profile, terms, now=now)
    return Row(
        profile=profile,
        does=in_words.sentence(in_words.of(profile)),
        areas=", ".join(sorted(str(area) for area in profile.areas.all())),
        hours=_hours(profile, terms),
        last=last,
        last_at=when(last.run.started_at, now=now) if last else "",
        coming=when(at, now=now) if at else "",
        command=uuid.uuid4(),
    )


def _hours(profile: AssistantProfile, terms: Sequence[OfferTerms]) -> str:
    span, often = hours_in_words(terms)
    if profile.works_from and profile.works_to:
        span = f"{clock(profile.works_from)}–{clock(profile.works_to)}"
    if profile.interval:
        often = length(profile.interval)
    return _("%(span)s, en gång var %(often)s") % {"span": span, "often": often}


def when(moment: datetime, *, now: datetime) -> str:
    """06.50, on another day with the day."""
    said = clock(moment)
    return said if day(moment) == day(now) else f"{day(moment)} {said}"


def stages(profiles: QuerySet[AssistantProfile], areas: Iterable[uuid.UUID]) -> list[tuple[AssistantProfile, str]]:
    """Those of the same areas in the order in which they choose, each with how long it waits."""
    rows = profiles.filter(areas__in=list(areas)).distinct().in_turn()  # type: ignore[attr-defined]
    return [(row, length(row.open_for) if row.open_for else "") for row in rows]

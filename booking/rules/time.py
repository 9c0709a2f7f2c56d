"""Whether the shift fits in the person's time: overlap, availability."""

from datetime import datetime, timedelta

from booking.period import Period, covered, gaps, joined
from booking.rules.case import Breach, Case, Channel, Commitment, Weight
from booking.rules.later import first_free_start, first_start
from booking.rules.words import gettext_noop


def overlap(case: Case) -> Breach | None:
    """Nobody is in two places at once; touching shifts are allowed."""
    clashes = _clashes(case, case.shift.period)
    if not clashes:
        return None
    first = min(clashes, key=lambda commitment: commitment.period)
    facts = {"when": first.period, "place": first.place}
    words = gettext_noop("Redan bokad {when} på {place}") if first.place else gettext_noop("Redan bokad {when}")
    return Breach("overlap", Weight.HARD, words, facts, lambda: _unbooked(case))


def availability(case: Case) -> Breach | None:
    """The union of what she has put in covers the shift; only what is booked without asking demands it."""
    period = case.shift.period
    if _fits(case, period):
        return None
    refused = [block for block in case.unavailable if block.overlaps(period)]
    missing = sum((gap.length for gap in gaps(case.availability, period)), timedelta())
    facts: dict[str, object] = {}
    if refused:
        words, facts = gettext_noop("Har lagt in att det inte går {when}"), {"when": min(refused)}
    elif missing == period.length:
        words = gettext_noop("Ingen tid inlagd")
    else:
        words, facts = gettext_noop("Inlagd tid saknar {missing}"), {"missing": missing}
    weight = Weight.HARD if case.channel.asks_nobody else Weight.NOTICE
    return Breach("availability", weight, words, facts, lambda: _available(case))


def _unbooked(case: Case) -> datetime | None:
    ends = (commitment.period.ends for commitment in case.commitments)
    return first_start(case, ends, lambda later: not _clashes(case, later))


def _available(case: Case) -> datetime | None:
    moments = [*(block.starts for block in joined(case.availability)), *(block.ends for block in case.unavailable)]
    return first_free_start(case, moments, lambda later: _fits(case, later))


def _clashes(case: Case, period: Period) -> list[Commitment]:
    return [commitment for commitment in case.commitments if commitment.period.overlaps(period)]


def _fits(case: Case, period: Period) -> bool:
    if any(block.overlaps(period) for block in case.unavailable):
        return False
    return case.channel is Channel.ASKED or covered(period, case.availability)

"""Whether the shift fits in the person's time: overlap, availability, daily rest."""

from datetime import timedelta

from booking.period import Period, covered, gaps
from booking.rules.case import Breach, Case, Channel, Weight
from booking.rules.words import gettext_noop

DAY = timedelta(hours=24)


def overlap(case: Case) -> Breach | None:
    """Nobody is in two places at once; touching shifts are allowed."""
    clashes = [commitment for commitment in case.commitments if commitment.period.overlaps(case.shift.period)]
    if not clashes:
        return None
    first = min(clashes, key=lambda commitment: commitment.period)
    facts = {"when": first.period, "place": first.place}
    words = gettext_noop("Redan bokad {when} på {place}") if first.place else gettext_noop("Redan bokad {when}")
    return Breach("overlap", Weight.HARD, words, facts)


def availability(case: Case) -> Breach | None:
    """The union of what she has put in covers the shift; only a direct booking demands it."""
    period = case.shift.period
    weight = Weight.HARD if case.channel is Channel.DIRECT else Weight.NOTICE
    refused = [block for block in case.unavailable if block.overlaps(period)]
    if refused:
        words = gettext_noop("Har lagt in att det inte går {when}")
        return Breach("availability", weight, words, {"when": min(refused)})
    if covered(period, case.availability) or case.channel is Channel.ASKED:
        return None
    within = [block for block in case.availability if block.overlaps(period)]
    if not within:
        return Breach("availability", weight, gettext_noop("Ingen tid inlagd"))
    missing = sum((gap.length for gap in gaps(within, period)), timedelta())
    return Breach("availability", weight, gettext_noop("Inlagd tid saknar {missing}"), {"missing": missing})


def daily_rest(case: Case) -> Breach | None:
    """Eleven hours of rest in each 24-hour period, and work is followed by rest (AB from 2023-10-01, § 13).

    Each 24 hours that begin with a piece of work must hold the rest, unbroken and in real hours. Only periods that
    the shift can affect are asked of; an old breach elsewhere never vetoes.
    """
    work = case.work_with_the_shift()
    around = case.shift.period.widened(DAY)
    longest = [
        max((gap.length for gap in gaps(work, window)), default=timedelta())
        for piece in work
        if (window := Period(piece.starts, piece.starts + DAY)).overlaps(case.shift.period) and around.overlaps(window)
    ]
    needed = case.terms.daily_rest
    short = [rest for rest in longest if rest < needed]
    if not short:
        return None
    return Breach(
        "daily_rest",
        Weight.OVERRIDABLE,
        gettext_noop("Får bara {rest} vila, behöver {needed}"),
        {"rest": min(short), "needed": needed},
    )

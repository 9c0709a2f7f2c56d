"""When people are asked about a shift, for how long, and when they are called instead. Pure; moments in UTC."""

from datetime import UTC, datetime, timedelta

from booking.offering.quiet import after_waking, wakes, waking_between
from booking.offering.terms import OfferTerms

SHARE = 10  # ten waves would fit in the time that is left
SHORTEST_WAIT, LONGEST_WAIT = timedelta(minutes=5), timedelta(hours=2)
A_MINUTE, FIVE_MINUTES = timedelta(minutes=1), timedelta(minutes=5)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def is_urgent(now: datetime, shift_starts: datetime, terms: OfferTerms) -> bool:
    """Whether the shift starts so soon that people are asked in quiet hours too, and real time counts."""
    return _left(now, shift_starts) <= terms.urgent_limit


def asking_opens(now: datetime, shift_starts: datetime, terms: OfferTerms) -> datetime:
    """When enquiries may leave: now, or when the quiet hours end.

    Quiet hours that end too late to ask anybody, with less than `phone_limit` left, end when the shift becomes
    urgent. The answer is never after the start; an answer of the start itself means that nobody can be asked.
    """
    now = now.astimezone(UTC)
    if is_urgent(now, shift_starts, terms):
        return now
    awake = wakes(now, terms)
    if awake <= shift_starts - terms.phone_limit:
        return awake
    return min(awake, shift_starts.astimezone(UTC) - terms.urgent_limit)


def wave_wait(now: datetime, shift_starts: datetime, terms: OfferTerms) -> timedelta:
    """How long a wave is waited for before the next: the policy's time, or scaled by the time left when it leaves.

    The scale: a tenth of the waking time (of the real time if it is urgent) from when enquiries may leave to the
    start, in whole minutes, at least 5 minutes and at most 2 hours.
    """
    if terms.wave_wait is not None:
        return terms.wave_wait
    opens = asking_opens(now, shift_starts, terms)
    urgent = is_urgent(opens, shift_starts, terms)
    left = _left(opens, shift_starts) if urgent else waking_between(opens, shift_starts, terms)
    return min(max(left // (SHARE * A_MINUTE) * A_MINUTE, SHORTEST_WAIT), LONGEST_WAIT)


def answer_by(now: datetime, shift_starts: datetime, terms: OfferTerms) -> datetime:
    """When the answer must be in: a wave's wait after enquiries may leave, never later than the start.

    The wait is waking time; real time if the shift is urgent when they leave.
    """
    opens, wait = asking_opens(now, shift_starts, terms), wave_wait(now, shift_starts, terms)
    urgent = is_urgent(opens, shift_starts, terms)
    expires = opens + wait if urgent else after_waking(opens, wait, terms)
    return min(expires, shift_starts.astimezone(UTC))


def there_is_time_for_waves(now: datetime, shift_starts: datetime, number: int, terms: OfferTerms) -> bool:
    """Whether so many can be asked some at a time, before those who are left would have to be called."""
    waves = -(-number // max(terms.wave_size, 1))
    opens = asking_opens(now, shift_starts, terms)
    return opens + waves * wave_wait(now, shift_starts, terms) <= shift_starts.astimezone(UTC) - terms.phone_limit


def to_be_phoned(now: datetime, shift_starts: datetime, terms: OfferTerms) -> bool:
    """Whether the shift starts so soon that people are called instead of asked."""
    return _left(now, shift_starts) < terms.phone_limit


def earliest_start(now: datetime, terms: OfferTerms) -> datetime:
    """The earliest start of a shift that is ordered now, at the next five minutes."""
    soonest = now.astimezone(UTC) + terms.order_min_lead
    return EPOCH - (EPOCH - soonest) // FIVE_MINUTES * FIVE_MINUTES


def _left(now: datetime, shift_starts: datetime) -> timedelta:
    # In UTC: two moments by the same clock would give wall-clock time.
    return shift_starts.astimezone(UTC) - now.astimezone(UTC)

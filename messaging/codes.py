"""The one place that says whether a code or a link to get in by may leave by SMS, and counts it.

Each costs money, wakes somebody, and lets in whoever reads it. Every way that sends one asks here, whatever limit
it has of its own; see docs/adr/0044-who-guesses-waits-and-nobody-else.md.
"""

from datetime import datetime
from enum import Enum

from django.conf import settings

from messaging import alarms
from people import limits, phones
from people.limits import DAY, Limit
from people.models import Alarm, User
from people.named import to_herself
from portal import security_log

NEARLY = 0.8
TO_A_NUMBER = Limit("codes-to-a-number", most=40, seconds=DAY)
OF_AN_ACCOUNT = Limit("codes-of-an-account", most=20, seconds=DAY)
"""By all ways together. Two may share a number. Whoever asks at the door is not told of these: they would tell her that
somebody has it.
"""


class To(Enum):
    """What must be known of the number."""

    CONFIRMED = "confirmed"  # she has shown that it is hers: she is let in by the code alone
    KNOWN = "known"  # it stands in her account
    NEW = "new"  # she says that it is hers, and the code is to show it


def may_go_to(number: str, user: User, to: To = To.CONFIRMED) -> bool:
    """Whether it is a Swedish mobile number of somebody who is let in. Whoever asks is not told."""
    if not user.is_active or phones.mobile(number, settings.PHONE_REGION) != number:
        return False
    herself = to_herself(user)
    is_hers = herself.phone == number
    return to is To.NEW or (is_hers and (to is To.KNOWN or herself.phone_verified))


def take_one(user: User, number: str, to: To = To.CONFIRMED, *, at: datetime) -> bool:
    """Whether one may leave for the number now; it is counted if so. The owner is told in good time, and last."""
    if not may_go_to(number, user, to):
        return _not_sent(user, "number")
    if limits.is_reached(limits.codes_in_a_day()):
        return _not_sent(user, "budget")
    if not (limits.take(OF_AN_ACCOUNT, str(user.pk)) and limits.take(TO_A_NUMBER, number)):
        return _not_sent(user, "limit")
    most: int = settings.SMS_CODES_A_DAY
    taken = limits.take(limits.codes_in_a_day())
    if taken == int(most * NEARLY):
        alarms.sound(Alarm.Kind.CODES_NEARLY_SPENT, at=at, sent=taken, of=most)
    if taken == most:  # the last: what is refused after it leaves nothing behind, no alarm either
        alarms.sound(Alarm.Kind.CODES_SPENT, at=at, of=most)
    return bool(taken) or _not_sent(user, "budget")


def are_spent() -> bool:
    """Whether no more leave just now: the same to everybody, so that it may be said."""
    return limits.is_reached(limits.codes_in_a_day())


def _not_sent(user: User, why: str) -> bool:
    security_log.event("code.not_sent", about=user, why=why)
    return False

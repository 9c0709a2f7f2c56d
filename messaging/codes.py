"""Codes by SMS cost money and wake people: to whom they go, and how many there are in a day."""

from datetime import datetime, timedelta

from django.conf import settings

from messaging import alarms
from people import limits, phones
from people.limits import Limit
from people.models import Alarm, User

DAY = int(timedelta(days=1).total_seconds())
NEARLY = 0.8


def may_go_to(number: str) -> bool:
    """Whether it is a Swedish mobile number that somebody who is let in has. Whoever asks is not told."""
    if phones.mobile(number, settings.PHONE_REGION) != number:
        return False
    return User.objects.filter(phone=number, is_active=True).exists()


def take_one(*, at: datetime) -> bool:
    """Count a code that is about to leave; whether there is room for it in the day. The owner is told in good time."""
    most: int = settings.SMS_CODES_A_DAY
    number = limits.count(Limit("codes", most, DAY))
    if number == int(most * NEARLY):
        alarms.sound(Alarm.Kind.CODES_NEARLY_SPENT, at=at, sent=number, of=most)
    if number == most:  # the last: what is refused after it leaves nothing behind, no alarm either
        alarms.sound(Alarm.Kind.CODES_SPENT, at=at, of=most)
    return number <= most

"""Worked time that waits: its substitute is reminded the day after, whoever approves it each week and as months end."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime, time, timedelta
from itertools import groupby

from django.db import transaction
from django.db.models import Count

from booking import notifications, offering
from booking.models import Booking
from booking.notifications import own_words
from booking.offering import OfferTerms
from booking.period import local, whole_day
from booking.weeks import Month, Week, local_day
from messaging import choices
from people.models import RoleAssignment, User, Workplace
from people.models.user import let_in
from people.roles import ORDERING_MANAGER

A_DAY = timedelta(days=1)
HER_HOUR, THEIR_HOUR = time(10), time(8)
"""When each is reminded: whoever worked the night has slept, and the workplace's day begins."""

MONDAY = 0
HAS_WAITED = timedelta(days=2)
BEFORE_THE_END = timedelta(days=2)
"""So long before the last day of a month those who approve are reminded once more."""


def of_time_to_say(*, at: datetime) -> int:
    """From ten o'clock, remind of the shifts that ended yesterday and of which nothing is said.

    One message each person, once a day. How many people.
    """
    today = local_day(at)
    if at < local(today, HER_HOUR) or offering.is_quiet(at, OfferTerms()):
        return 0
    yesterday = whole_day(today - A_DAY)
    ended = Booking.objects.to_say(now=at).filter(ends__gt=yesterday.starts, ends__lte=yesterday.ends)
    rows = list(ended.filter(substitute__by_hand_only=False).with_places().order_by("substitute", "starts", "pk"))
    with choices.known(booking.substitute.user for booking in rows), own_words.known():
        mine = [list(group) for _key, group in groupby(rows, key=lambda booking: booking.substitute_id)]
        for hers in mine:
            with transaction.atomic():
                notifications.times_to_say(hers[0].substitute, hers, on=local_day(yesterday.starts), at=at)
    return len(mine)


def of_time_to_attest(*, at: datetime) -> int:
    """On Monday morning, and once as the month ends, remind of shifts that have waited for two days. How many people.

    One message each, however many workplaces she has; who stands in for somebody has her role, and so hers too.
    """
    today = local_day(at)
    is_months_end = today == Month.of(today).last - BEFORE_THE_END
    is_today = is_months_end or today.weekday() == MONDAY
    if not is_today or at < local(today, THEIR_HOUR) or offering.is_quiet(at, OfferTerms()):
        return 0
    version = f"{Month.of(today)}-slut" if is_months_end else str(Week.of(today))
    before, waiting = at - HAS_WAITED, _waiting(at)
    told = _who_approve(waiting, at)
    with choices.known(told), own_words.known():
        for user, places in told.items():
            number = sum(waiting[place] for place in places)
            with transaction.atomic():
                notifications.times_to_attest(
                    user, number, places, before=before, version=version, is_months_end=is_months_end, at=at
                )
    return len(told)


def _waiting(at: datetime) -> Mapping[Workplace, int]:
    """How many have waited long at each workplace; two queries."""
    rows = Booking.objects.to_attest(now=at).in_open_periods().filter(ends__lte=at - HAS_WAITED)
    counted = rows.order_by().values_list("order__workplace").annotate(number=Count("pk"))
    number = dict(counted)
    return {place: number[place.pk] for place in Workplace.objects.filter(pk__in=number)}


def _who_approve(waiting: Mapping[Workplace, int], at: datetime) -> dict[User, list[Workplace]]:
    """The ordering managers of the workplaces, each with hers; one query."""
    place_of = {place.pk: place for place in waiting}
    theirs = RoleAssignment.objects.in_force(now=at).filter(let_in(at, "user__"), role=ORDERING_MANAGER.code)
    found: defaultdict[User, list[Workplace]] = defaultdict(list)
    for given in theirs.filter(workplace__in=place_of).select_related("user").order_by("user", "workplace"):
        assert given.workplace_id  # noqa: S101 (the role's reach is a workplace)
        place = place_of[given.workplace_id]
        if place not in found[given.user]:
            found[given.user].append(place)
    return dict(found)

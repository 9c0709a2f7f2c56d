"""What people are told without anything having happened: a shift tomorrow, an empty week, new jobs they could take."""

from collections import defaultdict
from datetime import datetime, time, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef

from booking import eligibility, notifications, offering, receivers
from booking.models import Advert, Booking, Order
from booking.models.order import OrderQuerySet
from booking.notifications import own_words
from booking.offering import OfferTerms
from booking.period import local, whole_day
from booking.rules import Channel
from booking.weeks import Week, local_day
from messaging import choices
from people.models import Agreement, Substitute

A_DAY = timedelta(days=1)
EVENING = time(16)
ALREADY_KNOWS = timedelta(hours=4)
"""Whoever has just been booked needs no reminder."""

THURSDAY = 3
SETTLED = timedelta(minutes=10)
"""New adverts are told of when they have been out for so long, so that what is put out together is told together."""


def of_shifts(*, at: datetime) -> int:
    """From the afternoon on, remind of tomorrow's shifts; each time that a shift has had is told once. How many."""
    today = local_day(at)
    if at < local(today, EVENING):
        return 0
    tomorrow = whole_day(today + A_DAY)
    coming = Booking.objects.occupying().filter(starts__gte=tomorrow.starts, starts__lt=tomorrow.ends)
    rows = coming.filter(booked_at__lte=at - ALREADY_KNOWS, substitute__by_hand_only=False).with_places()
    with choices.known(booking.substitute.user for booking in rows), own_words.known():
        for booking in rows:
            with transaction.atomic():
                notifications.shift_tomorrow(booking, at=at)
    return len(rows)


def of_empty_calendars(*, at: datetime) -> int:
    """On Thursday afternoon, ask those who have said nothing of next week. How many."""
    today = local_day(at)
    if today.weekday() != THURSDAY or at < local(today, EVENING):
        return 0
    week = Week.of(today).after
    silent = _who_have_said_nothing_of(week)
    with choices.known(substitute.user for substitute in silent), own_words.known():
        for substitute in silent:
            with transaction.atomic():
                notifications.calendar_is_empty(substitute, week=week.monday, at=at)
    return len(silent)


@transaction.atomic
def of_new_jobs(*, at: datetime) -> int:
    """Tell those whose own time fits of the jobs that have been put out: one message each, however many they are.

    At night it waits for the morning. How many adverts were told of.
    """
    if offering.is_quiet(at, OfferTerms()):
        return 0
    unlocked = Advert.objects.select_for_update(skip_locked=True, of=("self",), no_key=True)
    settled = unlocked.filter(announced_at=None, closed_at=None, opened_at__lte=at - SETTLED, order__starts__gt=at)
    adverts = list(settled)
    orders = Order.objects.open(now=at).filter(pk__in=[advert.order_id for advert in adverts], wished_until=None)
    fitting = _whose_time_fits(orders)
    with choices.known(substitute.user for substitute, _jobs in fitting), own_words.known():
        for substitute, jobs in fitting:
            notifications.jobs_released(substitute, jobs, at=at)
    Advert.objects.filter(pk__in=[advert.pk for advert in adverts]).update(announced_at=at)
    return len(adverts)


def _who_have_said_nothing_of(week: Week) -> list[Substitute]:
    employed = Agreement.objects.filter(substitute=OuterRef("pk")).touching(week.span)
    could = Substitute.objects.active().filter(Exists(employed), by_hand_only=False)
    return list(could.filter(receivers.said_nothing_of(week)).select_related("user").order_by("pk"))


def _whose_time_fits(orders: OrderQuerySet) -> list[tuple[Substitute, list[Order]]]:
    """Those who have said that they can, and those who have resource time then, as the assistant would book them."""
    known = {order.pk: order for order in orders.for_a_list()}
    fitting = defaultdict(list)
    for pair in eligibility.of_all(orders, channel=Channel.ASSISTANT):
        if pair.verdict.books_by_itself:
            fitting[pair.substitute].append(known[pair.order])
    people = Substitute.objects.filter(pk__in=fitting).select_related("user").order_by("pk")
    return [(person, sorted(fitting[person.pk], key=lambda order: order.starts)) for person in people]

"""Who is near a limit under LAS, past one, or no longer booked near one: so many questions, however many people."""

import uuid
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from booking.eligibility import employment, las_facts
from booking.eligibility.las_facts import Standing
from booking.eligibility.nearing import Near, near, passed
from booking.eligibility.reading import among
from booking.forms.las_narrowing import BEFORE, NAMES, PASSED, SHIFTS_BEFORE, STOPPED, LasNarrowing
from booking.models import Availability, Booking, Enquiry, Kind
from booking.weeks import local_day
from people import access
from people.models import Agreement, Substitute, User


@dataclass(frozen=True, slots=True)
class Told:
    """A shift: when, and where if the reader may know."""

    booking: Booking
    place_is_seen: bool


@dataclass(frozen=True, slots=True)
class Row:
    """Who, how near, when she passes, and when she was and is going to be at work."""

    substitute: Substitute
    found: Near
    standing: Standing
    last: Told | None
    coming: Told | None
    asked: int  # times in the time without, anywhere
    has_time: bool  # put in from today on

    @property
    def limit(self) -> str:
        """Särskild visstid, företräde efter 9 månader"""
        return str(NAMES[self.found.limit])


def of(form: LasNarrowing, user: User) -> list[Near]:
    """As the form narrows them, the fewest days left first; of those alone whom the reader sees and can book."""
    if not form.is_valid():
        return []
    today, people = local_day(form.now), _people(form, user)
    is_over = form.chosen == PASSED
    found = passed(people, until=today) if is_over else near(people, until=today, within=form.most_left)
    found = [each for each in found if form.is_wanted(each.limit)]
    if form.chosen == STOPPED:
        stopped = _stopped({each.substitute for each in found}, form)
        found = [each for each in found if each.substitute in stopped]
    return sorted(found, key=lambda each: (each.left, each.limit.name, str(each.substitute)))


def _people(form: LasNarrowing, user: User) -> Collection[uuid.UUID]:
    """With an agreement that is not over, in the chosen area."""
    agreements = access.scope(user, Agreement.objects.filter(substitute=OuterRef("pk")).not_over(now=form.now))
    if area := form.cleaned_data.get("area"):
        agreements = agreements.filter(Q(area=area) | Q(workplace__area=area))
    bookable = Substitute.objects.filter(is_active=True, user__is_active=True)
    rows: QuerySet[Any] = access.scope(user, bookable, "change")
    rows = rows.filter(Exists(agreements))
    if words := form.cleaned_data.get("q"):
        rows = form.by_q(rows, words)
    return set(rows.values_list("pk", flat=True))


def _stopped(people: Collection[uuid.UUID], form: LasNarrowing) -> Collection[uuid.UUID]:
    """Who had been working, and has no shift since, nor any to come, anywhere."""
    if not people:
        return people
    since = form.now - form.unbooked
    rows = Booking.objects.occupying().filter(among("substitute", people), ends__gt=since - BEFORE).order_by()
    late, before = Count("pk", filter=Q(ends__gt=since)), Count("pk", filter=Q(ends__lte=since, no_show=False))
    counted = rows.values("substitute").annotate(late=late, before=before)
    return set(counted.filter(late=0, before__gte=SHIFTS_BEFORE).values_list("substitute", flat=True))


def with_dates(found: Sequence[Near], form: LasNarrowing, user: User) -> list[Row]:
    """Each with her dates and shifts; read for as many as are handed in."""
    keys = {each.substitute for each in found}
    people = Substitute.objects.select_related("user").in_bulk(keys)
    known, today = employment.of_many(keys, now=form.now), local_day(form.now)
    last, coming = _shifts(keys, user, now=form.now)
    asked, with_time = _asked(keys, form), _with_time(keys, now=form.now)
    return [
        Row(
            people[each.substitute],
            each,
            las_facts.standing(known[each.substitute], each.limit, today=today),
            last.get(each.substitute),
            coming.get(each.substitute),
            asked[each.substitute],
            each.substitute in with_time,
        )
        for each in found
    ]


def _shifts(
    keys: Collection[uuid.UUID], user: User, *, now: datetime
) -> tuple[Mapping[uuid.UUID, Told], Mapping[uuid.UUID, Told]]:
    """The last that is over and the first that is not."""
    hers = Booking.objects.occupying().filter(substitute=OuterRef("pk"), no_show=False)
    last = hers.filter(ends__lte=now).order_by("-starts").values("pk")[:1]
    first = hers.filter(ends__gt=now).order_by("starts").values("pk")[:1]
    both = Substitute.objects.filter(among("pk", keys)).values_list("pk").annotate(last=last, first=first)
    pairs = list(both)
    wanted = {key for _pk, *ends in pairs for key in ends if key}
    bookings = Booking.objects.select_related("order__workplace").in_bulk(wanted)
    seen = set(access.scope(user, Booking.objects.filter(among("pk", wanted))).values_list("pk", flat=True))
    told = {key: Told(booking, key in seen) for key, booking in bookings.items()}
    return {pk: told[key] for pk, key, _ in pairs if key}, {pk: told[key] for pk, _, key in pairs if key}


def _asked(keys: Collection[uuid.UUID], form: LasNarrowing) -> Counter[uuid.UUID]:
    if form.chosen != STOPPED:
        return Counter()
    put = Enquiry.objects.put().filter(among("substitute", keys), asked_at__gt=form.now - form.unbooked).order_by()
    return Counter(dict(put.values_list("substitute").annotate(Count("pk"))))


def _with_time(keys: Collection[uuid.UUID], *, now: datetime) -> Collection[uuid.UUID]:
    ahead = Availability.objects.filter(among("substitute", keys), ends__gt=now).exclude(kind=Kind.NOT_AVAILABLE)
    return set(ahead.order_by().values_list("substitute", flat=True).distinct())

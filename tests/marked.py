"""An area where everything has happened, and everything carries a mark, so that a test can see where it gets to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import transaction

from booking.models import Absence, Booking, EndReason, Order, PlannerTask, RestDebt, WorkplaceRequest
from booking.operations import absences, bookings, enquiries, orders, standing, workplace_requests
from booking.period import Period
from messaging import inbound, outbox
from messaging.models import InboundMessage
from people.models import Block, Locality, Substitute
from people.operations import notes
from tests.cast import NOW, Town, a_town
from tests.factories.booking import AvailabilityFactory, InterestFactory
from tests.factories.people import SubstituteCompetenceFactory, SubstituteFactory

PLACE, PERSON, SEAT, HOME = "Hemligplats", "Hemligperson", "Hemligpass", "Hemligby"
CODES = "Hemligkod 4711"
"""How one gets in to the workplace: for the one who is booked, and for the system owner who keeps it."""
ALL = (PLACE, PERSON, SEAT, HOME, CODES)


@dataclass(frozen=True)
class Marked:
    """The marked area and the keys of everything in it."""

    town: Town
    keys: list[UUID]


@pytest.fixture
def marked(db) -> Marked:
    """An area where everything has happened, and everything carries the mark."""
    town = a_town(PLACE)
    town.workplace.way_in = CODES
    town.workplace.save()
    home = Locality.objects.create(name=HOME, latitude=66, longitude=19)
    wishes = {"locality": home, "farthest_km": 17, "wished_weekly_hours": 23}
    substitute = town.substitute(user__last_name=PERSON, employee_number=f"V-{PERSON}", **wishes)
    substitute.wished_workplaces.add(town.workplace)
    words = dict.fromkeys(("reference", "text", "note", "contact"), SEAT)
    open_order, booked = town.order(**words), town.order("2026-05-15 07:00", "2026-05-15 16:00", **words)
    AvailabilityFactory(substitute=substitute, starts=open_order.starts, ends=open_order.ends)
    InterestFactory(order=open_order, substitute=substitute)
    orders.advertise(open_order, by=town.planner, at=NOW)
    enquiries.ask(open_order, [substitute], by=town.planner, at=NOW, answer_by=open_order.starts)
    ended = bookings.book(booked, substitute, by=town.planner, at=NOW)
    bookings.end(ended, by=town.planner, at=NOW, reason=EndReason.OTHER, note=PLACE)
    bookings.book(Order.objects.get(pk=booked.pk), substitute, by=town.planner, at=NOW)
    held = SubstituteCompetenceFactory(substitute=substitute, competence__name="Lyftutbildning")
    writes_in(substitute)
    answers_here(substitute, town)
    papers = [held.pk, *substitute.agreements.values_list("pk", flat=True), *kept_of(substitute, town)]
    keys = [*papers, substitute.pk, town.workplace.pk, town.area.pk, town.planner.role_assignments.get().pk]
    asks_for_more(town)
    models = (Order, Booking, PlannerTask, InboundMessage, WorkplaceRequest)
    return Marked(town, keys + [row.pk for model in models for row in model.objects.all()])


def asks_for_more(town: Town) -> None:
    """Somebody of nobody's area wants to work there, and another has been told no."""
    for last_name in (PERSON, f"Andra{PERSON}"):
        outsider = SubstituteFactory(user__last_name=last_name)
        wish = workplace_requests.ask(outsider, town.workplace, text=SEAT, by=outsider.user, at=NOW)
    workplace_requests.decline(wish, reason=SEAT, by=town.planner, at=NOW)


def writes_in(substitute: Substitute) -> None:
    """An SMS of hers that somebody must read."""
    sms = inbound.receive(gateway="local", provider_id="1", sender=substitute.user.phone, body=f"Ja? {SEAT}", at=NOW)
    inbound.understand(sms.pk, at=NOW)


def answers_here(substitute: Substitute, town: Town) -> None:
    """A planner has written to her, and she has answered in the portal."""
    with transaction.atomic():
        written = {"kind": "written.one", "to": substitute.user, "written_by": town.planner}
        told = outbox.post(key="written", body=SEAT, at=NOW, **written)
    inbound.write(told, SEAT, by=substitute.user, command=uuid4(), at=NOW)


def kept_of(substitute: Substitute, town: Town) -> Iterator[UUID]:
    """What her planner has written down of her: a block, an introduction, an absence, rest to give back."""
    told = {"by": town.planner, "at": NOW}
    yield standing.block(substitute, town.workplace, asked_by=Block.AskedBy.WORKPLACE, reason=SEAT, **told).block.pk
    yield standing.introduce(substitute, town.workplace, given_on=NOW.date(), **told).pk
    yield notes.write(substitute, town.area, SEAT, command=uuid4(), **told).pk
    away = Period(NOW, NOW + timedelta(days=1))
    yield absences.note(substitute, away, kind=Absence.Kind.UNTIL_SAID, **told).absence.pk
    booking = Booking.objects.occupying().get(substitute=substitute)
    yield RestDebt.objects.create(booking=booking, substitute=substitute, owed=away.length, due_by=NOW).pk

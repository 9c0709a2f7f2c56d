"""She works in one area, and has asked for a workplace of another that introduces those who come."""

import uuid

import pytest

from booking.models import Booking, WorkplaceRequest
from booking.operations import (
    introductions,
    workplace_requests,
)
from booking.operations.introductions import Shift
from tests.cast import NOW, at
from tests.factories.booking import OrderReasonFactory
from tests.factories.people import AgreementFactory

STARTS, ENDS = at("2026-05-19 07:00"), at("2026-05-19 12:00")


@pytest.fixture
def reason(db):
    return OrderReasonFactory(name="Introduktion", legal_kind="sarskild_visstid", introduces=True)


@pytest.fixture
def amira(town, elsewhere):
    """She works in the one area, and has an agreement that reaches the other."""
    amira = town.substitute(user__first_name="Amira", user__last_name="Hassan")
    AgreementFactory(substitute=amira, area=elsewhere.area, occupation=elsewhere.occupation)
    return amira


@pytest.fixture
def wish(amira, elsewhere):
    elsewhere.workplace.needs_introduction = True
    elsewhere.workplace.save()
    return workplace_requests.ask(amira, elsewhere.workplace, text="", by=amira.user, at=NOW)


@pytest.fixture
def plan(wish, reason, elsewhere):
    """`plan()`: the introduction, Tuesday 19 May 07–12 unless said otherwise."""

    def planned(override: str = "", **said: object) -> WorkplaceRequest:
        usual = {"occupation": elsewhere.occupation, "starts": STARTS, "ends": ENDS, "break_minutes": 0}
        shift = Shift(**(usual | {"command": uuid.uuid4(), "contact": "Eva Lind", "text": "Välkommen"} | said))
        return introductions.plan(wish, shift, by=elsewhere.planner, at=NOW, override=override)

    return planned


def held() -> Booking:
    """The booking of the introduction, as it stands now."""
    return Booking.objects.occupying().with_places().get(order__reason__introduces=True)

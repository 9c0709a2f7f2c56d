"""The cast: a small municipality that a test can speak of by name.

`town` is one area with a workplace, its people and their roles; `elsewhere` is another that must never be seen.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from datetime import date as day_type

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from booking.models import Order
from booking.period import local
from people.models import Area, Occupation, RoleAssignment, Substitute, User, Workplace
from people.roles import ROLES
from tests.factories.booking import OrderFactory
from tests.factories.people import (
    AgreementFactory,
    AreaFactory,
    OccupationFactory,
    SubstituteFactory,
    UserFactory,
    WorkplaceFactory,
)

NOW = datetime(2026, 5, 12, 3, 45, tzinfo=UTC)  # Tuesday 12 May 2026, 05.45 in Stockholm


GROUPS_OF = {"editor": ["Redaktörer"], "approver": ["Redaktörer", "Godkännare"]}


def at(moment: str) -> datetime:
    """The moment when Stockholm's clock shows "2026-05-13 07:00"."""
    day, clock = moment.split()
    return local(day_type.fromisoformat(day), time.fromisoformat(clock))


def with_role(code: str, **user: object) -> User:
    """A user with a role at a place: `with_role("planner", area=area)`."""
    place = {key: user.pop(key) for key in ("area", "workplace") if key in user}
    person = UserFactory(**user)
    RoleAssignment.objects.create(user=person, role=code, **place)
    if ROLES[code].at_the_desk:
        person.groups.add(*Group.objects.filter(name__in=GROUPS_OF.get(code, ["Skrivbordet"])))
    return person


@dataclass(frozen=True)
class Town:
    """One area, its workplace and the people around it."""

    area: Area
    workplace: Workplace
    occupation: Occupation
    planner: User
    manager: User

    def order(self, starts: str = "2026-05-13 07:00", ends: str = "2026-05-13 16:00", **fields: object) -> Order:
        """An open order at the workplace, by Stockholm's clock."""
        defaults = {"workplace": self.workplace, "occupation": self.occupation, "placed_by": self.manager}
        return OrderFactory(starts=at(starts), ends=at(ends), **(defaults | fields))

    def substitute(self, **fields: object) -> Substitute:
        """A substitute with an agreement in the area until further notice."""
        substitute = SubstituteFactory(**fields)
        AgreementFactory(substitute=substitute, area=self.area, occupation=self.occupation)
        return substitute


def a_town(name: str) -> Town:
    """A new town."""
    area = AreaFactory(name=name)
    workplace = WorkplaceFactory(area=area, name=f"{name} Solgården")
    return Town(
        area=area,
        workplace=workplace,
        occupation=OccupationFactory(),
        planner=with_role("planner", area=area),
        manager=with_role("ordering_manager", workplace=workplace),
    )


@pytest.fixture
def town(db: None) -> Town:
    """The area that the test is about."""
    return a_town("Hemtjänst")


@pytest.fixture
def elsewhere(db: None) -> Town:
    """Another area."""
    return a_town("Förskola")


@pytest.fixture
def officer(db: None) -> User:
    """A certificate officer."""
    return with_role("certificate_officer")


@pytest.fixture
def owner(db: None) -> User:
    """The system owner."""
    return with_role("system_owner")


@pytest.fixture
def editor(db: None) -> User:
    """An editor."""
    return with_role("editor")


@pytest.fixture
def approver(db: None) -> User:
    """Somebody who approves what editors write."""
    return with_role("approver")


@pytest.fixture
def signed_in() -> Callable[[User], Client]:
    """A browser where the user is signed in: `signed_in(town.planner)`."""

    def client_of(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return client_of


def ended(client: Client, user: User) -> Client:
    """The browser of somebody whose session has ended."""
    client.force_login(user)
    client.get("/mer/")
    del client.cookies["sessionid"]
    return client

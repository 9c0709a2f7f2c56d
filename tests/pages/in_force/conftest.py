"""A page with blocks on it, as a visitor gets it."""

from collections.abc import Callable

import pytest
from django.test import Client

from booking.models import Order
from portal.pages.models import StandardPage
from tests.cast import Town
from tests.factories.booking import AdvertFactory
from tests.factories.pages import below

MORNING = "2026-05-12T05:45:00+02:00"


@pytest.fixture
def morning(time_machine) -> None:
    """It is 05.45 on a Tuesday in May."""
    time_machine.move_to(MORNING, tick=False)


@pytest.fixture
def page(home) -> Callable[..., str]:
    """A page with these blocks: `page(("jobs", {"listed": 3}))`."""

    def made(*blocks: tuple[str, object]) -> str:
        StandardPage.objects.all().delete()
        home.refresh_from_db()
        return below(home, StandardPage, "Text", body=list(blocks)).get_url()

    return made


def shown(client: Client, path: str) -> str:
    """What is at the address."""
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def advertised(town: Town, **fields: object) -> Order:
    """An order that is out in Lediga jobb."""
    return AdvertFactory(order=town.order(**fields)).order

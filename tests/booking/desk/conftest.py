"""A planner at her desk, on a morning that stands still."""

from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from booking.models import Order
from tests.cast import NOW, Town, at


@pytest.fixture(autouse=True)
def _morning():
    """The desk reads the clock: Tuesday 12 May 2026, 05.45."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def planner(town: Town, signed_in: Callable[..., Client]) -> Client:
    """The planner's browser."""
    return signed_in(town.planner)


@pytest.fixture
def page(planner: Client) -> Callable[[Order], str]:
    """`page(order)`: what stands on its page."""
    return lambda order: text(planner.get(reverse("order:inspect", args=[order.pk])))


@pytest.fixture
def does(planner: Client) -> Callable[..., HttpResponse]:
    """`does("book", order, substitute=…)`: what the planner's button sends."""

    def send(deed: str, order: Order, **form: Any) -> HttpResponse:
        return planner.post(reverse(f"order:{deed}", args=[order.pk]), form)

    return send


def text(answer: HttpResponse) -> str:
    return answer.content.decode()


@pytest.fixture
def people(town):
    """Amira, Elin and Yonas."""
    names = [("Amira", "Hassan"), ("Elin", "Back"), ("Yonas", "Tesfaye")]
    return [
        town.substitute(user__first_name=first, user__last_name=last, user__phone=f"+4670174061{number}")
        for number, (first, last) in enumerate(names, 2)
    ]


@pytest.fixture
def travel():
    """`travel("2026-06-02 08:00")`: from now on it is then."""
    travellers = []

    def to(moment: str) -> None:
        travellers.append(time_machine.travel(at(moment), tick=False))
        travellers[-1].start()

    yield to
    for traveller in reversed(travellers):
        traveller.stop()


@pytest.fixture
def after(town, signed_in, travel) -> Client:
    """The planner's browser, on the morning of Wednesday 13 May."""
    travel("2026-05-13 08:00")
    return signed_in(town.planner)

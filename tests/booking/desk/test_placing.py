"""A planner places an order by the same form as an ordering manager."""

import uuid

from django.urls import reverse, reverse_lazy

from booking.models import Advert, Order
from tests.booking.desk.conftest import text
from tests.cast import at
from tests.factories.booking import OrderReasonFactory

NEW = reverse_lazy("order:add")


def filled_in(town, **changed):
    form = {
        "workplace": town.workplace.pk,
        "occupation": town.occupation.pk,
        "day": "2026-05-13",
        "starts": "07:00",
        "ends": "16:00",
        "break_minutes": "30",
        "reason": OrderReasonFactory().pk,
        "advertise": "on",
        "command": uuid.uuid4(),
    }
    return form | changed


def test_the_form_becomes_an_open_order_in_lediga_jobb(town, planner):
    answer = planner.post(NEW, filled_in(town))

    order = Order.objects.get()
    assert answer.url == reverse("order:inspect", args=[order.pk])
    assert (order.starts, order.placed_by) == (at("2026-05-13 07:00"), town.planner)
    assert Advert.objects.filter(order=order, closed_at=None).exists()


def test_the_same_form_twice_is_one_order(town, planner):
    form = filled_in(town)

    planner.post(NEW, form)
    planner.post(NEW, form)

    assert Order.objects.count() == 1


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(town, planner):
    answer = planner.post(NEW, filled_in(town, starts="05:00", day="2026-05-12", note="Ring porttelefonen"))

    assert answer.status_code == 422
    assert "Passet måste börja senare än nu." in text(answer)
    assert "Ring porttelefonen" in text(answer)


def test_a_workplace_of_another_area_is_no_choice(town, elsewhere, planner):
    assert str(elsewhere.workplace.pk) not in text(planner.get(NEW))

    assert planner.post(NEW, filled_in(town, workplace=elsewhere.workplace.pk)).status_code == 422
    assert not Order.objects.exists()


def test_a_time_that_comes_twice_is_asked_about(town, planner):
    answer = planner.post(NEW, filled_in(town, day="2026-10-25", starts="02:30", ends="08:00"))

    assert "Klockan kommer två gånger. När börjar passet?" in text(answer)
    assert "När slutar passet?" not in text(answer)


def test_only_those_who_place_orders_find_the_form(officer, signed_in):
    assert signed_in(officer).get(NEW).status_code == 404

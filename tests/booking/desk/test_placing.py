"""A planner places an order by the same form as an ordering manager."""

import uuid

import pytest
import time_machine
from django.urls import reverse, reverse_lazy

from booking.models import Advert, Enquiry, Order
from tests.booking.desk.conftest import text
from tests.cast import at
from tests.factories.booking import BookingFactory, OrderReasonFactory

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


def test_three_people_on_two_days_are_six_orders_of_one_group(town, planner):
    answer = planner.post(NEW, filled_in(town, seats=3, day_2="2026-05-15"))

    assert answer.url == reverse("order:index")
    assert Order.objects.count() == 6
    assert len(set(Order.objects.values_list("group", flat=True))) == 1
    assert set(Order.objects.values_list("starts", flat=True)) == {at("2026-05-13 07:00"), at("2026-05-15 07:00")}


def test_the_same_form_for_several_twice_is_placed_once(town, planner):
    form = filled_in(town, seats=2)

    for _click in range(2):
        planner.post(NEW, form)

    assert Order.objects.count() == 2


@pytest.mark.parametrize("seats", ["0", "11"])
def test_at_most_ten_are_ordered_at_once(seats, town, planner):
    assert planner.post(NEW, filled_in(town, seats=seats)).status_code == 422
    assert not Order.objects.exists()


def test_a_day_that_has_been_is_told_and_its_field_stays_open(town, planner):
    answer = planner.post(NEW, filled_in(town, day_2="2026-05-11"))

    assert answer.status_code == 422
    assert '<details class="vp-acc" open>' in text(answer)
    assert not Order.objects.exists()


def test_how_it_is_offered_is_kept(town, planner):
    planner.post(NEW, filled_in(town, allow_direct="on", enquiry_mode="best"))

    order = Order.objects.get()
    assert (order.allow_direct, order.enquiry_mode) == (True, "best")


def test_the_one_who_is_wished_for_is_asked_first_for_half_an_hour(town, planner):
    wished = town.substitute()
    with time_machine.travel(at("2026-05-12 09:00"), tick=False):
        assert '<option value="30" selected>' in text(planner.get(NEW))
        planner.post(NEW, filled_in(town, wished=wished.pk, wished_for="30"))

    order = Order.objects.get()
    assert (order.wished, order.wished_until) == (wished, at("2026-05-12 09:30"))
    assert Enquiry.objects.get().substitute == wished


def test_a_wish_for_somebody_who_cannot_is_told(town, planner):
    wished = town.substitute()
    BookingFactory(substitute=wished, order__workplace=town.workplace)
    with time_machine.travel(at("2026-05-12 09:00"), tick=False):
        answer = planner.post(NEW, filled_in(town, wished=wished.pk, wished_for="30"), follow=True)

    assert f"{wished} kan inte ta passet just nu. Det är öppet för alla." in text(answer)


def test_a_wish_that_no_sms_would_reach_in_time_is_told_and_places_nothing(town, planner):
    form = filled_in(town, day="2026-05-14", wished=town.substitute().pk, wished_for="15")

    answer = planner.post(NEW, form)

    assert "Sms går ut först 06.00. Välj en senare svarstid." in text(answer)
    assert not Order.objects.exists()


def test_somebody_of_another_area_cannot_be_wished_for(town, elsewhere, planner):
    stranger = elsewhere.substitute()

    assert str(stranger.pk) not in text(planner.get(NEW))
    assert planner.post(NEW, filled_in(town, wished=stranger.pk, wished_for="30")).status_code == 422

"""The scenarios that a planner's screen must pass."""

from django.urls import reverse

from booking.models import Booking, Interest, Order
from booking.operations import bookings
from booking.viewsets.orders import DONE_TO_IT
from messaging.models import Message
from tests.booking.desk.conftest import text
from tests.cast import NOW, at, with_role
from tests.factories.booking import BookingFactory, InterestFactory
from tests.factories.people import CompetenceFactory, SubstituteFactory


def test_scenario_18_three_obstacles_are_all_listed(town, page):
    order = town.order()
    order.competences.add(CompetenceFactory())
    stranger = SubstituteFactory(is_active=True)
    BookingFactory(substitute=stranger, order__workplace=town.workplace)  # which gives her another occupation's paper
    stranger.agreements.update(ends=at("2026-05-13 12:00"))

    shown = page(order)

    assert "Avtalet täcker inte hela passet" in shown
    assert "Saknar giltig kompetens: delegering läkemedel" in shown
    assert "Redan bokad onsdag 13 maj 07.00–16.00" in shown


def test_scenario_19_an_order_of_another_area_does_not_exist(town, elsewhere, planner, does):
    order, substitute = elsewhere.order(), elsewhere.substitute()

    assert planner.get(reverse("order:inspect", args=[order.pk])).status_code == 404
    for deed in (view.__name__ for view in DONE_TO_IT.values()):
        form = {"substitute": substitute.pk, "note": "x", "minutes": 60, "outcome": "yes", "reason": "x", "size": 3}
        assert does(deed, order, **form).status_code == 404, deed
    found = text(planner.get(reverse("order:index"), {"q": elsewhere.workplace.name, "first": ""}))
    assert str(order.pk) not in found
    assert not Booking.objects.exists()


def test_scenario_21_of_two_planners_the_second_sees_who_was_booked_and_when(town, does):
    order, first, second = town.order(), town.substitute(), town.substitute()
    bookings.book(order, first, by=with_role("planner", area=town.area), at=NOW)

    answer = does("book", order, substitute=second.pk)

    assert answer.status_code == 409
    assert f"Passet är redan bokat: {first}." in text(answer)
    assert "tisdag 12 maj 05.45" in text(answer)
    assert Booking.objects.get(order=order).substitute == first


def test_scenario_24_a_double_click_is_one_booking_and_one_confirmation(town, does):
    order, substitute = town.order(), town.substitute()

    answers = [does("book", order, substitute=substitute.pk).status_code for _click in range(2)]

    assert answers == [302, 302]
    assert Booking.objects.filter(order=order).count() == 1
    assert Message.objects.filter(kind="booking.booked").count() == 1


def test_scenario_25_a_stale_page_does_not_take_away_an_order_that_was_just_booked(town, does):
    order, substitute = town.order(), town.substitute()
    booking = bookings.book(order, substitute, by=town.planner, at=NOW)

    told = does("cancel", order, note="Behövs inte", seen_booking="")

    assert told.status_code == 409
    assert f"{substitute} har just fått passet." in text(told)
    assert 'value="Behövs inte"' in text(told)
    assert Booking.objects.occupying().filter(pk=booking.pk).exists()

    does("cancel", order, note="Behövs inte", seen_booking=booking.pk)
    order.refresh_from_db()
    assert order.status == Order.Status.CANCELLED


def test_scenario_32_a_withdrawn_interest_is_not_taken_up_from_an_old_page(town, does):
    order, substitute = town.order(), town.substitute()
    InterestFactory(
        order=order, substitute=substitute, status=Interest.Status.WITHDRAWN, changed_at=at("2026-05-12 05:40")
    )

    answer = does("book", order, substitute=substitute.pk, origin="interest")

    assert text(answer).count("Intresset togs tillbaka tisdag 12 maj 05.40.") == 1
    assert not Booking.objects.filter(order=order).exists()

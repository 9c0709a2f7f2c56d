"""A substitute's page: what her planners may know of her."""

import pytest
from django.urls import reverse

from booking.models import Kind, Order
from people.models import Locality
from tests.booking.desk.conftest import text
from tests.cast import at
from tests.factories.booking import AvailabilityFactory, BookingFactory
from tests.factories.people import AgreementFactory, SubstituteCompetenceFactory


@pytest.fixture
def shared(town, elsewhere):
    """Somebody who works in both areas, and has a shift in the other one."""
    substitute = town.substitute()
    agreement = AgreementFactory(substitute=substitute, area=elsewhere.area, occupation=elsewhere.occupation)
    BookingFactory(order=elsewhere.order(status=Order.Status.BOOKED), substitute=substitute, agreement=agreement)
    return substitute


@pytest.fixture
def her_page(planner):
    return lambda substitute: text(planner.get(reverse("substitute:inspect", args=[substitute.pk])))


def test_her_papers_her_shifts_and_her_time(town, planner, her_page):
    substitute = town.substitute()
    SubstituteCompetenceFactory(substitute=substitute, ends=at("2026-10-01 00:00"))
    BookingFactory(order=town.order(status=Order.Status.BOOKED), substitute=substitute)
    AvailabilityFactory(
        substitute=substitute, kind=Kind.ASK_ME, starts=at("2026-05-20 06:00"), ends=at("2026-05-20 18:00")
    )
    AvailabilityFactory(substitute=substitute, starts=at("2026-06-20 06:00"), ends=at("2026-06-20 18:00"))

    papers, shown = text(planner.get(reverse("substitute:papers", args=[substitute.pk]))), her_page(substitute)

    assert "<b>Undersköterska</b>, Hemtjänst" in papers
    assert "till och med onsdag 30 september 2026" in papers
    assert "Hemtjänst Solgården" in shown
    assert "Fråga mig först" in shown
    assert "Jag kan jobba" not in shown  # more than two weeks ahead


def test_a_shift_in_another_area_takes_her_time_and_names_no_place(shared, her_page):
    shown = her_page(shared)

    assert "Upptagen i ett annat område" in shown
    assert "Förskola" not in shown


def test_an_obstacle_in_another_area_is_told_without_its_place(shared, town, page):
    shown = page(town.order())

    assert "Redan bokad onsdag 13 maj 07.00–16.00, tidigast 16.00<" in shown
    assert "Förskola" not in shown


def test_the_list_names_the_places_of_her_own_area_only(shared, planner):
    assert "Förskola" not in text(planner.get(reverse("substitute:index")))


def test_an_officer_reads_bookings_but_no_order(town, officer, signed_in):
    booking = BookingFactory(order=town.order(status=Order.Status.BOOKED), substitute=town.substitute())

    shown = text(signed_in(officer).get(reverse("booking_desk:inspect", args=[booking.pk])))

    assert "Hemtjänst Solgården" in shown
    assert reverse("order:inspect", args=[booking.order_id]) not in shown


def test_a_refused_booking_names_no_place_of_another_area(shared, town, does):
    answer = does("book", town.order(), substitute=shared.pk)

    assert "Redan bokad onsdag 13 maj 07.00–16.00" in text(answer)
    assert "Förskola" not in text(answer)


def test_her_planner_reads_her_wishes_and_of_places_only_those_of_the_area(shared, town, elsewhere, her_page):
    shared.wished_weekly_hours, shared.farthest_km = 20, 30
    shared.locality = Locality.objects.create(name="Granbyn", latitude="66.9", longitude="19.8")
    shared.save()
    shared.wished_workplaces.set([town.workplace, elsewhere.workplace])

    shown = her_page(shared)

    for words in ("<dd>20</dd>", f"<dd>{town.workplace}</dd>", "Granbyn", "Högst 30 km till jobbet"):
        assert words in shown
    assert str(elsewhere.workplace) not in shown


def test_whoever_does_not_plan_for_her_reads_none_of_them(town, officer, signed_in):
    substitute = town.substitute(
        locality=Locality.objects.create(name="Granbyn", latitude="66.9", longitude="19.8"), wished_weekly_hours=20
    )

    shown = text(signed_in(officer).get(reverse("substitute:inspect", args=[substitute.pk])))

    assert "Granbyn" not in shown
    assert "Önskemål" not in shown

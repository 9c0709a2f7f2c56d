"""A planner fills an order from its page."""

import re

from django.urls import reverse

from booking.models import Advert, Booking, EndReason, Interest, Order, Origin
from messaging.models import Message
from people.models import HistoryEntry
from tests.booking.desk.conftest import text
from tests.cast import at
from tests.factories.booking import AdvertFactory, AvailabilityFactory, BookingFactory, InterestFactory
from tests.factories.people import (
    AgreementFactory,
    CompetenceFactory,
    SubstituteCompetenceFactory,
    SubstituteFactory,
)


def booked_late(substitute):
    """A shift until 23.00 the evening before, so that the rest is short."""
    return BookingFactory(
        substitute=substitute, order__starts=at("2026-05-12 14:00"), order__ends=at("2026-05-12 23:00")
    )


def test_she_sees_who_fits_who_nearly_does_and_who_does_not(town, page):
    town.substitute(user__first_name="Lars-Erik")
    booked_late(town.substitute(user__first_name="Petra"))
    BookingFactory(substitute=town.substitute(user__first_name="Amira"), order__workplace=town.workplace)

    shown = page(town.order())

    assert "Passar 1" in shown
    assert "Nästan 1" in shown
    assert "Passar inte 1" in shown
    assert "Får bara 8 tim vila, behöver 11 tim" in shown
    assert "Redan bokad onsdag 13 maj 07.00–16.00 på Hemtjänst Solgården" in shown


def test_what_speaks_for_a_candidate_is_shown_too(town, page):
    delegation = CompetenceFactory()
    substitute = town.substitute()
    SubstituteCompetenceFactory(substitute=substitute, competence=delegation, ends=at("2026-10-01 00:00"))
    AvailabilityFactory(substitute=substitute, starts=at("2026-05-13 06:00"), ends=at("2026-05-13 18:00"))
    order = town.order()
    order.competences.add(delegation)
    InterestFactory(order=order, substitute=substitute)

    shown = page(order)

    assert "Har anmält intresse" in shown
    assert "Har lagt in tid" in shown
    assert "Delegering läkemedel till 30 september" in shown
    assert "9 av 40 tim" in shown


def test_two_clicks_book_and_the_others_are_told(town, does, page):
    order, chosen, other = town.order(), town.substitute(), town.substitute()
    AdvertFactory(order=order)
    InterestFactory(order=order, substitute=chosen)
    InterestFactory(order=order, substitute=other)

    answer = does("book", order, substitute=chosen.pk, origin="interest")

    assert answer.status_code == 302
    booking = Booking.objects.get(order=order)
    assert (booking.substitute, booking.origin, booking.booked_by) == (chosen, Origin.INTEREST, town.planner)
    assert set(Message.objects.values_list("kind", "recipient")) >= {
        ("booking.booked", chosen.user_id),
        ("interest.not_selected", other.user_id),
    }
    assert f"{chosen} kommer" in page(order)


def test_a_booking_ended_with_a_reason_opens_the_order_again(town, does, page):
    order, substitute = town.order(), town.substitute()
    does("book", order, substitute=substitute.pk)
    booking = Booking.objects.get(order=order)

    does("end", order, booking=booking.pk, reason="called_off", note="Ringde 05.40")

    order.refresh_from_db()
    booking.refresh_from_db()
    assert (order.status, order.round, booking.end_reason) == (Order.Status.OPEN, 2, EndReason.CALLED_OFF)
    assert "Avbokad: vikarien anmälde frånvaro. Ringde 05.40" in page(order)


def test_an_obstacle_that_may_be_passed_takes_a_reason(town, does):
    order, substitute = town.order(), town.substitute()
    booked_late(substitute)

    without = does("book", order, substitute=substitute.pk)
    assert without.status_code == 409
    assert "Får bara 8 tim vila" in text(without)
    assert not Booking.objects.filter(order=order).exists()

    does("book", order, substitute=substitute.pk, reason="Hon vill, och får vila på torsdag")
    assert Booking.objects.get(order=order).override_reason == "Hon vill, och får vila på torsdag"


def test_an_obstacle_that_may_not_be_passed_stays_whatever_the_reason(town, does):
    order, substitute = town.order(), town.substitute()
    BookingFactory(substitute=substitute, order__workplace=town.workplace)

    answer = does("book", order, substitute=substitute.pk, reason="Hon kan vara på två ställen")

    assert "Redan bokad" in text(answer)
    assert not Booking.objects.filter(order=order).exists()


def test_the_order_is_put_out_in_lediga_jobb_and_taken_in_again(town, does, page):
    order = town.order()

    does("advertise", order)
    assert "Ta ur Lediga jobb" in page(order)

    does("stop_advertising", order)
    assert not Advert.objects.filter(order=order, closed_at=None).exists()


def test_the_order_is_taken_away_with_a_reason(town, does):
    order = town.order()
    interest = InterestFactory(order=order, substitute=town.substitute())

    refused = does("cancel", order, note="")
    assert refused.status_code == 409

    does("cancel", order, note="Eva är frisk igen")
    order.refresh_from_db()
    interest.refresh_from_db()
    assert (order.status, interest.status) == (Order.Status.CANCELLED, Interest.Status.LAPSED)
    assert HistoryEntry.objects.of(order).get(action="order.cancel").data["note"] == "Eva är frisk igen"


def test_the_history_is_told_in_words(town, does, page):
    order, substitute = town.order(), town.substitute()
    does("advertise", order)
    does("book", order, substitute=substitute.pk)

    shown = page(order)

    assert "Utlagd i Lediga jobb" in shown
    assert f"<b>Bokad</b><small>{substitute}<br>" in shown


def test_an_order_that_is_over_has_nothing_to_do(town, page):
    shown = page(town.order(status=Order.Status.LAPSED, starts="2026-05-11 07:00", ends="2026-05-11 16:00"))

    assert "Blev obesatt" in shown
    assert "Boka" not in shown


def test_a_refusal_about_somebody_who_is_not_on_the_page_stands_first_on_it(town, does):
    stranger = SubstituteFactory()
    AgreementFactory(substitute=stranger, area=town.area)
    stranger.user.is_active = False
    stranger.user.save()

    answer = does("book", town.order(), substitute=stranger.pk)

    assert answer.status_code == 409
    assert text(answer).count("Kan inte bokas just nu") == 1


def test_an_ending_that_came_too_late_says_so_where_it_was_asked(town, does):
    order = town.order()
    does("book", order, substitute=town.substitute().pk)
    first = Booking.objects.get(order=order)
    does("end", order, booking=first.pk, reason="mistake", note="")
    does("book", order, substitute=town.substitute().pk)

    answer = does("end", order, booking=first.pk, reason="other", note="Från en gammal sida")

    assert text(answer).count("Bokningen är redan avslutad.") == 1
    assert "Från en gammal sida" in text(answer)
    assert Booking.objects.occupying().filter(order=order).exists()


def test_those_who_do_not_fit_are_explained_a_page_at_a_time(town, planner):
    order = town.order()
    order.competences.add(CompetenceFactory())
    for _person in range(51):
        town.substitute()
    address = reverse("order:inspect", args=[order.pk])

    asked = ({}, {"visa": "nej"}, {"visa": "nej", "sida": "2"})
    glance, first, second = (text(planner.get(address, each)) for each in asked)

    assert "Passar inte 51" in glance
    assert 'href="?visa=nej#nej"' in glance
    assert "Visa 46 till" in glance
    assert 'href="?visa=nej&amp;sida=2#nej"' in first
    assert [shown.count("Saknar giltig kompetens") for shown in (glance, first, second)] == [5, 50, 1]
    assert planner.get(address, {"sida": "²"}).status_code == 200


def test_why_somebody_stands_where_she_does_is_told(town, page):
    town.substitute(wished_weekly_hours=24)

    assert "Har avtal här. Får 9 tim den månaden, önskar 104 tim" in page(town.order())


def test_an_obstacle_says_from_when_it_would_be_none(town, page):
    booked_late(town.substitute())

    assert "Får bara 8 tim vila, behöver 11 tim, tidigast 10.00" in page(town.order())


def test_no_two_things_on_an_open_orders_page_share_a_key(town, page):
    booked_late(town.substitute())
    town.substitute()

    keys = re.findall(r'\sid="([^"]+)"', page(town.order()))

    assert [key for key in keys if keys.count(key) > 1] == []

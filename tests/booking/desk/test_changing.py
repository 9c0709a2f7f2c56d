"""A planner changes an order: the form as it stands, what follows, and what to do about whoever is booked."""

import pytest
from django.urls import reverse

from booking.models import Booking, EndReason, Enquiry, Interest, Order
from booking.operations import bookings
from tests.booking.desk.conftest import text
from tests.cast import NOW
from tests.factories.booking import BookingFactory, EnquiryFactory, InterestFactory


@pytest.fixture
def changes(planner):
    """`changes(order, starts="08:00")`: the form as it stands on the page, sent with these fields otherwise."""

    def send(order, **otherwise):
        address = reverse("order:change", args=[order.pk])
        form = planner.get(address).context["form"]
        stands = {field.html_name: field.value() for field in form}
        stands["competences"] = [competence.pk for competence in order.competences.all()]
        stands["workplace"], stands["occupation"], stands["reason"] = (
            getattr(order, f"{name}_id") for name in ("workplace", "occupation", "reason")
        )
        sent = {name: value for name, value in (stands | otherwise).items() if str(value) not in {"None", "False"}}
        return planner.post(address, sent)

    return send


def booked(town, **fields) -> Booking:
    return bookings.book(town.order(**fields), town.substitute(), by=town.planner, at=NOW)


def test_the_form_stands_as_the_order_does_and_sent_back_changes_nothing(town, changes):
    order = town.order(note="Ring porttelefonen")

    answer = changes(order)

    assert answer.url == reverse("order:inspect", args=[order.pk])
    before = (order.starts, order.ends, order.note, order.terms_version)
    order.refresh_from_db()
    assert (order.starts, order.ends, order.note, order.terms_version) == before


def test_another_time_voids_every_earlier_answer(town, changes):
    order = town.order()
    enquiry = EnquiryFactory(order=order, substitute=town.substitute())
    interest = InterestFactory(order=order, substitute=town.substitute())

    changes(order, starts="08:00")

    for row in (order, enquiry, interest):
        row.refresh_from_db()
    assert (order.round, order.terms_version) == (2, 2)
    assert (enquiry.status, interest.status) == (Enquiry.Status.WITHDRAWN, Interest.Status.LAPSED)


def test_other_words_leave_the_answers(town, changes):
    enquiry = EnquiryFactory(order=town.order(), substitute=town.substitute())

    changes(enquiry.order, text="Ta med ID-kort")

    enquiry.refresh_from_db()
    assert enquiry.status == Enquiry.Status.SENT


def test_whoever_is_booked_keeps_it_if_she_can(town, changes, page):
    booking = booked(town)

    changes(booking.order, ends="17:00")

    booking.refresh_from_db()
    assert booking.ended_at is None
    assert booking.ends == Order.objects.get().ends
    assert f"{booking.substitute} kommer" in page(booking.order)


@pytest.fixture
def tired(town) -> Booking:
    """She is booked, and works elsewhere until eight hours before an earlier start."""
    booking = booked(town, starts="2026-05-13 12:00", ends="2026-05-13 20:00")
    late = town.order("2026-05-12 14:00", "2026-05-12 23:00", status=Order.Status.BOOKED)
    BookingFactory(order=late, substitute=booking.substitute)
    return booking


def test_if_she_no_longer_can_nothing_is_changed_and_the_choice_is_asked_for(tired, changes):
    answer = changes(tired.order, starts="07:00", text="Ta med ID-kort")

    shown = text(answer)
    assert answer.status_code == 409
    assert "Får bara 8 tim vila, behöver 11 tim" in shown
    assert f"Släpp {tired.substitute} och sök ny" in shown
    assert "Ändra med skäl" in shown
    assert "Ta med ID-kort" in shown
    assert Order.objects.get(pk=tired.order_id).starts == tired.order.starts


def test_she_is_let_go_and_somebody_else_is_searched_for(tired, changes):
    changes(tired.order, starts="07:00", let_go="on")

    tired.refresh_from_db()
    assert tired.end_reason == EndReason.TERMS_CHANGED
    assert Order.objects.get(pk=tired.order_id).status == Order.Status.OPEN


def test_or_a_reason_keeps_her(tired, changes):
    changes(tired.order, starts="07:00", why="Hon vill")

    tired.refresh_from_db()
    assert (tired.ended_at, tired.override_reason) == (None, "Hon vill")


def test_scenario_25_a_change_from_an_old_page_does_not_move_somebody_booked_a_second_ago(town, changes):
    booking = booked(town)

    answer = changes(booking.order, seen_booking=None, starts="08:00")

    assert answer.status_code == 409
    assert f"{booking.substitute} har just fått passet." in text(answer)
    assert f'name="seen_booking" value="{booking.pk}"' in text(answer)
    assert Order.objects.get().starts == booking.starts


def test_of_two_who_change_the_second_is_told(town, changes):
    order = town.order()

    answer = changes(order, seen_version="0", starts="08:00")

    assert answer.status_code == 409
    assert "Någon har ändrat passet sedan du öppnade sidan." in text(answer)


def test_what_is_wrong_is_told_at_its_field(town, changes):
    answer = changes(town.order(), day="2026-05-11")

    assert answer.status_code == 422
    assert "Dagen har varit." in text(answer)


def test_a_shift_that_has_begun_may_still_end_later(town, changes):
    order = town.order(starts="2026-05-12 05:00", ends="2026-05-12 12:00")

    assert changes(order, ends="13:00").status_code == 302


def test_an_order_of_another_area_is_not_changed(town, elsewhere, planner):
    address = reverse("order:change", args=[elsewhere.order().pk])

    assert planner.get(address).status_code == 404
    assert planner.post(address, {"starts": "08:00"}).status_code == 404

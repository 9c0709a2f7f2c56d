"""A manager changes an order."""

import pytest
from django.urls import reverse
from django.utils.timezone import localtime

from booking.models import Booking, EndReason, Order
from booking.operations import bookings
from tests.booking.manager.reading import text
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory, InterestFactory
from tests.page_checks import assert_valid_html


def page_of(order):
    return reverse("booking:change_order", args=[order.pk])


@pytest.fixture
def sent():
    """`sent(order, starts="08:00", …)`: the form as her browser fills it in, and what she changes."""

    def form(order, **changed):
        starts, ends = localtime(order.starts), localtime(order.ends)
        held = Booking.objects.occupying().filter(order=order).first()
        return {
            "workplace": order.workplace_id, "occupation": order.occupation_id, "reason": order.reason_id,
            "day": f"{starts:%Y-%m-%d}", "starts": f"{starts:%H:%M}", "ends": f"{ends:%H:%M}",
            "break_minutes": order.break_minutes, "reference": order.reference, "text": order.text,
            "note": order.note, "contact": order.contact, "seen_version": order.terms_version,
            "seen_booking": held.pk if held else "",
        } | changed  # fmt: skip

    return form


def test_the_form_opens_as_the_order_stands_and_says_what_it_leads_to(town, manager):
    order = town.order(text="Lugn avdelning")
    booking = bookings.book(order, town.substitute(), by=town.planner, at=NOW)

    page = text(manager.get(page_of(order)))

    assert 'value="2026-05-13"' in page
    assert "Lugn avdelning" in page
    assert f"{booking.substitute} är bokad." in page
    assert "gäller inga tidigare svar" in page
    assert_valid_html(page)


def test_other_words_leave_every_answer(town, manager, sent):
    interest = InterestFactory(order=town.order(), substitute=town.substitute())

    answer = manager.post(page_of(interest.order), sent(interest.order, text="Ta med skor"))

    interest.refresh_from_db()
    assert answer.url == reverse("booking:order", args=[interest.order_id])
    assert (interest.order.text, interest.status) == ("Ta med skor", "registered")


def test_another_time_asks_anew(town, manager, sent):
    interest = InterestFactory(order=town.order(), substitute=town.substitute())

    manager.post(page_of(interest.order), sent(interest.order, starts="08:00"))

    interest.refresh_from_db()
    assert interest.order.starts == at("2026-05-13 08:00")
    assert (interest.order.round, interest.status) == (2, "lapsed")


def test_whoever_is_booked_keeps_it_if_she_can(town, manager, sent):
    order = town.order()
    booking = bookings.book(order, town.substitute(), by=town.planner, at=NOW)

    manager.post(page_of(order), sent(order, ends="17:00"))

    booking.refresh_from_db()
    assert (booking.ended_at, booking.ends) == (None, at("2026-05-13 17:00"))


@pytest.fixture
def clashing(town):
    """A booked order, whose holder works elsewhere from 17.00."""
    order, substitute = town.order(), town.substitute(user__last_name="Hassan")
    bookings.book(order, substitute, by=town.planner, at=NOW)
    BookingFactory(order=town.order("2026-05-13 17:00", "2026-05-13 19:00"), substitute=substitute)
    return order


def test_whoever_cannot_is_named_with_the_reason_and_nothing_is_changed(clashing, manager, sent):
    answer = manager.post(page_of(clashing), sent(clashing, ends="18:00", text="Ta med skor"))

    page = text(answer)
    assert answer.status_code == 409
    assert "Redan bokad onsdag 13 maj 17.00–19.00" in page
    assert "Hassan och sök ny" in page
    assert "Ta med skor" in page
    clashing.refresh_from_db()
    assert clashing.ends == at("2026-05-13 16:00")
    assert_valid_html(page)


def test_she_lets_her_go_and_seeks_anew(clashing, manager, sent):
    manager.post(page_of(clashing), sent(clashing, ends="18:00", let_go="on"))

    clashing.refresh_from_db()
    assert (clashing.status, clashing.ends) == (Order.Status.OPEN, at("2026-05-13 18:00"))
    assert Booking.objects.get(order=clashing).end_reason == EndReason.TERMS_CHANGED


def test_whoever_got_it_meanwhile_is_told_before_anything_is_changed(town, manager, sent):
    order = town.order()
    stale = sent(order, starts="08:00")
    bookings.book(order, town.substitute(), by=town.planner, at=NOW)

    answer = manager.post(page_of(order), stale)

    assert answer.status_code == 409
    assert "har just fått passet. Kontrollera och försök igen." in text(answer)


def test_two_who_change_it_at_the_same_time_are_told(town, manager, sent):
    order = town.order()
    stale = sent(order, starts="08:00")
    manager.post(page_of(order), sent(order, starts="09:00"))

    assert "Någon har ändrat passet sedan du öppnade sidan." in text(manager.post(page_of(order), stale))


def test_sent_twice_in_other_words_is_one_change(town, manager, sent):
    order = town.order()
    form = sent(order, text="Ta med skor")

    for _again in range(2):
        assert manager.post(page_of(order), form).status_code == 302


def test_what_is_wrong_stands_at_its_field(town, manager, sent):
    order = town.order()

    answer = manager.post(page_of(order), sent(order, day="2027-03-28", starts="02:30"))

    assert answer.status_code == 422
    assert "Klockan 02.30 finns inte natten till den 28 mars." in text(answer)
    assert_valid_html(text(answer))


def test_words_of_a_shift_that_starts_at_once_may_be_changed(town, manager, sent):
    order = town.order("2026-05-12 05:50", "2026-05-12 14:00")

    assert manager.post(page_of(order), sent(order, contact="Jonas")).status_code == 302
    assert manager.post(page_of(order), sent(order, starts="05:55")).status_code == 422


def test_what_is_over_is_not_changed(town, manager):
    order = town.order("2026-05-01 07:00", "2026-05-01 16:00", status=Order.Status.COMPLETED)

    assert manager.get(page_of(order)).status_code == 302


def test_another_workplaces_order_is_not_hers_to_change(elsewhere, manager, sent):
    order = elsewhere.order()

    assert manager.get(page_of(order)).status_code == 404
    assert manager.post(page_of(order), sent(order, text="X")).status_code == 404


def test_it_moves_to_her_own_workplaces_only(town, elsewhere, manager, sent):
    order = town.order()

    answer = manager.post(page_of(order), sent(order, workplace=elsewhere.workplace.pk))

    assert answer.status_code == 422
    assert elsewhere.workplace.name not in text(answer)

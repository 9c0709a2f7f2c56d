"""The whole history of an order: who did what and when, what it was before, and how each message went."""

import pytest
from django.urls import reverse

from booking.models import Call, EndReason
from booking.operations import bookings, calls, changing, enquiries
from messaging.models import Message
from tests.booking.desk.conftest import text
from tests.cast import NOW, at
from tests.factories.people import CompetenceFactory


@pytest.fixture
def history(planner):
    """`history(order)`: what stands on the page of it."""
    return lambda order, **asked: text(planner.get(reverse("order:history", args=[order.pk]), asked))


def test_a_change_tells_what_it_was_and_what_it_is(town, history):
    order, licence = town.order(), CompetenceFactory(name="körkort B")
    said = {"starts": at("2026-05-13 08:00"), "break_minutes": 30, "allow_direct": True, "enquiry_mode": "best"}
    changing.change(order, said, competences=[licence], by=town.planner, at=NOW)

    shown = history(order)

    assert "Börjar: onsdag 13 maj 07.00 → onsdag 13 maj 08.00" in shown
    assert "Rast, minuter: Ingen rast → 30 minuter" in shown
    assert "Krav på kompetens: inga → körkort B" in shown
    assert "Portalen får tillsätta: nej → ja" in shown
    assert f"Tisdag 12 maj 2026 05.45, {town.planner}" in shown


def test_words_that_may_name_people_are_not_kept_in_it(town, history):
    order = town.order(reference="Anita på plan 2")
    changing.change(order, {"reference": "Bertil på plan 3"}, by=town.planner, at=NOW)

    shown = history(order)

    assert "Ändrad: vem som ersätts" in shown
    assert "Anita" not in shown
    assert "Bertil" not in shown


def test_each_message_stands_there_with_how_it_went_and_never_its_text(town, history):
    order, her = town.order(), town.substitute()
    enquiries.ask(order, [her], by=town.planner, at=NOW, answer_by=at("2026-05-12 12:00"))
    Message.objects.update(due_at=NOW, status=Message.Status.FAILED, body="Hemligt 174")

    shown = history(order)

    assert "Förfrågan" in shown
    assert f"Till {her}" in shown
    assert "Sms: kom inte fram" in shown
    assert "Hemligt 174" not in shown


def test_a_call_is_told_with_whom_it_was_to(town, history, page):
    order, her = town.order(), town.substitute()
    calls.note(order, her, Call.Outcome.NO_ANSWER, by=town.planner, at=NOW)

    assert "Samtal: svarade inte" in history(order)
    assert str(her) in page(order)


def test_it_is_paged_and_the_orders_own_page_has_the_latest(town, history, page):
    order = town.order()
    for n in range(45):
        changing.change(order, {"text": f"Nummer {n}"}, by=town.planner, at=NOW)

    assert page(order).count("Ändrad: meddelande till vikarien") == 6
    assert "39 till" in page(order)
    assert history(order).count("Ändrad: meddelande till vikarien") == 40
    assert history(order, sida="2").count("Ändrad: meddelande till vikarien") == 5


def test_an_order_of_another_area_has_no_history(elsewhere, planner):
    assert planner.get(reverse("order:history", args=[elsewhere.order().pk])).status_code == 404


def test_an_order_with_nothing_written_of_it_was_placed(town, history):
    assert f", {town.manager}" in history(town.order())


def test_as_many_questions_for_a_long_history_as_for_a_short(town, planner, django_assert_max_num_queries):
    order, longer = town.order(), town.order("2026-05-14 07:00", "2026-05-14 16:00")
    for _n in range(20):
        booking = bookings.book(longer, town.substitute(), by=town.planner, at=NOW)
        bookings.end(booking, by=town.planner, at=NOW, reason=EndReason.OTHER)
        longer.refresh_from_db()
    planner.get(reverse("order:history", args=[order.pk]))

    with django_assert_max_num_queries(45) as few:
        planner.get(reverse("order:history", args=[order.pk]))
    with django_assert_max_num_queries(45) as many:
        planner.get(reverse("order:history", args=[longer.pk]))

    assert len(many) <= len(few) + 2  # copies of messages, and one page of rows


def test_an_advert_is_told_by_whoever_put_it_out(town, history, does):
    order = town.order()
    does("advertise", order)

    assert "Utlagd i Lediga jobb</b>" in history(order)

"""A manager orders."""

import uuid

from django.urls import reverse

from booking.models import Advert, Order
from booking.operations import bookings
from tests.booking.manager.reading import text
from tests.cast import NOW, at
from tests.factories.people import CompetenceFactory
from tests.page_checks import assert_valid_html

NEW = reverse("booking:new_order")


def test_an_order_is_placed_and_shown_in_lediga_jobb(manager, town, filled_in):
    answer = manager.post(NEW, filled_in())

    order = Order.objects.get()
    assert answer["Location"] == reverse("booking:order", args=[order.pk])
    assert (order.placed_by, order.status) == (town.manager, Order.Status.OPEN)
    assert Advert.objects.filter(order=order, closed_at=None).exists()


def test_she_may_leave_it_to_the_planner_to_find_somebody(manager, filled_in):
    manager.post(NEW, filled_in(advertise=""))

    assert Order.objects.exists()
    assert not Advert.objects.exists()


def test_the_same_form_sent_twice_is_one_order(manager, filled_in):
    form = filled_in()

    first, second = manager.post(NEW, form), manager.post(NEW, form)

    assert first["Location"] == second["Location"]
    assert Order.objects.count() == 1


def test_the_same_form_sent_again_after_the_booking_leads_to_the_order(manager, town, filled_in):
    form = filled_in()
    manager.post(NEW, form)
    bookings.book(Order.objects.get(), town.substitute(), by=town.planner, at=NOW)

    assert manager.post(NEW, form).status_code == 302


def test_what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost(manager, filled_in):
    shown = text(manager.post(NEW, filled_in(day="2026-05-11", text="Ta med jacka", reference="Anita")))

    assert "Dagen har varit. Välj en dag som kommer." in shown
    assert "Ta med jacka" in shown
    assert 'value="Anita"' in shown
    assert not Order.objects.exists()
    assert_valid_html(shown)


def test_the_question_of_which_time_is_shown_only_when_it_is_asked(manager, filled_in):
    asked = text(manager.post(NEW, filled_in(day="2027-10-31", starts="02:30")))

    assert "starts_which" in asked
    assert "ends_which" not in asked
    assert "starts_which" not in text(manager.get(NEW))
    assert_valid_html(asked)


def test_her_only_workplace_and_her_name_are_filled_in(manager, town):
    shown = text(manager.get(NEW))

    assert f'<input type="hidden" name="workplace" value="{town.workplace.pk}"' in shown
    assert town.manager.get_full_name() in shown


def test_another_workplace_is_refused_without_a_word_of_it(manager, elsewhere, filled_in):
    shown = text(manager.post(NEW, filled_in(workplace=elsewhere.workplace.pk)))

    assert "Välj i listan." in shown
    assert elsewhere.workplace.name not in shown
    assert not Order.objects.exists()


def test_a_copy_starts_from_what_was_ordered(manager, town):
    source = town.order(reference="Anita", text="Lugn avdelning", break_minutes=20)
    source.competences.add(competence := CompetenceFactory())

    form = manager.get(NEW, {"kopia": source.pk}).context["form"]

    assert form["workplace"].value() == town.workplace.pk
    assert (form["reference"].value(), form["text"].value()) == ("Anita", "Lugn avdelning")
    assert (form["near"].value(), form["starts"].value().isoformat()) == ("2026-05-13", "07:00:00")
    assert list(form["competences"].value()) == [competence.pk]


def test_a_copy_of_what_has_been_asks_for_the_day(manager, town):
    source = town.order("2026-05-01 07:00", "2026-05-01 16:00")

    assert manager.get(NEW, {"kopia": source.pk}).context["form"]["day"].value() is None


def test_a_copy_is_made_of_her_own_orders_only(manager, elsewhere):
    for key in (elsewhere.order().pk, uuid.uuid4(), "nonsens"):
        assert manager.get(NEW, {"kopia": key}).status_code == 404


def test_the_order_keeps_the_times_of_the_clock(manager, filled_in):
    manager.post(NEW, filled_in(starts="21:00", ends="07:00"))

    order = Order.objects.get()
    assert (order.starts, order.ends) == (at("2026-05-13 21:00"), at("2026-05-14 07:00"))

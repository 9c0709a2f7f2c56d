"""A planner asks one, or all who fit, and decides how long the answer is waited for."""

from datetime import timedelta

from booking.forms.asking import sensible_time
from booking.models import Enquiry
from tests.booking.desk.conftest import text
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory


def test_one_is_asked(town, does):
    order, asked, _other = town.order(), town.substitute(), town.substitute()

    does("ask", order, substitute=asked.pk, minutes=60)

    enquiry = Enquiry.objects.get()
    assert (enquiry.substitute, enquiry.asked_by) == (asked, town.planner)
    assert enquiry.answer_by == NOW + timedelta(hours=1)


def test_all_who_fit_are_asked_and_nobody_else(town, does):
    order, fits = town.order(), {town.substitute(), town.substitute()}
    BookingFactory(substitute=town.substitute(), order__workplace=town.workplace)

    does("ask", order, minutes=120)

    assert {enquiry.substitute for enquiry in Enquiry.objects.all()} == fits


def test_asking_all_again_asks_only_those_who_came_later(town, does):
    order, _first = town.order(), town.substitute()
    does("ask", order, minutes=60)
    town.substitute()

    does("ask", order, minutes=60)

    assert Enquiry.objects.count() == 2


def test_who_is_asked_is_shown_with_the_time_and_is_not_asked_twice(town, does, page):
    order, substitute = town.order(), town.substitute()
    does("ask", order, substitute=substitute.pk, minutes=60)

    shown = page(order)

    assert "Frågad, svarar senast 06.45" in shown
    assert f'name="substitute" value="{substitute.pk}">Fråga' not in shown


def test_half_the_time_that_is_left_is_sensible_but_two_hours_are_enough(town):
    soon = town.order(starts="2026-05-12 06:45", ends="2026-05-12 12:00")
    later = town.order(starts="2026-05-14 07:00", ends="2026-05-14 16:00")

    assert sensible_time(soon, now=NOW) == timedelta(minutes=30)
    assert sensible_time(later, now=NOW) == timedelta(hours=2)


def test_no_answer_is_waited_for_into_the_last_quarter_of_an_hour(town, page):
    shown = page(town.order(starts="2026-05-12 06:45", ends="2026-05-12 12:00"))

    assert "30 min, till 06.15" in shown
    assert "till 06.45" not in shown


def test_a_shift_that_has_begun_is_not_asked_about_and_says_so(town, does):
    begun = town.order(starts="2026-05-12 05:00", ends="2026-05-12 12:00")

    answer = does("ask", begun, minutes=1)

    assert answer.status_code == 409
    assert "Passet är inte längre ledigt." in text(answer)


def test_somebody_of_another_area_is_not_asked(town, elsewhere, does):
    order = town.order()

    assert does("ask", order, substitute=elsewhere.substitute().pk, minutes=60).status_code == 404
    assert not Enquiry.objects.exists()
    assert order.starts == at("2026-05-13 07:00")

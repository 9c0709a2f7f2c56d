"""A planner asks one, or all who fit, and decides how long the answer is waited for."""

import re
from datetime import timedelta

import time_machine
from django.urls import reverse

from booking.forms.asking import sensible_time
from booking.models import Asking, Enquiry, Policy
from tests.booking.desk.conftest import text
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory


def test_one_is_asked(town, does):
    order, asked, _other = town.order(), town.substitute(), town.substitute()

    does("ask", order, substitute=asked.pk, minutes=60)

    enquiry = Enquiry.objects.get()
    assert (enquiry.substitute, enquiry.asked_by) == (asked, town.planner)
    assert enquiry.answer_by == at("2026-05-12 07:00")  # an hour after the quiet hours, which end at six


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

    assert "Frågad, svarar senast 07.00" in shown
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


def urgent(town):
    return town.order(starts="2026-05-12 16:00", ends="2026-05-12 22:00")


def test_all_who_fit_are_asked_some_at_a_time(town, does, page):
    order = urgent(town)
    for _person in range(5):
        town.substitute()

    answer = does("ask_in_waves", order, whom="all", size=2)

    assert answer.status_code == 302
    asking = Asking.objects.get()
    assert (asking.wave_size, asking.waves, asking.started_by) == (2, 1, town.planner)
    assert Enquiry.objects.count() == 2
    assert "Frågat 2: 2 väntar. Nästa omgång" in page(order)


def test_the_size_of_a_wave_is_the_policys_until_she_says_otherwise(town, page):
    Policy.objects.create(area=town.area, wave_size=4)
    town.substitute()

    assert re.search(r'name="size" value="4"', page(town.order()))


def test_those_ticked_are_asked_and_nobody_else(town, does):
    order, first, second, _other = urgent(town), town.substitute(), town.substitute(), town.substitute()

    does("ask_in_waves", order, whom="chosen", chosen=[second.pk, first.pk], size=1)

    by_turn = Enquiry.objects.order_by("rank").values_list("substitute", "status")
    assert list(by_turn) == [(second.pk, Enquiry.Status.SENT), (first.pk, Enquiry.Status.QUEUED)]


def test_nobody_ticked_is_a_slip_that_is_told(town, does):
    town.substitute()

    answer = does("ask_in_waves", town.order(), whom="chosen", size=3)

    assert answer.status_code == 409
    assert "Kryssa för dem som ska frågas." in text(answer)
    assert not Enquiry.objects.exists()


def test_what_was_ticked_is_still_ticked_after_a_refusal(town, does):
    ticked = town.substitute()

    answer = does("ask_in_waves", town.order(), whom="chosen", chosen=[ticked.pk], size=0)

    assert f'value="{ticked.pk}" checked' in text(answer)


def test_a_double_click_starts_one_drive(town, does):
    order = urgent(town)
    town.substitute()

    answers = [does("ask_in_waves", order, whom="all", size=3).status_code for _click in range(2)]

    assert answers == [302, 302]
    assert Asking.objects.count() == 1
    assert Enquiry.objects.count() == 1


def test_those_ticked_on_an_old_page_are_not_silently_left_out(town, does, planner):
    order, first, late = town.order(), town.substitute(), town.substitute()
    does("ask_in_waves", order, whom="chosen", chosen=[first.pk], size=3)

    does("ask_in_waves", order, whom="chosen", chosen=[late.pk], size=3)

    shown = text(planner.get(reverse("order:inspect", args=[order.pk])))
    assert "1 av de valda är inte frågad, eftersom omgångar redan pågår." in shown


def test_in_quiet_hours_she_is_told_when_the_sms_leaves(town, planner, does):
    order = town.order(starts="2026-05-14 07:00", ends="2026-05-14 16:00")
    town.substitute()

    does("ask_in_waves", order, whom="all", size=3)

    shown = text(planner.get(reverse("order:inspect", args=[order.pk])))
    assert "Förfrågningarna väntar. Sms går ut 06.00." in shown
    assert "Väntar till 06.00." in shown


def test_one_asked_in_quiet_hours_is_asked_at_six(town, planner, does):
    order, substitute = town.order(starts="2026-05-14 07:00", ends="2026-05-14 16:00"), town.substitute()

    does("ask", order, substitute=substitute.pk, minutes=120)

    shown = text(planner.get(reverse("order:inspect", args=[order.pk])))
    assert "Förfrågan är skickad till 1. Sms går ut 06.00." in shown


def test_a_shift_that_is_too_near_is_called_about_instead(town, planner, does):
    order = town.order(starts="2026-05-12 06:45", ends="2026-05-12 12:00")
    town.substitute()

    does("ask_in_waves", order, whom="all", size=3)

    shown = text(planner.get(reverse("order:inspect", args=[order.pk])))
    assert "vikarierna rings" in shown
    assert not Enquiry.objects.exists()


def test_somebody_of_another_area_is_not_ticked(town, elsewhere, does):
    order = town.order()

    answer = does("ask_in_waves", order, whom="chosen", chosen=[elsewhere.substitute().pk], size=3)

    assert answer.status_code == 404
    assert not Enquiry.objects.exists()


def test_late_in_the_evening_the_time_to_answer_is_tomorrows(town, planner, does):
    order, substitute = town.order(starts="2026-05-20 07:00", ends="2026-05-20 16:00"), town.substitute()
    with time_machine.travel(at("2026-05-12 23:10"), tick=False):
        assert "2 timmar, till i morgon 08.00" in text(planner.get(reverse("order:inspect", args=[order.pk])))
        assert does("ask", order, substitute=substitute.pk, minutes=120).status_code == 302

    assert Enquiry.objects.get().answer_by == at("2026-05-13 08:00")

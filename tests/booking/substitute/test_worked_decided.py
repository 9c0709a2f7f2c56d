"""What she reads of a shift's time once it is decided, and how she objects to it."""

import time_machine
from django.urls import reverse

from booking.models import PlannerTask
from booking.operations import attendance, pay_periods, worked_time
from booking.operations.worked_time import Told
from booking.period import Period
from booking.weeks import Month
from tests.booking.substitute.reading import text
from tests.cast import NOW, at
from tests.page_checks import assert_valid_html

LIST, START = reverse("booking:bookings"), "/min-sida/"
TIME = {"starts": "07:00", "ends": "17:15", "break_minutes": "45", "note": "Dagfrid var sen.", "said": "0"}


def answer(town, yesterdays, ends="2026-05-11 15:00"):
    return worked_time.answer(yesterdays, Told(Period(yesterdays.starts, at(ends)), 45), by=town.manager, at=NOW)


def test_as_she_said_it_is_approved_by_whom(town, phone, does, yesterdays, page):
    does("confirm_time", seen=1, said=0)
    attendance.attest(yesterdays, by=town.manager, at=NOW)

    shown = text(phone.get(page))

    assert "Godkänd" in shown
    assert f"Bekräftad tisdag 12 maj 05.45 av {town.manager}" in shown


def test_another_time_than_hers_shows_both_and_a_way_to_object(town, phone, does, yesterdays, page):
    does("say_time", **TIME)
    answer(town, yesterdays)

    shown = text(phone.get(page))

    assert "Godkänd med annan tid" in shown
    assert "Arbetsplatsen har skrivit: 07.00–15.00, rast 45 min" in shown
    assert "Du skrev: 07.00–17.15, rast 45 min (−2 tim 15 min mot det)" in shown
    assert "Säg emot" in shown
    assert_valid_html(phone.get(page).content.decode())


def test_what_she_objects_goes_to_a_planner_in_her_words(town, phone, does, yesterdays, page):
    answer(town, yesterdays)
    objection = phone.get(reverse("booking:object_to_time", args=[yesterdays.pk]))
    assert_valid_html(objection.content.decode())

    assert "Skriv vad som inte stämmer." in text(does("object_to_time", note=""))
    answered = does("object_to_time", note="Jag gick 16.")

    assert "Bemanningen får veta" in answered.content.decode()
    assert PlannerTask.objects.waiting().get().facts == {"note": "Jag gick 16."}


def test_what_a_planner_has_corrected_is_told_as_that(town, phone, yesterdays, page):
    answer(town, yesterdays)
    told = Told(Period(yesterdays.starts, at("2026-05-11 15:30")), 45)
    worked_time.correct(yesterdays, told, reason="Passerkortet.", by=town.planner, at=NOW)

    shown = text(phone.get(page))

    assert "Rättad" in shown
    assert "Bemanningen har skrivit: 07.00–15.30" in shown


def test_a_shift_that_she_is_said_to_have_missed_can_be_objected_to(town, phone, does, yesterdays, page):
    attendance.did_not_come(yesterdays, missed=True, by=town.manager, at=NOW)
    assert "Arbetsplatsen har skrivit att du inte kom." in text(phone.get(page))

    does("object_to_time", note="Jag var där.")

    assert PlannerTask.objects.waiting().get().kind == "time_disputed"


def test_of_a_closed_period_she_says_nothing_but_may_object(town, phone, does, yesterdays, page):
    june = at("2026-06-03 08:00")
    with time_machine.travel(june, tick=False):
        pay_periods.close(Month.named("2026-05"), by=town.planner, at=june)

        shown = text(phone.get(page))
        assert "Stängd" in shown
        assert "Ja, det stämmer" not in shown + text(phone.get(LIST)) + text(phone.get(START))
        assert "Löneperioden är stängd." in text(does("confirm_time", seen=1, said=0))
        does("object_to_time", note="Jag jobbade till 17.")

    assert PlannerTask.objects.waiting().get().facts == {"note": "Jag jobbade till 17."}


def test_what_is_not_approved_is_changed_and_not_objected_to(does, phone, yesterdays, page):
    assert phone.get(reverse("booking:object_to_time", args=[yesterdays.pk])).url == page
    assert "Ändra den i stället." in text(does("object_to_time", note="Nej"))

"""The day is tapped on, and the form says what the order comes to and what happens to it."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from booking.models import Order, Policy
from booking.operations import bookings
from tests.booking.manager.reading import text
from tests.cast import NOW, at
from tests.factories.people import WorkplaceFactory
from tests.page_checks import assert_valid_html

NEW, FORETELL = reverse("booking:new_order"), reverse("booking:foretell_order")


def starts():
    return sorted(Order.objects.values_list("starts", flat=True))


def test_a_day_tapped_on_is_the_day_whatever_else_is_written(manager, filled_in):
    manager.post(NEW, filled_in(near="2026-05-14", day="2026-06-30"))

    assert starts() == [at("2026-05-14 07:00")]


def test_any_other_day_is_written(manager, filled_in):
    manager.post(NEW, filled_in(near="annan", day="2026-06-30"))

    assert starts() == [at("2026-06-30 07:00")]


def test_more_days_are_tapped_on_and_each_is_an_order(manager, filled_in):
    manager.post(NEW, filled_in(near="2026-05-13", also=["2026-05-13", "2026-05-15"], day_2="2026-07-01"))

    assert starts() == [at(f"2026-{day} 07:00") for day in ("05-13", "05-15", "07-01")]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"near": "2026-05-11"}, "Dagen har varit. Välj en dag som kommer."),
        ({"near": "annan", "day": ""}, "Välj en dag."),
        ({"near": "snart"}, "Välj en dag."),
        ({"near": "2026-05-13", "also": ["2026-05-11"]}, "En av dagarna har varit. Välj dagar som kommer."),
        ({"reason": ""}, "Välj en orsak."),
    ],
)
def test_what_cannot_be_is_said_and_nothing_typed_is_lost(manager, filled_in, changes, words):
    page = text(manager.post(NEW, filled_in(text="Ta med skor") | changes))

    assert words in page
    assert "Ta med skor" in page
    assert_valid_html(page)
    assert not Order.objects.exists()


def test_folds_are_closed_until_they_hold_something(manager, filled_in):
    assert text(manager.get(NEW)).count('<details class="acc">') == 2
    page = text(manager.post(NEW, filled_in(reason="", also=["2026-05-15"], break_minutes="20")))

    assert page.count('<details class="acc" open>') == 2
    assert text(manager.post(NEW, filled_in(day_2="2026-05-11"))).count('<details class="more" open>') == 1


def test_a_start_too_soon_is_met_with_the_nearest_that_will_do(manager, filled_in):
    form = filled_in(near="2026-05-12", starts="06:00", ends="10:00", text="Ta med skor")

    page = text(manager.post(NEW, form))

    assert "En beställning läggs minst 30 min före passet. Tidigast 06.15." in page
    assert 'data-clock="06:20" data-day="2026-05-12">Använd 06.20</button>' in page
    assert_valid_html(page)
    again = manager.post(NEW, form | {"tidigast": "1"})
    assert again.context["form"]["starts"].value() == "06:20"
    assert "Ta med skor" in text(again)
    assert not Order.objects.exists()
    with time_machine.travel(NOW + timedelta(minutes=2), tick=False):
        manager.post(NEW, form | {"starts": "06:20"})
    assert starts() == [at("2026-05-12 06:20")]


def test_nothing_is_proposed_for_a_shift_that_is_over_by_then(manager, filled_in):
    form = filled_in(near="2026-05-12", starts="05:50", ends="06:15", break_minutes="0")

    page = text(manager.post(NEW, form | {"tidigast": "1"}))

    assert "Tidigast 06.15." in page
    assert "data-clock" not in page


def foretold(manager, form):
    return text(manager.post(FORETELL, form, headers={"HX-Request": "true"}))


def test_the_form_says_what_it_comes_to_before_it_is_sent(manager, filled_in):
    said = foretold(manager, filled_in(near="2026-05-13", also=["2026-05-14"], seats="2", reason=""))

    assert "2 vikarier i morgon och torsdag 14 maj 07.00–16.00" in said
    assert "Torsdag 14 maj är röd dag: Kristi himmelsfärdsdag." in said
    assert "Bemanningen bestämmer vem som får passet." in said
    assert not Order.objects.exists()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"allow_direct": "on"}, "Portalen tillsätter passet själv, enligt regelverket."),
        ({"near": "2026-05-12", "starts": "06:30"}, "Passet börjar så snart att vikarier rings i turordning."),
        ({"near": "2026-05-12", "starts": "05:50"}, "Tidigast 06.15."),
        ({"starts": ""}, "Välj dag och tid, så står det här."),
        ({"also": [f"2026-05-{day}" for day in range(14, 20)]}, "1 vikarie 7 dagar 07.00–16.00"),
    ],
)
def test_it_says_what_happens_then(manager, filled_in, changes, words):
    assert words in foretold(manager, filled_in(near="2026-05-13") | changes)


def test_a_time_that_never_comes_foretells_nothing(manager, filled_in):
    assert "1 vikarie" not in foretold(manager, filled_in(near="annan", day="2027-03-28", starts="02:30"))


def test_where_there_are_several_workplaces_one_is_chosen_first(manager, town, filled_in):
    second = WorkplaceFactory(area=town.area, name="Älvgården")
    town.manager.role_assignments.create(role="ordering_manager", workplace=second)

    assert "Bemanningen bestämmer" not in foretold(manager, filled_in(workplace=""))
    assert '<select name="workplace"' in text(manager.get(NEW))


def test_the_occupation_that_she_ordered_last_is_filled_in(manager, town):
    town.order("2026-05-20 07:00", "2026-05-20 16:00")

    assert manager.get(NEW).context["form"]["occupation"].value() == town.occupation.pk


def test_a_day_in_the_address_is_chosen_and_a_wrong_one_is_not(manager):
    assert manager.get(NEW, {"dag": "2026-05-14"}).context["form"]["near"].value() == "2026-05-14"
    assert manager.get(NEW, {"dag": "snart"}).context["form"]["near"].value() == "2026-05-12"


def test_without_a_lead_a_manager_is_offered_the_next_minutes(manager, town, filled_in):
    Policy.objects.create(area=town.area, order_min_lead=timedelta())

    page = text(manager.post(NEW, filled_in(near="2026-05-12", starts="05:45", ends="10:00")))

    assert "Passet måste börja senare än nu." in page
    assert "Använd 05.50" in page


def test_the_nights_when_the_clock_changes_foretell_nothing_from_a_copy(manager, town):
    source = town.order("2026-05-20 02:30", "2026-05-20 09:00")
    bookings.book(source, town.substitute(), by=town.planner, at=NOW)

    page = manager.get(NEW, {"kopia": source.pk, "dag": "2027-03-28"})

    assert page.context["foretold"].sentence == ""

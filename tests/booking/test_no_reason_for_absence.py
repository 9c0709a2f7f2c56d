"""Why somebody is away is kept nowhere: no field asks it, no choice says it, and what is sent along goes nowhere."""

import re

import pytest
from django.apps import apps
from django.core import serializers
from django.urls import reverse

from booking.models import Absence, Booking, PlannerTask
from messaging.models import Message
from people.models import HistoryEntry
from tests.cast import at
from tests.factories.booking import BookingFactory

OURS = ("home", "portal", "intyg", "booking", "messaging", "people")
REASONS = re.compile(r"sjuk|\bvab\b|vård av|föräldra|gravid|läkar|\bill\b|sick\b|illness|diagnos", re.IGNORECASE)
PLANTED = "magsjukan på förskolan"
WRITTEN_OF_HER = (Absence, Booking, PlannerTask, HistoryEntry, Message)


def test_an_absence_has_its_span_and_how_it_ends_and_nothing_else():
    fields = {field.name for field in Absence._meta.concrete_fields}

    assert fields == {"id", "substitute", "kind", "starts", "ends", "noted_by", "noted_at"}
    assert [str(label) for _value, label in Absence.Kind.choices if REASONS.search(str(label))] == []


def test_no_choice_of_any_table_says_why_somebody_is_away():
    said = {
        f"{model._meta.label}.{field.name}: {label}"
        for model in apps.get_models()
        if model.__module__.split(".")[0] in OURS
        for field in model._meta.concrete_fields
        for value, label in field.flatchoices
        if REASONS.search(f"{value} {label}")
    }

    assert said == set()


def everything_said() -> str:
    """What is kept in the tables where it could be, as it is kept."""
    return serializers.serialize("json", [row for model in WRITTEN_OF_HER for row in model._base_manager.all()])


@pytest.fixture
def shift(town):
    return BookingFactory(order=town.order("2026-05-13 07:00", "2026-05-13 16:00"), substitute=town.substitute())


def test_what_is_sent_along_with_a_sick_call_goes_nowhere(shift, signed_in, time_machine):
    time_machine.move_to(at("2026-05-13 05:45"))

    signed_in(shift.substitute.user).post(
        reverse("booking:sick", args=[shift.pk]), {"reason": PLANTED, "note": PLANTED, "kind": "sick"}
    )

    assert Absence.objects.get().kind == Absence.Kind.UNTIL_SAID
    assert Booking.objects.get().end_reason == "called_off"
    assert PLANTED not in everything_said()
    assert REASONS.findall(everything_said()) == []


def test_nor_with_what_a_planner_notes(town, shift, signed_in, time_machine):
    time_machine.move_to(at("2026-05-12 05:45"))
    form = {"kind": "until_said", "starts": "2026-05-14", "ends": "2026-05-15", "reason": PLANTED, "text": PLANTED}

    signed_in(town.planner).post(reverse("substitute:note_absence", args=[shift.substitute_id]), form)

    assert Absence.objects.count() == 1
    assert PLANTED not in everything_said()


@pytest.mark.parametrize("kind", ["sick", "care", "leave", "other"])
def test_nobody_can_say_why_any_more(kind, town, shift, signed_in):
    form = {"kind": kind, "starts": "2026-05-14", "ends": "2026-05-15"}

    answer = signed_in(town.planner).post(reverse("substitute:note_absence", args=[shift.substitute_id]), form)

    assert (answer.status_code, Absence.objects.count()) == (422, 0)

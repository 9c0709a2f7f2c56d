"""Why somebody is away is kept nowhere: there is no place for it, and what is sent along is let go."""

import logging

import pytest
import time_machine
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import models

from booking.models import Absence, Booking, Order
from messaging.models import Message
from tests.cast import NOW
from tests.factories.booking import BookingFactory

PLANTED = "Magsjuka-hos-barnet-4711"
WORDS = (
    "reason",
    "why",
    "cause",
    "note",
    "text",
    "comment",
    "message",
    "kind",
    "orsak",
    "anteckning",
    "end_note",
    "body",
)
PLACES_FOR_IT = {"sick", "illness", "diagnosis", "absence_reason", "why_away", "symptom", "health", "vab"}


def everything_kept() -> str:
    """All rows of all tables, as text; sessions opened."""
    kept = [repr(list(model._base_manager.values_list())) for model in apps.get_models() if model._meta.managed]
    return "".join([*kept, *(repr(session.get_decoded()) for session in Session.objects.all())])


@pytest.fixture
def booking(town):
    her = town.substitute(user__phone="+46701740621", user__phone_verified=True)
    return BookingFactory(order=town.order(status=Order.Status.BOOKED), substitute=her)


def test_no_table_has_a_place_for_it():
    names = {f"{model._meta.label}.{field.name}" for model in apps.get_models() for field in model._meta.fields}

    assert not {name for name in names if PLACES_FOR_IT & set(name.rpartition(".")[2].split("_"))}
    texts = (models.CharField, models.TextField, models.JSONField)
    written = {field.name for field in Absence._meta.fields if isinstance(field, texts) and not field.choices}
    assert written == set()
    assert set(Absence.Kind.values) == {"until_said", "set_days"}


def test_a_sick_call_keeps_nothing_of_what_is_sent_along(booking, town, signed_in, drain, caplog):
    caplog.set_level(logging.DEBUG)
    browser = signed_in(booking.substitute.user)

    sent = browser.post(f"/bokningar/{booking.pk}/sjuk/?orsak={PLANTED}", dict.fromkeys(WORDS, PLANTED), follow=True)
    drain()

    assert "Krya på dig" in sent.text
    assert Absence.objects.filter(substitute=booking.substitute).exists()
    assert PLANTED not in everything_kept()
    assert PLANTED not in caplog.text
    assert PLANTED not in sent.text


def test_the_search_finds_what_is_kept(booking):
    Booking.objects.filter(pk=booking.pk).update(end_note=PLANTED)

    assert PLANTED in everything_kept()


def test_neither_the_workplace_nor_the_planner_is_told_why(booking, town, signed_in, drain):
    signed_in(booking.substitute.user).post(f"/bokningar/{booking.pk}/sjuk/")
    drain()

    told = " ".join(Message.objects.exclude(recipient=booking.substitute.user).values_list("body", flat=True)).lower()
    assert told
    assert not {"sjuk", "ill", "vab"} & set(told.replace(".", " ").split())


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW, tick=False):
        yield

"""Why somebody is away is kept nowhere: there is no place for it, and what is sent along is let go.

Where somebody may write in words of her own she may write it all the same: those words stand in one place, reach nobody
else, and go by the municipality's decision.
"""

import logging
from datetime import date, timedelta

import pytest
import time_machine
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import models
from django.urls import reverse

from booking.models import Absence, Booking, EndReason, Order
from booking.operations import bookings, enquiries
from messaging import inbound
from messaging.models import InboundMessage, Message
from people.data_map import Kept
from people.models import HistoryEntry
from people.operations import retention
from people.operations.retention import Decision
from tests.cast import NOW, at
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
BY = Decision(months=12, number="KS 2027/8", on=date(2027, 5, 2), by="kommunstyrelsen")
PLACES_FOR_IT = {"sick", "illness", "diagnosis", "absence_reason", "why_away", "symptom", "health", "vab"}

PAID = {"payroll.FactsLayout.column_sick_pay", "payroll.MonthlyPay.sick_pay"}
"""What payroll has paid in a month, which an a-kassa asks for by the older rules; for officers and herself alone."""


def everything_kept() -> str:
    """All rows of all tables, as text; sessions opened."""
    kept = [repr(list(model._base_manager.values_list())) for model in apps.get_models() if model._meta.managed]
    return "".join([*kept, *(repr(session.get_decoded()) for session in Session.objects.all())])


def places_of_it() -> set[str]:
    """The tables where it stands."""
    tables = (model for model in apps.get_models() if model._meta.managed)
    return {one._meta.label for one in tables if PLANTED in repr(list(one._base_manager.values_list()))}


@pytest.fixture
def thinned(owner):
    """`thinned(Kept.NOTES)`: the municipality decides, and two years go."""

    def go(*kinds: Kept) -> None:
        later = NOW + timedelta(days=800)
        for kind in kinds:
            retention.decide(kind, BY, by=owner, at=later)
        for run in list(retention.begin(at=later)):
            while retention.go_on(run, at=later):
                pass

    return go


@pytest.fixture
def booking(town):
    her = town.substitute(user__phone="+46701740621", user__phone_verified=True)
    return BookingFactory(order=town.order(status=Order.Status.BOOKED), substitute=her)


def test_no_table_has_a_place_for_it():
    names = {f"{model._meta.label}.{field.name}" for model in apps.get_models() for field in model._meta.fields}

    places = {name for name in names if PLACES_FOR_IT & set(name.rpartition(".")[2].split("_"))}
    assert places == PAID
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


def test_what_a_planner_sends_along_with_an_absence_is_not_kept_either(booking, town, signed_in, drain, caplog):
    caplog.set_level(logging.DEBUG)
    days = {"kind": "set_days", "starts": "2026-05-13", "ends": "2026-05-14"}
    address = reverse("substitute:note_absence", args=[booking.substitute.pk])

    sent = signed_in(town.planner).post(address, dict.fromkeys(WORDS, PLANTED) | days, follow=True)
    drain()

    assert "Frånvaron är noterad." in sent.text
    assert "Varför någon är borta sparas inte." in sent.text
    assert Absence.objects.filter(substitute=booking.substitute, kind="set_days").exists()
    assert PLANTED not in everything_kept() + caplog.text + sent.text


def test_what_is_written_when_a_booking_ends_reaches_nobody_and_goes_by_decision(booking, town, drain, thinned, caplog):
    caplog.set_level(logging.DEBUG)
    bookings.end(booking, by=town.planner, at=NOW, reason=EndReason.OTHER, note=PLANTED)
    drain()

    assert places_of_it() == {Booking._meta.label, HistoryEntry._meta.label}
    assert PLANTED not in caplog.text
    thinned(Kept.NOTES)
    assert places_of_it() == {HistoryEntry._meta.label}
    thinned(Kept.HISTORY)
    assert PLANTED not in everything_kept()


def test_what_she_writes_in_an_sms_is_copied_nowhere_and_goes_by_decision(town, drain, thinned, caplog):
    caplog.set_level(logging.DEBUG)
    her = town.substitute(user__phone="+46701740621", user__phone_verified=True)
    enquiries.ask(town.order(), [her], by=town.planner, at=NOW, answer_by=at("2026-05-12 12:00"))
    drain()

    came = inbound.receive(gateway="local", provider_id="1", sender=her.user.phone, body=f"Nej {PLANTED}", at=NOW)
    drain()

    assert places_of_it() == {InboundMessage._meta.label}
    assert PLANTED not in caplog.text
    inbound.settle(InboundMessage.objects.get(pk=came.pk), by=town.planner, at=NOW)
    thinned(Kept.MESSAGES)
    assert PLANTED not in everything_kept()


def test_who_is_replaced_is_read_by_whoever_orders_and_plans_and_goes_by_decision(town, signed_in, drain, thinned):
    order = town.order(reference=PLANTED)
    booked = BookingFactory(order=order, substitute=town.substitute())
    Order.objects.filter(pk=order.pk).update(status=Order.Status.BOOKED)

    assert PLANTED in signed_in(town.planner).get(reverse("order:inspect", args=[order.pk])).text
    assert PLANTED in signed_in(town.manager).get(f"/bestallningar/{order.pk}/").text
    assert PLANTED not in signed_in(booked.substitute.user).get(f"/bokningar/{booked.pk}/").text
    drain()
    assert places_of_it() == {Order._meta.label}
    thinned(Kept.NOTES)
    assert PLANTED not in everything_kept()
    assert Order.objects.get().reason == order.reason, "which is of nobody now, and counted"


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

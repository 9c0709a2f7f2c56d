"""Somebody who was known, and is protected now: what must come back to nobody but herself and her keeper."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import transaction

from booking.models import Absence, Booking, EndReason, Order, PlannerTask, WorkplaceRequest
from booking.operations import absences, bookings, enquiries, orders, standing, workplace_requests
from booking.period import Period
from intyg import operations as certificates
from intyg.models import CertificateRequest, CertificateType
from messaging import inbound, outbox
from messaging.models import InboundMessage
from people.models import Block, Locality, Substitute, SubstituteNote
from people.operations import identity
from tests.cast import NOW, Town, a_town, with_role

FIRST, LAST, PHONE, EMAIL = "Hemligalva", "Hemligström", "+46701740696", "hemlig.epost@alvsunda.example"
NUMBER, USERNAME, HOME = "V-HEMLIG77", "hemlhe9601", "Hemligbyn"
ALL = (FIRST, LAST, PHONE, "070-174 06 96", "0701740696", EMAIL, NUMBER, USERNAME, HOME)
"""What points her out, in all the ways that it is written."""


@dataclass(frozen=True)
class Protected:
    """Her, her town, her keeper, and the keys of everything that is about her."""

    town: Town
    substitute: Substitute
    keys: list[UUID]


@pytest.fixture
def known(db) -> Protected:
    """Before she is protected: everything has happened to her, and much was written of her by name."""
    town = a_town("Hemtjänst")
    her = town.substitute(
        user__first_name=FIRST, user__last_name=LAST, user__phone=PHONE, user__email=EMAIL, user__username=USERNAME,
        employee_number=NUMBER, locality=Locality.objects.create(name=HOME, latitude=66, longitude=19), farthest_km=17,
    )  # fmt: skip
    said = f"Ring {FIRST} {LAST} på 070-174 06 96, anställningsnummer {NUMBER}"
    told = {"by": town.planner, "at": NOW}
    words = dict.fromkeys(("text", "note"), said) | {"contact": f"{FIRST} {LAST}"}
    wanted, booked = town.order(**words), town.order("2026-05-15 07:00", "2026-05-15 16:00", **words)
    orders.advertise(wanted, **told)
    enquiries.ask(wanted, [her], answer_by=wanted.starts, **told)
    booking = bookings.book(booked, her, **told)
    bookings.end(booking, reason=EndReason.OTHER, note=f"{FIRST} är sjuk", **told)
    bookings.book(Order.objects.get(pk=booked.pk), her, **told)
    SubstituteNote.objects.create(substitute=her, area=town.area, text=said, written_by=town.planner, written_at=NOW)
    standing.block(her, town.workplace, asked_by=Block.AskedBy.WORKPLACE, reason=f"{LAST}s önskan", **told)
    absences.note(her, Period(NOW, NOW + timedelta(days=1)), kind=Absence.Kind.UNTIL_SAID, **told)
    workplace_requests.ask(her, a_town("Äldreomsorg").workplace, text=said, by=her.user, at=NOW)
    _messages(her, town)
    asked = _certificate(her)
    keys = [her.pk, town.workplace.pk, town.area.pk, asked.pk, *her.agreements.values_list("pk", flat=True)]
    models = (Order, Booking, PlannerTask, InboundMessage, WorkplaceRequest)
    return Protected(town, her, keys + [model.objects.latest("pk").pk for model in models])


@pytest.fixture
def hidden(known) -> Protected:
    """Now."""
    her = identity.mark(known.substitute, by=known.town.planner, at=NOW)
    return Protected(known.town, her, known.keys)


@pytest.fixture
def keeper(known):
    """Who may see who she is."""
    return with_role("identity_keeper", area=known.town.area)


def _messages(her: Substitute, town: Town) -> None:
    sms = inbound.receive(gateway="local", provider_id="7", sender=PHONE, body=f"Hej, det är {FIRST}", at=NOW)
    inbound.understand(sms.pk, at=NOW)
    with transaction.atomic():
        about = {"kind": "written.one", "body": f"{FIRST} {LAST} kommer i morgon.", "at": NOW}
        outbox.post(key="to-the-manager", to=town.manager, **about)
        outbox.post(key="to-her", to=her.user, **about)


def _certificate(her: Substitute) -> CertificateRequest:
    days = (NOW.date() - timedelta(days=60), NOW.date() - timedelta(days=30))
    wish = certificates.Wish(CertificateType.SERVICE, *days, CertificateRequest.Purpose.STUDIES, f"Mvh {FIRST}")
    return certificates.request(her, wish, command=uuid4(), by=her.user, at=NOW)


@contextmanager
def nobody_is_told(caplog) -> Iterator[None]:
    """What happens inside leaves no trace of her in the log."""
    yield
    assert [mark for mark in ALL if mark in caplog.text] == []

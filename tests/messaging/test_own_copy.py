"""Everybody gets what is kept of her as a file: whole, hers alone, within a minute and for a week."""

import io
import json
import zipfile
from datetime import timedelta

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from messaging import corrections, own_copy
from messaging.models import InboundMessage, Message
from people import data_map, own_data
from people.models import HistoryEntry, OwnCopy
from people.operations.refusals import Refused
from tests.cast import NOW
from tests.factories.booking import AvailabilityFactory, BookingFactory, OrderFactory
from tests.factories.people import PASSWORD

ANOTHER = "Annanperson"


@pytest.fixture
def her(town):
    """Somebody with a shift, a calendar and a message; and a colleague who must not come along."""
    emma = town.substitute(user__first_name="Emma", user__last_name="Ek", user__phone="+46701740621")
    BookingFactory(substitute=emma, order=town.order(reference=f"Eva {ANOTHER}"), booked_by=town.planner)
    AvailabilityFactory(substitute=emma, starts=NOW, ends=NOW + timedelta(hours=8))
    BookingFactory(substitute=town.substitute(user__last_name=ANOTHER))
    return emma.user


def unpacked(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode(errors="replace") for name in archive.namelist()}


def test_it_can_be_read_by_people_and_by_machines_and_says_the_same(her):
    files = unpacked(own_data.zipped(her, at=NOW))

    tables = json.loads(files[own_data.FOR_MACHINES])["tables"]
    assert tables["people.User"]["rows"][0]["phone"] == "+46701740621"
    assert len(tables["booking.Booking"]["rows"]) == len(tables["booking.Availability"]["rows"]) == 1
    assert "Emma" in files[own_data.READ_FIRST]
    assert "<script" not in files[own_data.READ_FIRST]


def test_nobody_else_is_in_it_nor_any_key(her, town):
    said = "".join(unpacked(own_data.zipped(her, at=NOW)).values())

    assert ANOTHER not in said
    assert town.planner.last_name not in said
    assert her.password not in said


def test_every_table_of_the_map_that_holds_something_of_her_is_in_it(her):
    there = json.loads(unpacked(own_data.zipped(her, at=NOW))[own_data.FOR_MACHINES])["tables"].keys()

    held = {model._meta.label for model in data_map.exported() if data_map.rows_of(model, her).exists()}
    assert there == held
    assert {"people.User", "people.Substitute", "people.Agreement", "booking.Booking"} <= held


def test_the_queue_makes_it_and_she_is_told(her, drain):
    own_copy.order(her, at=NOW)

    assert "messaging.tasks.make_own_copy" in drain()

    told = Message.objects.get(kind=own_copy.READY)
    assert (told.recipient, OwnCopy.objects.get().made_at is not None) == (her, True)
    assert "/mina-uppgifter/" in told.body


def test_one_at_a_time_and_the_one_before_goes(her):
    first = own_copy.order(her, at=NOW)
    assert own_copy.order(her, at=NOW) == first
    own_copy.make(first.pk, at=NOW)
    own_copy.make(first.pk, at=NOW)

    second = own_copy.order(her, at=NOW)

    assert list(OwnCopy.objects.filter(user=her)) == [second]
    assert Message.objects.filter(kind=own_copy.READY).count() == 1


def test_it_is_there_for_a_week_and_then_gone(her):
    own_copy.make(own_copy.order(her, at=NOW).pk, at=NOW)

    assert own_copy.fetch(her, at=NOW + timedelta(days=6)).startswith(b"PK")
    with pytest.raises(Refused, match="Beställ en ny"):
        own_copy.fetch(her, at=NOW + timedelta(days=7))
    own_copy.forget(at=NOW + timedelta(days=7))
    assert not OwnCopy.objects.exists()


def test_what_a_dead_process_left_is_made_after_all(her, drain):
    own_copy.order(her, at=NOW)
    OwnCopy.objects.update(ordered_at=NOW - timedelta(minutes=5))

    own_copy.forget(at=NOW)

    assert drain().count("messaging.tasks.make_own_copy") == 2
    assert Message.objects.filter(kind=own_copy.READY).count() == 1


def test_nobody_fetches_it_by_a_code_to_her_telephone_alone(her, client):
    own_copy.make(own_copy.order(her, at=timezone.now()).pk, at=timezone.now())
    client.force_login(her)
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "code", "phone": True}]
    session.save()

    asked = client.get("/mina-uppgifter/hamta/")
    assert asked["Location"] == "/konto/bekrafta/?next=/mina-uppgifter/hamta/"
    assert HistoryEntry.objects.filter(action="owncopy.fetch").count() == 0

    client.post("/konto/reauthenticate/", {"password": PASSWORD, "next": "/mina-uppgifter/hamta/"})
    assert client.get("/mina-uppgifter/hamta/").content.startswith(b"PK")


def test_a_correction_is_read_by_the_planners_of_her_area_and_no_other(her, town, elsewhere, signed_in):
    form = {"rattelse-text": "Mitt avtal började i maj"}
    signed_in(her).post("/mina-uppgifter/", form)

    kept = InboundMessage.objects.get()
    assert (kept.written_by, kept.outcome) == (her, corrections.WANTED)
    assert "Mitt avtal började i maj" in signed_in(town.planner).get(reverse("sms:index")).text
    assert "Mitt avtal började i maj" not in signed_in(elsewhere.planner).get(reverse("sms:index")).text


def test_a_correction_that_says_nothing_is_asked_for_again(her, signed_in):
    answer = signed_in(her).post("/mina-uppgifter/", {"rattelse-text": " "})

    assert (answer.status_code, InboundMessage.objects.count()) == (422, 0)


def test_many_shifts_ask_no_more_than_one(her, town):
    with CaptureQueriesContext(connection) as one:
        own_data.zipped(her, at=NOW)
    agreement = her.substitute.agreements.order_by("pk").first()
    for day in range(20):
        starts = NOW + timedelta(days=day + 10)
        AvailabilityFactory(substitute=her.substitute, starts=starts, ends=starts + timedelta(hours=1))
        BookingFactory(
            substitute=her.substitute,
            agreement=agreement,
            order=OrderFactory(workplace=town.workplace, starts=starts, ends=starts + timedelta(hours=8)),
        )

    with CaptureQueriesContext(connection) as many:
        own_data.zipped(her, at=NOW)

    assert len(many) <= len(one) + 2

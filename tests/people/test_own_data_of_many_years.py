"""Five years of shifts, as one file: by as many questions as one shift takes, and in words that are Swedish."""

import copy
import io
import json
import re
import uuid
import zipfile
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from booking.models import Availability, Booking, Order
from messaging import outbox, own_copy
from people import data_map, own_data, own_data_words
from people.languages import speaking
from people.models import OwnCopy
from tests.cast import NOW
from tests.factories.booking import AvailabilityFactory, BookingFactory

SHIFTS = 1_500
CELL = re.compile(r"<t[hd][^>]*>([^<]*)</t[hd]>")
ENGLISH = re.compile(
    r"\b(?:true|false|none|null|uuid|created|updated|status|command|until_said|booked)\b", re.IGNORECASE
)


@pytest.fixture
def emma(town):
    her = town.substitute(user__first_name="Emma", user__last_name="Ek", user__phone="+46701740621")
    order = town.order(status=Order.Status.COMPLETED)
    BookingFactory(order=order, substitute=her, booked_by=town.planner)
    AvailabilityFactory(substitute=her, starts=NOW, ends=NOW + timedelta(hours=8))
    return her


def moved(row, days: int, **changed):
    """A copy of the row so many days earlier."""
    made = copy.copy(row)
    made.pk, made.starts, made.ends = uuid.uuid4(), row.starts - timedelta(days), row.ends - timedelta(days)
    for name, value in changed.items():
        setattr(made, name, value)
    return made


def worked_for_years(her) -> None:
    """A shift and time put in for each of five years' working days."""
    shift, time = her.bookings.get(), her.availability.get()
    orders = [moved(shift.order, days, command=uuid.uuid4()) for days in range(1, SHIFTS)]
    Order.objects.bulk_create(orders)
    Booking.objects.bulk_create([moved(shift, days, order=order) for days, order in enumerate(orders, 1)])
    Availability.objects.bulk_create([moved(time, days) for days in range(1, SHIFTS)])


def opened(content: bytes) -> tuple[str, dict]:
    """What a reader sees, and what a machine reads."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        page, plain = archive.read(own_data.READ_FIRST), archive.read(own_data.FOR_MACHINES)
    return page.decode(), json.loads(plain)["tables"]


def test_it_is_made_by_one_task_with_no_more_questions_than_one_shift_takes(emma, drain):
    with CaptureQueriesContext(connection) as one:
        own_data.zipped(emma.user, at=NOW)
    worked_for_years(emma)

    with CaptureQueriesContext(connection) as many:
        own_data.zipped(emma.user, at=NOW)
    assert len(many) == len(one)

    own_copy.order(emma.user, at=NOW)
    assert drain().count("messaging.tasks.make_own_copy") == 1
    _page, tables = opened(bytes(OwnCopy.objects.get().file))
    assert len(tables["booking.Booking"]["rows"]) == len(tables["booking.Availability"]["rows"]) == SHIFTS


def test_a_reader_finds_no_codes_and_no_english_in_it(emma):
    with speaking(emma.user):
        page, _tables = opened(own_data.zipped(emma.user, at=NOW))

    cells = CELL.findall(page)
    assert len(cells) > 30
    assert [cell for cell in cells if ENGLISH.search(cell)] == []
    assert [cell for cell in cells if re.search(r"\d\d:\d\d|\{|[0-9a-f]{8}-[0-9a-f]{4}", cell)] == []


OURS = [model for model in data_map.exported() if model.__module__.split(".")[0] in {"people", "booking", "messaging"}]


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_each_column_that_she_reads_has_a_word(model):
    read = [column for column in data_map.fields_of(model) if own_data_words.are_for_readers(column)]

    assert [c.name for c in read if not own_data_words.has_own_word(c) and c.name not in own_data_words.HEADINGS] == []


def test_no_address_that_opens_anything_is_in_it(emma):
    opens = "https://vikarie.example/f/Nfdb6V-rRBKiFh6-nZOFPAR2LE4ovHaf2AgG4C/"
    outbox.post(key="a", kind="enquiry.asked", to=emma.user, subject="Kan du?", body=f"Svara: {opens}", at=NOW)

    page, tables = opened(own_data.zipped(emma.user, at=NOW))

    assert "Svara: https://vikarie.example/f/" in page
    assert "Nfdb6V" not in page + json.dumps(tables)

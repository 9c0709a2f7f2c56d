"""People of the schedule, and what it says of them."""

import csv
import io
from datetime import timedelta

import factory
from factory.django import DjangoModelFactory

from booking.models import Booking
from people.models import PayForm, Substitute
from scheduling.models import ScheduleShift, WorkplaceCode
from tests.cast import Town, at
from tests.factories.booking import BookingFactory
from tests.factories.people import SubstituteFactory

HEADINGS = ("Pass-id", "Anställningsnummer", "Slag", "Från", "Till", "Ger tid", "Arbetsplatser", "Version", "Status")


class WorkplaceCodeFactory(DjangoModelFactory[WorkplaceCode]):
    class Meta:
        model = WorkplaceCode

    code = factory.Sequence(lambda n: f"K{n}")


class ScheduleShiftFactory(DjangoModelFactory[ScheduleShift]):
    """A resource shift on Wednesday 13 May 2026, 07.00–16.00."""

    class Meta:
        model = ScheduleShift

    substitute = factory.SubFactory(SubstituteFactory)
    external_id = factory.Sequence(lambda n: f"S-{n}")
    kind = "resource"
    starts = at("2026-05-13 07:00")
    ends = factory.LazyAttribute(lambda shift: shift.starts + timedelta(hours=9))
    said_at = at("2026-05-01 07:00")


def monthly(town: Town, number: str = "M-1", **fields: object) -> Substitute:
    """An employee of the town, paid by the month."""
    her = town.substitute(employee_number=number, **fields)
    her.agreements.update(pay_form=PayForm.MONTHLY)
    return her


def booked(town: Town, her: Substitute, starts="2026-05-13 07:00", ends="2026-05-13 16:00", **fields) -> Booking:
    """She has a shift there."""
    order = town.order(starts, ends, status="booked")
    return BookingFactory(order=order, substitute=her, agreement=her.agreements.first(), **fields)


def row(external_id="S-1", number="M-1", starts="2026-05-13 07:00", ends="2026-05-13 16:00", **said: str) -> list[str]:
    """A row of a file."""
    told = {"kind": "Resurspass", "gives": "", "places": "", "version": "", "state": ""} | said
    return [
        external_id,
        number,
        told["kind"],
        starts,
        ends,
        *(told[k] for k in ("gives", "places", "version", "state")),
    ]


def table(*rows: list[str], headings=HEADINGS) -> bytes:
    """The file."""
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=";").writerows([headings, *rows])
    return file.getvalue().encode()

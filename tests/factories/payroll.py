"""Layouts and shifts that have been worked and approved."""

from datetime import timedelta

import factory
from factory.django import DjangoModelFactory

from booking.models import Booking
from payroll.columns import Column
from payroll.models import Layout
from tests.factories.booking import BookingFactory


class PaxmlFactory(DjangoModelFactory[Layout]):
    class Meta:
        model = Layout

    name = factory.Sequence(lambda n: f"PAXml {n}")
    kind = Layout.Kind.PAXML


class CsvFactory(DjangoModelFactory[Layout]):
    class Meta:
        model = Layout

    name = factory.Sequence(lambda n: f"Text {n}")
    kind = Layout.Kind.CSV
    encoding = Layout.Encoding.UTF8
    columns = factory.LazyFunction(
        lambda: [Column(source).kept() for source in ("anställningsnummer", "datum", "tidkod", "timmar", "rättelse")]
    )


def attested(substitute, starts, ends, *, by, rest: int = 0, agreement=None, **fields) -> Booking:
    """A shift that she worked as booked, and that is approved; by one agreement, however many shifts."""
    agreement = agreement or substitute.agreements.first()
    place = agreement.workplace or agreement.area.workplaces.first()
    told = {
        "order__workplace": place,
        "order__occupation": agreement.occupation,
        "order__starts": starts,
        "order__ends": ends,
        "order__break_minutes": rest,
        "agreement": agreement,
        "attested_at": ends + timedelta(days=1),
        "attested_by": by,
    }
    return BookingFactory(substitute=substitute, **(told | fields))

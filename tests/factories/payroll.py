"""Files to payroll and from it: how they look, what was worked, and what they have said."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from booking.models import Booking
from payroll.columns import Column
from payroll.models import EmploymentFacts, FactsImport, FactsLayout, Layout, MonthlyPay
from tests.factories.booking import BookingFactory
from tests.factories.people import SubstituteFactory

READ_AT = datetime(2026, 5, 10, 1, tzinfo=UTC)


class PayLayoutFactory(DjangoModelFactory[FactsLayout]):
    """Person, month, reference, gross and hourly pay, by their headings."""

    class Meta:
        model = FactsLayout
        django_get_or_create = ("name",)

    name = "Lön per månad"
    column_person = "Anstnr"
    column_month = "Månad"
    column_gross = "Bruttolön"
    column_hourly_pay = "Timlön"


class EmploymentLayoutFactory(DjangoModelFactory[FactsLayout]):
    """The employments, by their headings."""

    class Meta:
        model = FactsLayout
        django_get_or_create = ("name",)

    name = "Anställningar"
    kind = FactsLayout.Kind.EMPLOYMENT
    column_person = "Anstnr"
    column_reference = "Anställning"
    column_form = "Form"
    column_since = "Från"
    column_until = "Till"
    column_end_reason = "Slutorsak"


class FactsImportFactory(DjangoModelFactory[FactsImport]):
    """One that has been carried out."""

    class Meta:
        model = FactsImport

    layout = factory.SubFactory(PayLayoutFactory)
    filename = "loner.csv"
    read_at = READ_AT
    applied_at = READ_AT


class MonthlyPayFactory(DjangoModelFactory[MonthlyPay]):
    class Meta:
        model = MonthlyPay

    substitute = factory.SubFactory(SubstituteFactory)
    month = date(2026, 4, 1)
    gross = Decimal("12345.50")
    source = factory.SubFactory(FactsImportFactory)
    read_at = READ_AT


class EmploymentFactsFactory(DjangoModelFactory[EmploymentFacts]):
    class Meta:
        model = EmploymentFacts

    substitute = factory.SubFactory(SubstituteFactory)
    reference = factory.Sequence(lambda n: f"A{n}")
    form = "Allmän visstidsanställning"
    since = date(2025, 1, 1)
    source = factory.SubFactory(FactsImportFactory)
    read_at = READ_AT


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

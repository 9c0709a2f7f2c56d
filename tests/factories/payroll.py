"""Layouts of payroll's files, and what they have said."""

from datetime import UTC, date, datetime
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from payroll.models import EmploymentFacts, FactsImport, FactsLayout, MonthlyPay
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

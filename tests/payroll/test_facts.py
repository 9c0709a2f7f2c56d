"""What payroll has said is asked for by the month and by the day, in one question."""

from datetime import date
from decimal import Decimal

import pytest

from payroll import facts
from tests.factories.payroll import EmploymentFactsFactory, MonthlyPayFactory
from tests.factories.people import SubstituteFactory

MARCH, APRIL, MAY = (date(2026, month, 1) for month in (3, 4, 5))


@pytest.fixture
def her(db):
    return SubstituteFactory()


def test_the_months_that_the_days_lie_in_are_told_and_no_other(her):
    for month in (MARCH, APRIL, MAY):
        MonthlyPayFactory(substitute=her, month=month, gross=Decimal(month.month))
    MonthlyPayFactory(month=APRIL)

    assert facts.gross(her, date(2026, 3, 31), date(2026, 4, 1)) == {MARCH: Decimal(3), APRIL: Decimal(4)}
    assert facts.gross(her, date(2026, 6, 1), date(2026, 6, 30)) == {}


def test_a_month_of_two_employments_is_one_sum(her):
    MonthlyPayFactory(substitute=her, month=APRIL, reference="1", gross=Decimal(5), ob_pay=Decimal(1))
    MonthlyPayFactory(substitute=her, month=APRIL, reference="2", gross=Decimal(7), sick_pay=Decimal(2))

    found = facts.pay(her, APRIL, APRIL)[APRIL]

    assert (found.gross, found.ob_pay, found.sick_pay, found.holiday_pay) == (12, 1, 2, None)


@pytest.mark.parametrize(("other", "told"), [(None, 150), (Decimal(150), 150), (Decimal(160), None)])
def test_pay_by_the_hour_is_told_unless_it_differs(her, other, told):
    MonthlyPayFactory(substitute=her, month=APRIL, reference="1", hourly_pay=Decimal(150))
    MonthlyPayFactory(substitute=her, month=APRIL, reference="2", hourly_pay=other)

    assert facts.pay(her, APRIL, APRIL)[APRIL].hourly_pay == told


def test_the_employment_is_the_one_that_goes_on_that_day(her):
    EmploymentFactsFactory(substitute=her, reference="old", since=date(2024, 1, 1))
    EmploymentFactsFactory(substitute=her, reference="over", since=date(2025, 1, 1), until=date(2026, 3, 31))
    EmploymentFactsFactory(substitute=her, reference="next", since=date(2026, 6, 1))

    assert facts.employment(her, date(2026, 3, 31)).reference == "over"
    assert facts.employment(her, date(2026, 4, 1)).reference == "old"
    assert facts.employment(her, date(2023, 12, 31)) is None


def test_one_that_is_over_is_told_when_no_other_goes_on(her):
    EmploymentFactsFactory(substitute=her, since=MARCH, until=date(2026, 3, 31), end_reason="Egen begäran")

    found = facts.employment(her, MAY)

    assert (found.until, found.end_reason) == (date(2026, 3, 31), "Egen begäran")


def test_each_is_one_question(her, django_assert_num_queries):
    for reference in ("1", "2", "3"):
        MonthlyPayFactory(substitute=her, month=APRIL, reference=reference)
        EmploymentFactsFactory(substitute=her)

    for ask in (lambda: facts.pay(her, MARCH, MAY), lambda: facts.gross(her, MARCH, MAY)):
        with django_assert_num_queries(1):
            ask()
    with django_assert_num_queries(1):
        facts.employment(her, MAY)

"""Somebody who has worked, and how her hours are sent."""

import pytest

from tests.factories.payroll import CsvFactory


@pytest.fixture
def amira(town):
    return town.substitute(employee_number="4711", user__last_name="Hassan")


@pytest.fixture
def csv(db):
    return CsvFactory()

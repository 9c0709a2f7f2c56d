"""Two at once about a day: nobody is asked twice, and an area has one forecast. Proved on PostgreSQL."""

import uuid
from datetime import date
from functools import partial

import pytest

from booking.models import ForecastDay, TimeAsked
from booking.operations import asking_for_time, forecasting
from booking.operations.refusals import Refused
from messaging.models import Message
from tests.booking.forecast.ordered import a_past
from tests.cast import NOW, a_town

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def town(transactional_db):
    return a_town("Hemtjänst")


@pytest.mark.parametrize("same_form", [True, False])
def test_two_who_ask_at_once_ask_her_once(town, at_once, same_form):
    amira, command = town.substitute(), uuid.uuid4()
    acts = [
        partial(
            asking_for_time.ask, town.area, date(2026, 5, 13), [amira], "Kan du?",
            by=town.planner, command=command if same_form else uuid.uuid4(), at=NOW,
        )
        for _hand in range(2)
    ]  # fmt: skip

    answers = at_once(acts)

    assert answers.count(1) == (2 if same_form else 1)
    assert same_form or any(isinstance(answer, Refused) for answer in answers)
    assert (TimeAsked.objects.count(), Message.objects.count()) == (1, 1)


def test_two_counts_at_once_leave_one_forecast(town, at_once):
    a_past(town)

    answers = at_once([partial(forecasting.count, town.area, at=NOW) for _hand in range(2)])

    assert not [answer for answer in answers if isinstance(answer, Exception)]
    assert ForecastDay.objects.count() == 2 * 28

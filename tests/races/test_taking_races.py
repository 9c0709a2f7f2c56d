"""Many press Ta passet at the same moment. Proved on PostgreSQL, with real connections."""

from functools import partial

import pytest
import time_machine
from django.test import Client

from booking.models import Availability, Booking
from messaging.models import Message
from tests.booking.substitute.reading import text
from tests.cast import NOW, a_town
from tests.factories.booking import AdvertFactory, AvailabilityFactory

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

TWENTY = 20


@pytest.fixture(autouse=True)
def _morning():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def job(transactional_db):
    """Friday 15 May; twenty have put in the time."""
    town = a_town("Hemtjänst")
    job = AdvertFactory(order=town.order("2026-05-15 07:00", "2026-05-15 16:00", allow_direct=True)).order
    for number in range(TWENTY):
        person = town.substitute(user__last_name=f"Vinnare{number}")
        AvailabilityFactory(substitute=person, starts=job.starts, ends=job.ends)
    return job


def taps(job) -> list[partial]:
    acts = []
    for time in Availability.objects.select_related("substitute__user"):
        browser = Client()
        browser.force_login(time.substitute.user)
        acts.append(partial(browser.post, f"/lediga-jobb/{job.pk}/ta/"))
    return acts


def test_scenario_20_of_twenty_who_press_one_has_it_and_nineteen_are_told_that_somebody_was_first(job, at_once):
    answers = at_once(taps(job))

    assert Booking.objects.occupying().count() == 1
    assert sorted({answer.status_code for answer in answers} - {404, 409}) == [302]
    lost = [text(answer) for answer in answers if answer.status_code != 302]
    assert len(lost) == TWENTY - 1
    assert all("Någon annan hann före" in words and "Vinnare" not in words for words in lost)
    assert Message.objects.filter(kind="booking.booked").count() == 1

"""A time bank that two hands reach into at once. Proved on PostgreSQL, with real connections."""

import uuid
from datetime import date
from functools import partial

import pytest

from booking import time_bank as reading
from booking.models import TimeBankEntry
from booking.operations import attendance, time_bank
from people.operations.refusals import Refused
from tests.booking.banking import paid_by_the_month
from tests.cast import a_town, at

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

DAY, LATER = date(2026, 5, 14), at("2026-05-14 12:00")


@pytest.fixture
def bank(transactional_db):
    return paid_by_the_month(a_town("Hemtjänst"))


def takes(bank, minutes, key=None) -> partial:
    said = {"day": DAY, "key": key or uuid.uuid4(), "by": bank.town.planner, "at": LATER}
    return partial(time_bank.take_out, bank.maja, minutes, **said)


def test_two_who_take_out_at_once_never_take_more_than_there_is(bank, at_once):
    bank.worked("2026-05-13 07:00", "2026-05-13 16:00")

    results = at_once([takes(bank, 6 * 60), takes(bank, 6 * 60)], all_have_read=True)

    assert len([result for result in results if isinstance(result, Refused)]) == 1
    assert reading.in_all(bank.maja) == 3 * 60
    assert at_once.broken == []


def test_without_locks_they_would(bank, at_once, without_locks):
    bank.worked("2026-05-13 07:00", "2026-05-13 16:00")

    at_once([takes(bank, 6 * 60), takes(bank, 6 * 60)], all_have_read=True)

    assert reading.in_all(bank.maja) == -3 * 60


def test_the_same_form_sent_twice_at_once_is_once(bank, at_once):
    bank.worked("2026-05-13 07:00", "2026-05-13 16:00")

    at_once([takes(bank, 60, uuid.UUID(int=7))] * 2, all_have_read=True)

    assert reading.in_all(bank.maja) == 8 * 60
    assert at_once.broken == []


def test_an_approval_from_two_hands_at_once_gives_its_time_once(bank, at_once):
    bank.lay("2026-05-13 07:00", "2026-05-13 16:00")
    booking = bank.shift("2026-05-13 07:00", "2026-05-13 16:00")
    approves = partial(attendance.attest, booking, by=bank.town.manager, at=LATER)

    at_once([approves] * 2, all_have_read=True)

    assert TimeBankEntry.objects.get().minutes == 9 * 60
    assert at_once.broken == []

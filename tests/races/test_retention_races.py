"""Two workers at the same thinning, and two copies asked for at once. Proved on PostgreSQL, with real connections."""

from datetime import date, timedelta
from functools import partial

import pytest

from messaging import own_copy
from people.data_map import Kept
from people.models import LookedAt, OwnCopy, RetentionRule, RetentionRun
from people.operations import retention
from people.operations.retention import Decision
from tests.cast import NOW
from tests.factories.people import SubstituteFactory, UserFactory

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

BY = Decision(months=12, number="KS 2026/114", on=date(2026, 3, 2), by="kommunstyrelsen")


@pytest.fixture
def owner(transactional_db):
    return UserFactory()


@pytest.fixture
def looks(owner) -> None:
    her, old = SubstituteFactory().user, NOW - timedelta(days=4000)
    LookedAt.objects.bulk_create([LookedAt(user=owner, person=her, at=old, page="inspect") for _ in range(10)])


def test_each_row_is_counted_once_by_two_workers_at_one_run(owner, looks, at_once):
    retention.decide(Kept.LOOKS, BY, by=owner, at=NOW)
    (run,) = retention.begin(at=NOW)

    at_once([partial(retention.go_on, run, at=NOW)] * 2, all_have_read=True)

    run.refresh_from_db()
    assert (run.rows, LookedAt.objects.count()) == ({"lookedat": 10}, 0)


def test_two_sweeps_at_once_begin_one_run(owner, looks, at_once):
    retention.decide(Kept.LOOKS, BY, by=owner, at=NOW)

    begun = at_once([lambda: list(retention.begin(at=NOW))] * 2, all_have_read=True)

    assert RetentionRun.objects.count() == 1
    assert [len(runs) for runs in begun] == [1, 1]


def test_the_same_decision_twice_at_once_is_one_rule(owner, at_once):
    decide = partial(retention.decide, Kept.LOOKS, BY, by=owner, at=NOW)

    decided = at_once([decide] * 2, all_have_read=True)

    assert decided == [RetentionRule.objects.get()] * 2


def test_a_copy_that_is_ordered_twice_at_once_is_one(owner, at_once):
    at_once([partial(own_copy.order, owner, at=NOW)] * 2, all_have_read=True)

    assert OwnCopy.objects.count() == 1

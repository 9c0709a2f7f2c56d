"""Of each kind: nothing goes without a decision, a dry run says what will, and the record what did by which."""

from datetime import date, timedelta

import pytest

from messaging.models import InboundMessage
from people.data_map import BY_DECISION, Kept
from people.models import LookedAt, RetentionRun, Substitute, User
from people.operations import erasure, retention
from people.operations.refusals import Refused
from people.operations.retention import Decision
from tests.cast import NOW, at
from tests.matrix.world import a_world

YEARS_LATER = NOW + timedelta(days=1200)
BY = Decision(months=12, number="KS 2029/31", on=date(2029, 3, 2), by="kommunstyrelsen")
A_YEAR_BEFORE = YEARS_LATER - timedelta(days=366)


@pytest.fixture
def lived_in(db, owner):
    """Two areas where everything has happened, and everybody has left since."""
    world = a_world()
    User.objects.update(date_joined=at("2025-01-01 00:00"))
    for user in User.objects.exclude(substitute=None):
        user.substitute.agreements.update(starts=at("2026-01-01 00:00"), ends=at("2026-06-01 00:00"))
    LookedAt.objects.create(user=owner, person=Substitute.objects.all()[0].user, at=NOW, page="inspect")
    InboundMessage.objects.create(
        gateway="local", provider_id="1", sender="+46701740605", body="?", received_at=NOW, handled_at=NOW
    )
    return world


def counted(kind) -> dict[str, int]:
    return {thinner.code: many for thinner, many in retention.foretold(kind, before=A_YEAR_BEFORE) if many}


@pytest.mark.parametrize("kind", BY_DECISION)
def test_each_kind_goes_by_decision_alone_as_the_dry_run_said(kind, lived_in, owner):
    told = counted(kind)
    assert told, "the world has something of each kind"
    assert list(retention.begin(at=YEARS_LATER)) == []
    assert counted(kind) == told, "a dry run touches nothing"

    retention.decide(kind, BY, by=owner, at=YEARS_LATER)
    (run,) = retention.begin(at=YEARS_LATER)
    while retention.go_on(run, at=YEARS_LATER):
        pass

    record = RetentionRun.objects.select_related("rule").get()
    assert (record.rule.kind, record.rule.decision, record.done_at) == (kind, "KS 2029/31", YEARS_LATER)
    held = {"substitute": len(record.left)} if kind is Kept.PERSON else {}
    assert record.rows == {code: many - held.get(code, 0) for code, many in told.items()}
    assert counted(kind) == held
    assert bool(record.left) is (kind is Kept.PERSON), "nothing else holds a row back"


def test_whoever_is_held_back_is_one_who_may_not_be_erased_yet(lived_in, owner):
    retention.decide(Kept.PERSON, BY, by=owner, at=YEARS_LATER)
    (run,) = retention.begin(at=YEARS_LATER)
    while retention.go_on(run, at=YEARS_LATER):
        pass

    run.refresh_from_db()
    assert len(run.left) > 0
    for substitute in Substitute.objects.filter(pk__in=run.left):
        with pytest.raises(Refused):
            erasure.erase(substitute, by=owner, at=YEARS_LATER)

"""What is decided goes after its time; nothing else does, and the record says how many by which decision."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from booking.models import Absence, Availability
from messaging.models import InboundMessage
from people.data_map import BY_DECISION, Kept
from people.models import HistoryEntry, LookedAt, RetentionRule, RetentionRun, SubstituteNote
from people.operations import retention
from people.operations.refusals import Refused
from people.operations.retention import Decision
from tests.cast import NOW
from tests.factories.booking import AvailabilityFactory
from tests.factories.standing import AbsenceFactory

LONG_AGO = NOW - timedelta(days=400)
A_YEAR = Decision(months=12, number="KS 2026/114", on=date(2026, 3, 2), by="kommunstyrelsen")


def thin(kind: Kept, owner, decision: Decision = A_YEAR) -> RetentionRun | None:
    rule = retention.decide(kind, decision, by=owner, at=NOW)
    for run in list(retention.begin(at=NOW)):
        while retention.go_on(run, at=NOW):
            pass
    return RetentionRun.objects.filter(rule=rule).first()


def note(town, written_at) -> SubstituteNote:
    return SubstituteNote.objects.create(
        substitute=town.substitute(), area=town.area, text="Ring helst efter tre", written_by=town.planner,
        written_at=written_at,
    )  # fmt: skip


def test_nothing_goes_without_a_decision(town, owner):
    note(town, LONG_AGO)

    with pytest.raises(Refused, match="Utan beslut gallras ingenting"):
        retention.decide(Kept.NOTES, Decision(12, " ", date(2026, 3, 2), "kommunstyrelsen"), by=owner, at=NOW)

    assert list(retention.begin(at=NOW)) == []
    assert SubstituteNote.objects.count() == 1


def test_nor_does_the_database_take_a_rule_without_one(owner):
    with pytest.raises(IntegrityError, match="a_retention_rule_rests_on_a_decision"), transaction.atomic():
        RetentionRule.objects.create(
            kind=Kept.NOTES, months=12, decision="", decided_on=date(2026, 3, 2), made_by=owner, made_at=NOW
        )


def test_a_dry_run_says_how_many_and_touches_none(town):
    note(town, LONG_AGO)
    note(town, NOW)

    told = {thinner.code: n for thinner, n in retention.foretold(Kept.NOTES, before=NOW - timedelta(days=365))}

    assert told["substitutenote"] == 1
    assert SubstituteNote.objects.count() == 2


def test_old_notes_go_and_the_record_says_how_many_by_which_decision(town, owner):
    note(town, LONG_AGO)
    newer = note(town, NOW)

    run = thin(Kept.NOTES, owner)

    assert list(SubstituteNote.objects.all()) == [newer]
    assert (run.rows["substitutenote"], run.rule.decision, run.done_at) == (1, "KS 2026/114", NOW)
    done = HistoryEntry.objects.get(action="retentionrun.done")
    assert (done.data["counts"], done.data["decision"]) == (run.rows, "KS 2026/114")


def test_a_run_that_is_cut_off_is_gone_on_with_and_counts_each_row_once(town, owner, monkeypatch):
    for _ in range(5):
        note(town, LONG_AGO)
    thinner = retention.thinners(Kept.NOTES)[0]
    monkeypatch.setitem(retention._thinners, Kept.NOTES, [thinner._replace(at_a_time=2)])
    rule = retention.decide(Kept.NOTES, A_YEAR, by=owner, at=NOW)
    (run,) = retention.begin(at=NOW)
    assert retention.go_on(run, at=NOW) is True
    assert SubstituteNote.objects.count() == 3

    (again,) = retention.begin(at=NOW + timedelta(hours=1))
    while retention.go_on(again, at=NOW):
        pass

    assert (again, SubstituteNote.objects.count()) == (run, 0)
    assert RetentionRun.objects.get(rule=rule).rows == {"substitutenote": 5}


def test_a_step_that_fails_takes_nothing_and_counts_nothing(town, owner, monkeypatch):
    note(town, LONG_AGO)
    thinner = retention.thinners(Kept.NOTES)[0]

    def fails(keys, moment):
        thinner.take(keys, moment)
        raise RuntimeError

    monkeypatch.setitem(retention._thinners, Kept.NOTES, [thinner._replace(take=fails)])
    retention.decide(Kept.NOTES, A_YEAR, by=owner, at=NOW)
    (run,) = retention.begin(at=NOW)
    with pytest.raises(RuntimeError), transaction.atomic():
        retention.go_on(run, at=NOW)

    run.refresh_from_db()
    assert (SubstituteNote.objects.count(), run.rows, run.done_at) == (1, {}, None)


def test_another_decision_takes_the_place_of_the_one_before_and_a_withdrawn_one_takes_nothing(town, owner):
    first = retention.decide(Kept.NOTES, A_YEAR, by=owner, at=NOW)
    assert retention.decide(Kept.NOTES, A_YEAR, by=owner, at=NOW) == first
    longer = Decision(24, "KS 2026/115", date(2026, 4, 2), "kommunstyrelsen")
    second = retention.decide(Kept.NOTES, longer, by=owner, at=NOW)
    first.refresh_from_db()
    assert (first.ended_at, second.months) == (NOW, 24)

    note(town, NOW - timedelta(days=4000))
    retention.withdraw(second, by=owner, at=NOW)

    assert list(retention.begin(at=NOW)) == []
    assert RetentionRule.objects.count() == 2


def test_a_calendar_that_is_over_goes(town, owner):
    somebody = town.substitute()
    AvailabilityFactory(substitute=somebody, starts=LONG_AGO, ends=LONG_AGO + timedelta(hours=8))
    AbsenceFactory(substitute=somebody, starts=LONG_AGO)
    AbsenceFactory(substitute=somebody, starts=NOW)

    thin(Kept.CALENDAR, owner)

    assert (Availability.objects.count(), Absence.objects.count()) == (0, 1)


def test_who_looked_at_whom_goes_after_its_time(town, owner):
    for moment in (LONG_AGO, NOW):
        LookedAt.objects.create(user=town.planner, person=town.substitute().user, at=moment, page="inspect")

    thin(Kept.LOOKS, owner)

    assert LookedAt.objects.count() == 1


def test_somebody_who_left_long_ago_is_erased_and_nobody_who_has_an_agreement(town, owner):
    left, here = town.substitute(), town.substitute()
    for somebody in (left, here):
        somebody.user.date_joined = LONG_AGO - timedelta(days=100)
        somebody.user.save()
    left.agreements.update(starts=LONG_AGO - timedelta(days=90), ends=LONG_AGO)

    run = thin(Kept.PERSON, owner)

    left.user.refresh_from_db()
    here.user.refresh_from_db()
    assert (left.user.get_full_name(), run.rows) == ("Raderad person", {"substitute": 1})
    assert here.user.get_full_name() != "Raderad person"


def test_each_kind_has_something_to_take():
    assert [kind for kind in BY_DECISION if not retention.thinners(kind)] == []


def test_what_waits_for_a_reader_stays(owner):
    said = {"gateway": "local", "sender": "+46701740605", "body": "?", "received_at": LONG_AGO, "handled_at": LONG_AGO}
    waiting = InboundMessage.objects.create(provider_id="1", needs_reader=True, **said)
    InboundMessage.objects.create(provider_id="2", **said)

    thin(Kept.MESSAGES, owner)

    assert list(InboundMessage.objects.all()) == [waiting]

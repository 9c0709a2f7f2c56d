"""What a time bank comes to, whatever is done with it, and what becomes of its words."""

import uuid
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from booking import time_bank as reading
from booking.models import Kind, TimeBankEntry
from booking.operations import attendance, time_bank
from people import data_map
from people.models import RuleProfile
from people.operations import erasure, identity
from people.operations.refusals import Refused
from tests.booking.banking import paid_by_the_month
from tests.cast import NOW, at

LATER = at("2026-07-01 12:00")
DAY = date(2026, 5, 13)
DEEDS = some.tuples(some.sampled_from(["attest", "take_back", "out", "paid", "more", "less"]), some.integers(1, 900))


@pytest.fixture
def bank(town):
    return paid_by_the_month(town)


@given(deeds=some.lists(DEEDS, max_size=12))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_balance_is_the_sum_of_what_stands_and_never_owes_more_than_is_agreed(bank, deeds):
    TimeBankEntry.objects.filter(reverses__isnull=False).delete()
    TimeBankEntry.objects.all().delete()
    bank.maja.bookings.all().delete()
    bank.lay("2026-05-13 07:00", "2026-05-13 16:00")
    booking = bank.shift("2026-05-13 07:00", "2026-05-13 16:00")

    for deed, minutes in deeds:
        try:
            act(bank, booking, deed, minutes)
        except Refused:
            continue

    standing = sum(entry.minutes for entry in TimeBankEntry.objects.standing())
    said = reading.statement(TimeBankEntry.objects.of(bank.maja))
    assert reading.in_all(bank.maja) == standing == said.in_all == reading.balance(bank.maja, on=DAY)
    assert [month.balance for month in said.months] == ([standing] if deeds and said.months else [])
    taken = sum(entry.minutes for entry in TimeBankEntry.objects.exclude(kind="resource"))
    assert standing >= taken >= -9 * 60


def act(bank, booking, deed, minutes):
    said = {"day": DAY, "key": uuid.uuid4(), "by": bank.town.planner, "at": LATER, "note": "x"}
    match deed:
        case "attest":
            attendance.attest(booking, by=bank.town.manager, at=booking.ends)
        case "take_back":
            attendance.take_back(booking, by=bank.town.manager, at=booking.ends)
        case "out":
            time_bank.take_out(bank.maja, minutes, **said)
        case "paid":
            time_bank.pay_out(bank.maja, minutes, **said)
        case "more":
            time_bank.correct(bank.maja, minutes, **said)
        case "less":
            time_bank.correct(bank.maja, -minutes, **said)


def test_a_statement_tells_each_month_and_what_there_was_after_it(bank):
    bank.worked("2026-05-29 07:00", "2026-05-29 16:00")
    bank.worked("2026-06-02 07:00", "2026-06-02 15:00")
    said = {"key": uuid.uuid4(), "by": bank.town.planner, "at": LATER}
    time_bank.take_out(bank.maja, 5 * 60, day=date(2026, 6, 15), **said)

    june, may = reading.statement(TimeBankEntry.objects.of(bank.maja)).months

    assert (may.first, may.change, may.balance) == (date(2026, 5, 1), 540, 540)
    assert (june.change, june.balance) == (8 * 60 - 5 * 60, 540 + 180)
    assert [line.balance for line in june.lines] == [720, 1020]


@pytest.mark.parametrize(("day", "hours"), [(28, 0), (29, 9), (31, 9)])
def test_a_balance_is_that_of_its_day(bank, day, hours, django_assert_num_queries):
    bank.worked("2026-05-29 07:00", "2026-05-29 16:00")

    with django_assert_num_queries(1):
        assert reading.balance(bank.maja, on=date(2026, 5, day)) == hours * 60


@pytest.mark.parametrize("shifts", [1, 3])
def test_a_statement_is_one_query_however_much_it_tells(bank, shifts, django_assert_num_queries):
    for number in range(shifts):
        bank.worked(f"2026-05-{20 + 2 * number} 07:00", f"2026-05-{20 + 2 * number} 16:00")

    with django_assert_num_queries(1):
        said = reading.statement(TimeBankEntry.objects.of(bank.maja))
        assert {line.entry.booking.order.workplace.name for month in said.months for line in month.lines}


def test_what_is_agreed_is_that_of_the_agreement_that_began_last(bank, town):
    bank.rules(resource_gives_time=True, acute_gives_time=False)
    paper = bank.maja.agreements.get()
    paper.pk, paper.starts, paper.rule_profile = None, NOW - timedelta(days=1), None
    paper.save()

    rules = reading.rules_of(bank.maja, now=NOW)

    assert (reading.gives_time(rules, Kind.RESOURCE), reading.gives_time(rules, Kind.ACUTE_RESOURCE)) == (False, True)
    assert not reading.gives_time(RuleProfile(acute_gives_time=True), Kind.AVAILABLE)
    assert reading.rules_of(town.substitute(), now=NOW) is None


def test_who_is_erased_keeps_her_minutes_and_loses_the_words(bank, town):
    bank.worked("2026-05-13 07:00", "2026-05-13 16:00")
    said = {"day": DAY, "key": uuid.uuid4(), "by": town.planner, "at": LATER}
    time_bank.take_out(bank.maja, 60, note="Tandläkare", **said)

    erasure.erase(bank.maja, by=None, at=LATER + timedelta(days=400))

    assert set(TimeBankEntry.objects.values_list("minutes", "note")) == {(540, ""), (-60, "")}


def test_who_is_protected_is_named_by_no_note(bank, town):
    bank.rules(time_bank_debt=10)
    said = {"day": DAY, "key": uuid.uuid4(), "by": town.planner, "at": LATER}
    entry = time_bank.take_out(bank.maja, 60, note="Maja ringde", **said)

    identity.mark(bank.maja, by=town.planner, at=LATER)

    entry.refresh_from_db()
    assert "Maja" not in entry.note


def test_her_own_copy_has_her_time_bank(bank):
    bank.worked("2026-05-13 07:00", "2026-05-13 16:00")

    assert [entry.minutes for entry in data_map.rows_of(TimeBankEntry, bank.maja.user)] == [540]
    assert {"minutes", "day", "note"} <= {field.name for field in data_map.fields_of(TimeBankEntry)}

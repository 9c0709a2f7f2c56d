"""What has changed since it was sent, with its arithmetic."""

from datetime import timedelta

import pytest

from booking.models import Booking
from booking.operations import worked_time
from booking.operations.worked_time import Told
from booking.period import Period
from payroll.models import Layout, PayRun, RunShift
from payroll.operations import runs
from people.operations.refusals import Refused
from tests.clock import at
from tests.factories.payroll import CsvFactory, attested
from tests.payroll.making import JULY, JUNE, made, text_of


def test_what_has_been_sent_is_not_sent_again(town, amira, officer, csv):
    attested(amira, at("2026-05-12 07:00"), at("2026-05-12 16:00"), by=town.manager)
    made(csv, officer)
    attested(amira, at("2026-05-13 07:00"), at("2026-05-13 10:00"), by=town.manager)

    assert text_of(made(csv, officer)) == ["4711;2026-05-13;ARB;3,00;"]
    assert text_of(made(csv, officer, when=JULY, month=6)) == []


def corrected(booking, starts: str, ends: str, by, when=JUNE) -> None:
    told = Told(Period(at(starts), at(ends)))
    worked_time.correct(booking, told, reason="Stannade kvar", by=by, at=when + timedelta(days=1))


def test_a_correction_takes_back_exactly_what_was_sent_and_sends_what_holds(town, amira, officer, csv):
    # 7–16 was sent as 9 h; 7–17.30 is 10.5 h.
    shift = attested(amira, at("2026-05-12 07:00"), at("2026-05-12 16:00"), by=town.manager)
    attested(amira, at("2026-05-13 07:00"), at("2026-05-13 16:00"), by=town.manager)
    made(csv, officer)
    corrected(shift, "2026-05-12 07:00", "2026-05-12 17:30", town.planner)

    run = made(csv, officer, when=JULY, month=6)

    assert text_of(run) == ["4711;2026-05-12;ARB;-9,00;V", "4711;2026-05-12;ARB;10,50;R"]
    assert (run.corrections, run.sums) == (1, {"ARB": 150})
    assert text_of(made(csv, officer, when=JULY, month=6)) == []


def test_a_booked_time_that_was_shortened_and_approved_anew_is_a_correction(town, amira, officer, csv):
    # 7–16 was sent as 9 h; taken back, cut at 14 and approved again it is 7 h, though nobody has said another time.
    shift = attested(amira, at("2026-05-12 07:00"), at("2026-05-12 16:00"), by=town.manager)
    made(csv, officer)
    Booking.objects.filter(pk=shift.pk).update(ends=at("2026-05-12 14:00"), attested_at=JUNE + timedelta(hours=1))

    run = made(csv, officer, when=JULY, month=6)

    assert text_of(run) == ["4711;2026-05-12;ARB;-9,00;V", "4711;2026-05-12;ARB;7,00;R"]
    assert text_of(made(csv, officer, when=JULY + timedelta(hours=1), month=6)) == []


def test_a_correction_moves_the_overtime_of_its_week_in_another_shift(town, amira, officer, csv):
    # Mon–Fri 8 h is 40 h. Monday corrected to 10 h: 42 h, so that the last 2 h of Friday pass a full week.
    days = [
        attested(amira, at(f"2026-05-{day:02} 08:00"), at(f"2026-05-{day:02} 16:00"), by=town.manager)
        for day in range(4, 9)
    ]
    made(csv, officer)
    corrected(days[0], "2026-05-04 08:00", "2026-05-04 18:00", town.planner)

    assert text_of(made(csv, officer, when=JULY, month=6)) == [
        "4711;2026-05-04;ARB;-8,00;V", "4711;2026-05-04;ARB;10,00;R",
        "4711;2026-05-08;ARB;-8,00;V", "4711;2026-05-08;ARB;6,00;R", "4711;2026-05-08;ÖT1;2,00;R",
    ]  # fmt: skip


def test_a_correction_moves_the_overtime_of_a_week_that_another_month_has_begun(town, amira, officer, csv):
    # The week of 27 April: Mon–Thu 10 h in April are 40 h. Friday 1 May is of May, 5 h all beyond. Monday taken away:
    # April gets minus 10, and the 5 h of May are ordinary, with the OB of a red day that overtime does not carry.
    days = [
        attested(amira, at(f"2026-04-{day} 07:00"), at(f"2026-04-{day} 17:00"), by=town.manager)
        for day in range(27, 31)
    ]
    attested(amira, at("2026-05-01 07:00"), at("2026-05-01 12:00"), by=town.manager)
    made(csv, officer, month=4)
    assert text_of(made(csv, officer)) == ["4711;2026-05-01;ÖT1;5,00;"]
    worked_time.correct(days[0], None, reason="Kom inte", by=town.planner, at=JUNE)

    assert text_of(made(csv, officer, when=JULY, month=6)) == [
        "4711;2026-04-27;ARB;-10,00;V",
        "4711;2026-05-01;ÖT1;-5,00;V", "4711;2026-05-01;ARB;5,00;R", "4711;2026-05-01;OB3;5,00;R",
    ]  # fmt: skip


def test_a_sunday_night_counts_in_the_week_that_it_runs_into_though_a_run_begins_there(town, amira, officer, csv):
    # Sunday 31 May 22–06: 2 h in the old week, 6 h on Monday 1 June. Four days of 9 h make 42: 2 h beyond 40.
    attested(amira, at("2026-05-31 22:00"), at("2026-06-01 06:00"), by=town.manager)
    for day in range(2, 6):
        attested(amira, at(f"2026-06-{day:02} 07:00"), at(f"2026-06-{day:02} 16:00"), by=town.manager)

    run = made(csv, officer, when=JULY, month=6)

    assert run.sums["ÖT1"] == 200


def test_what_is_not_approved_any_more_is_taken_back(town, amira, officer, csv):
    shift = attested(amira, at("2026-05-12 07:00"), at("2026-05-12 16:00"), by=town.manager)
    made(csv, officer)
    shift.attested_at = shift.attested_by = None
    shift.save()

    assert text_of(made(csv, officer, when=JULY, month=6)) == ["4711;2026-05-12;ARB;-9,00;V"]
    assert not RunShift.objects.filter(stands=True).exists()


def test_a_shift_approved_late_comes_with_the_next_run(town, amira, officer, csv):
    made(csv, officer)
    attested(amira, at("2026-05-12 07:00"), at("2026-05-12 16:00"), by=town.manager)

    assert text_of(made(csv, officer, when=JULY, month=6)) == ["4711;2026-05-12;ARB;9,00;"]


def test_what_was_before_the_first_run_is_not_ours_to_send(town, amira, officer, csv):
    attested(amira, at("2026-04-14 07:00"), at("2026-04-14 16:00"), by=town.manager)

    assert text_of(made(csv, officer)) == []


def test_a_run_that_is_taken_back_leaves_nothing_and_can_be_sent_anew(town, amira, officer, csv):
    attested(amira, at("2026-05-12 07:00"), at("2026-05-12 16:00"), by=town.manager)
    run = made(csv, officer)

    back = runs.take_back(run, by=officer, at=JUNE)

    assert text_of(back) == ["4711;2026-05-12;ARB;-9,00;V"]
    assert runs.take_back(run, by=officer, at=JUNE) == back
    with pytest.raises(Refused, match="inget kvar"):
        runs.take_back(back, by=officer, at=JUNE)
    assert text_of(made(csv, officer)) == ["4711;2026-05-12;ARB;9,00;"]
    assert [one.number for one in PayRun.objects.order_by("number")] == [1, 2, 3]


def narrow() -> Layout:
    """Hours of four signs: 9,00 fits, and not -9,00."""
    columns = [{"source": "anställningsnummer"}, {"source": "timmar", "heading": "Tim", "width": 4}]
    return CsvFactory(columns=columns)


def test_a_minus_that_does_not_fit_leaves_what_was_sent_as_it_is(town, amira, officer, csv):
    shift = attested(amira, at("2026-05-12 07:00"), at("2026-05-12 16:00"), by=town.manager)
    made(csv, officer)
    shift.attested_at = shift.attested_by = None
    shift.save()

    run = made(narrow(), officer, when=JULY, month=6)

    assert [(left.reason, left.facts["text"]) for left in run.left_out.all()] == [("too_wide", "-9,00")]
    assert text_of(made(csv, officer, when=JULY, month=6)) == ["4711;2026-05-12;ARB;-9,00;V"]


def test_a_run_whose_minuses_do_not_fit_is_not_taken_back(town, amira, officer):
    attested(amira, at("2026-05-12 07:00"), at("2026-05-12 16:00"), by=town.manager)
    run = made(narrow(), officer)

    with pytest.raises(Refused, match="får inte plats i filen"):
        runs.take_back(run, by=officer, at=JUNE)

    assert PayRun.objects.count() == 1
    assert RunShift.objects.get().stands

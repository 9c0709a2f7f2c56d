"""Runs, with their arithmetic."""

import uuid
from datetime import date, timedelta

import pytest

from booking.operations import worked_time
from booking.operations.worked_time import Told
from booking.period import Period
from payroll import files
from payroll.models import AccountString, LeftOut, PayRun, RunLine, RunShift, WageCode
from payroll.operations import runs
from payroll.operations.asked import Asked
from people.models import HistoryEntry
from people.operations.refusals import Refused
from tests.clock import at
from tests.factories.payroll import CsvFactory, PaxmlFactory, attested

JUNE = at("2026-06-02 09:00")
JULY = at("2026-07-02 09:00")


def asked(layout, month: int = 5, area=None) -> Asked:
    last = {4: 30, 5: 31, 6: 30}[month]
    return Asked(date(2026, month, 1), date(2026, month, last), area, layout)


def made(layout, by, when=JUNE, **about) -> PayRun:
    return runs.make(asked(layout, **about), command=uuid.uuid4(), by=by, at=when)


def text_of(run: PayRun) -> list[str]:
    return b"".join(files.content(run)).decode(run.recipe["encoding"]).splitlines()


@pytest.fixture
def amira(town):
    return town.substitute(employee_number="4711")


@pytest.fixture
def csv(db):
    return CsvFactory()


def test_a_night_into_a_holiday_is_told_day_by_day(town, amira, officer, csv):
    # Wednesday 13 May is the eve of Ascension: 21–24 is 3 h. Thursday 00–07 is 7 h less the break of 1 h: 6 h. All of
    # it is weekend, from 16 on the eve.
    attested(amira, at("2026-05-13 21:00"), at("2026-05-14 07:00"), rest=60, by=town.manager)

    run = made(csv, officer)

    assert text_of(run) == [
        "4711;2026-05-13;ARB;3,00;", "4711;2026-05-14;ARB;6,00;",
        "4711;2026-05-13;OB3;3,00;", "4711;2026-05-14;OB3;6,00;",
    ]  # fmt: skip
    assert run.sums == {"ARB": 900, "OB3": 900}


def test_a_month_of_paxml_has_its_codes_named_and_keeps_every_rule(town, amira, officer):
    # Mon–Fri 7–16 less 45 minutes is 8.25 h a day; five days are 41.25: 40 h, and 1.25 h that pass a full week.
    for day in range(4, 9):
        attested(amira, at(f"2026-05-{day:02} 07:00"), at(f"2026-05-{day:02} 16:00"), rest=45, by=town.manager)
    run = made(PaxmlFactory(company="Älvsunda"), officer)

    assert run.sums == {"ARB": 4000, "ÖT1": 125}
    assert files.checked(run) == (run.digest, [])
    lines = text_of(run)
    assert '    <kod id="ÖT1" namn="Övertid"/>' in lines
    assert "<tidkod>ARB</tidkod><datum>2026-05-04</datum><timmar>8.25</timmar>" in "".join(lines)


def test_a_run_with_nothing_leaves_the_element_out(officer):
    run = made(PaxmlFactory(), officer)

    assert "tidtransaktioner" not in "".join(text_of(run))
    assert (run.number, run.sums) == (1, {})


def test_the_file_is_the_same_each_time(town, amira, officer):
    attested(amira, at("2026-05-13 21:00"), at("2026-05-14 07:00"), by=town.manager)
    layout = PaxmlFactory()
    run = made(layout, officer)
    first = text_of(run)
    layout.encoding, layout.company = "UTF-8", "Annan"
    layout.save()
    WageCode.objects.update(name="Något annat", code="BE1")

    assert text_of(PayRun.objects.get()) == first
    with runs.fetch(run, by=officer, at=JULY) as file:
        assert file.read().decode("iso-8859-1").splitlines() == first
    assert PayRun.objects.get().fetched_by == officer


def test_the_same_form_twice_is_one_run(town, amira, officer, csv):
    attested(amira, at("2026-05-12 07:00"), at("2026-05-12 16:00"), by=town.manager)
    command = uuid.uuid4()
    first = runs.make(asked(csv), command=command, by=officer, at=JUNE)

    assert runs.make(asked(csv), command=command, by=officer, at=JUNE) == first
    assert PayRun.objects.count() == 1


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


def test_a_run_of_one_area_leaves_the_other_alone(town, elsewhere, amira, officer, csv):
    attested(amira, at("2026-05-12 07:00"), at("2026-05-12 16:00"), by=town.manager)
    other = elsewhere.substitute(employee_number="4712")
    attested(other, at("2026-05-12 07:00"), at("2026-05-12 15:00"), by=elsewhere.manager)

    assert text_of(made(csv, officer, area=town.area)) == ["4711;2026-05-12;ARB;9,00;"]
    assert text_of(made(csv, officer)) == ["4712;2026-05-12;ARB;8,00;"]


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


def test_the_account_stands_in_the_file(town, amira, officer):
    AccountString.objects.create(workplace=town.workplace, text="5010-21")
    attested(amira, at("2026-05-12 07:00"), at("2026-05-12 16:00"), by=town.manager)

    assert "<kontonr>5010-21</kontonr>" in "".join(text_of(made(PaxmlFactory(), officer)))


def test_what_is_left_out_says_why(town, amira, officer, csv):
    attested(amira, at("2026-05-12 07:00"), at("2026-05-12 16:00"), by=town.manager, attested_at=None, attested_by=None)
    attested(amira, at("2026-05-13 07:00"), at("2026-05-13 16:00"), by=town.manager, no_show=True, attested_at=None,
             attested_by=None)  # fmt: skip
    monthly = town.substitute()
    monthly.agreements.update(pay_form="monthly")
    attested(monthly, at("2026-05-12 07:00"), at("2026-05-12 16:00"), by=town.manager)
    WageCode.objects.filter(pay_form="monthly", what="ordinary").delete()
    nothing = attested(amira, at("2026-05-15 07:00"), at("2026-05-15 16:00"), by=town.manager)
    worked_time.correct(nothing, None, reason="Inställt", by=town.planner, at=JUNE)

    run = made(csv, officer)

    found = LeftOut.objects.filter(run=run).order_by("booking__starts", "reason").values_list("reason", "facts")
    assert list(found) == [
        ("no_code", {"what": "ordinary", "pay_form": "monthly"}), ("not_attested", {}), ("no_show", {}),
        ("nothing_worked", {}),
    ]  # fmt: skip
    assert not RunLine.objects.exists()


def test_a_shift_that_does_not_fit_is_left_out_whole_and_tried_again(town, amira, officer):
    layout = CsvFactory(columns=[{"source": "anställningsnummer", "width": 3, "heading": "Anst"}])
    attested(amira, at("2026-05-12 20:00"), at("2026-05-13 06:00"), by=town.manager)

    run = made(layout, officer)

    (left,) = run.left_out.all()
    assert (left.reason, left.facts) == ("too_wide", {"column": "Anst", "width": 3, "text": "4711"})
    assert run.lines.count() == 0
    assert made(CsvFactory(), officer).lines.count() == 5  # 10 h over two days, 2 h evening, 2 + 6 h night


def test_a_file_that_breaks_the_rules_is_not_kept(town, amira, officer):
    WageCode.objects.update(code="JOB")
    attested(amira, at("2026-05-12 07:00"), at("2026-05-12 16:00"), by=town.manager)

    with pytest.raises(Refused, match=r"Tidkoden finns inte i formatet. \(code_known, postid 1\)"):
        made(PaxmlFactory(), officer)

    assert not PayRun.objects.exists()
    assert made(CsvFactory(), officer).number == 1


@pytest.mark.parametrize(
    ("first", "last", "why"),
    [
        ("2026-05-31", "2026-05-01", "slutar innan"),
        ("2026-05-01", "2026-06-02", "inte slut"),
        ("2020-01-01", "2026-05-31", "ett år"),
    ],
)
def test_a_period_that_cannot_be_is_refused(officer, csv, first, last, why):
    period = Asked(date.fromisoformat(first), date.fromisoformat(last), None, csv)

    with pytest.raises(Refused, match=why):
        runs.make(period, command=uuid.uuid4(), by=officer, at=JUNE)


def test_a_foreseen_run_is_the_run_and_writes_nothing(town, amira, officer, csv):
    attested(amira, at("2026-05-12 07:00"), at("2026-05-12 16:00"), by=town.manager)

    draft = runs.foresee(asked(csv), at=JUNE)

    assert not PayRun.objects.exists()
    assert draft.sums == made(csv, officer).sums


def test_each_deed_is_written_down(town, amira, officer, csv):
    attested(amira, at("2026-05-12 07:00"), at("2026-05-12 16:00"), by=town.manager)
    run = made(csv, officer)
    runs.fetch(run, by=officer, at=JUNE).close()
    runs.take_back(run, by=officer, at=JUNE)

    deeds = HistoryEntry.objects.filter(action__startswith="payrun.").order_by("pk")
    assert [(deed.action, deed.user) for deed in deeds] == [
        ("payrun.make", officer), ("payrun.export", officer), ("payrun.take_back", officer),
    ]  # fmt: skip

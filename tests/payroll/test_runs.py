"""Runs, with their arithmetic."""

import uuid
from datetime import date

import pytest

from booking.models import Booking
from booking.operations import worked_time
from payroll import files
from payroll.models import AccountString, LeftOut, PayRun, RunLine, WageCode
from payroll.operations import runs
from payroll.operations.asked import Asked
from people.models import HistoryEntry
from people.operations.refusals import Refused
from tests.clock import at
from tests.factories.payroll import CsvFactory, PaxmlFactory, attested
from tests.payroll.making import JULY, JUNE, asked, made, text_of


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


def test_a_run_of_one_area_leaves_the_other_alone(town, elsewhere, amira, officer, csv):
    attested(amira, at("2026-05-12 07:00"), at("2026-05-12 16:00"), by=town.manager)
    other = elsewhere.substitute(employee_number="4712")
    attested(other, at("2026-05-12 07:00"), at("2026-05-12 15:00"), by=elsewhere.manager)

    assert text_of(made(csv, officer, area=town.area)) == ["4711;2026-05-12;ARB;9,00;"]
    assert text_of(made(csv, officer)) == ["4712;2026-05-12;ARB;8,00;"]


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


def test_time_that_went_into_a_time_bank_is_left_out(town, amira, officer, csv):
    banked = attested(amira, at("2026-05-12 07:00"), at("2026-05-12 16:00"), by=town.manager)
    Booking.objects.filter(pk=banked.pk).update(terms=banked.terms | {"gives_time": True})

    run = made(csv, officer)

    assert list(run.left_out.values_list("booking", "reason")) == [(banked.pk, "banked")]
    assert not run.lines.exists()


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

from dataclasses import replace
from datetime import date

import pytest

from payroll.columns import FORMATS, Column, Facts, Unfit
from payroll.layouts import Laid, line, lines
from tests.clock import at

FACTS = Facts(
    employee_number="4711", day=date(2026, 11, 30), starts=at("2026-11-30 07:00"), ends=at("2026-11-30 16:00"),
    minutes=495, hundredths=825, code="ARB", wage_type="1010", account="5010-21", reason="Sjukdom", booking="b-1",
    correction="", workplace="Solgården", occupation="undersköterska", area="Hemtjänst", run=7,
)  # fmt: skip


def row(*columns: Column, facts: Facts = FACTS, **how: object) -> str:
    laid = Laid(columns, **{"encoding": "UTF-8", "line_end": ""} | how)
    return line(laid, facts).decode("utf-8")


@pytest.mark.parametrize(
    ("source", "shape", "text"),
    [
        ("anställningsnummer", "", "4711"), ("personnummer", "", ""),
        ("datum", "", "2026-11-30"),
        ("datum", "ÅÅÅÅMMDD", "20261130"), ("datum", "ÅÅMMDD", "261130"), ("från", "", "07:00"),
        ("från", "TTMM", "0700"), ("från", "datum", "2026-11-30"), ("från", "ÅÅÅÅMMDD", "20261130"),
        ("till", "", "16:00"), ("till", "TTMM", "1600"), ("till", "datum", "2026-11-30"),
        ("till", "ÅÅÅÅMMDD", "20261130"),
        ("timmar", "", "8,25"),
        ("timmar", "hundradelar", "825"), ("timmar", "minuter", "495"),
        ("timmar", "TT:MM", "8:15"),
        ("löneart", "", "1010"), ("tidkod", "", "ARB"), ("kontering", "", "5010-21"), ("orsak", "", "Sjukdom"),
        ("bokning", "", "b-1"), ("rättelse", "", ""), ("arbetsplats", "", "Solgården"), ("yrke", "", "undersköterska"),
        ("område", "", "Hemtjänst"), ("körning", "", "7"),
    ],
)  # fmt: skip
def test_each_source_is_written_as_its_format_says(source, shape, text):
    assert Column(source, format=shape).cell(FACTS, ",") == text


def test_every_format_of_every_source_is_tried_above():
    assert sum(len(formats) for formats in FORMATS.values()) == 27


@pytest.mark.parametrize(
    ("options", "cell"),
    [
        ({"width": 8}, "-8,25   "), ({"width": 8, "align": "höger"}, "   -8,25"),
        ({"width": 8, "align": "höger", "fill": "0"}, "-0008,25"), ({"width": 8, "fill": "."}, "-8,25..."),
    ],
)  # fmt: skip
def test_a_width_is_filled(options, cell):
    back = replace(FACTS, minutes=-495, hundredths=-825)

    assert Column("timmar", **options).cell(back, ",") == cell


def test_what_is_too_wide_is_never_cut():
    with pytest.raises(Unfit) as unfit:
        Column("arbetsplats", "Enhet", width=5).cell(FACTS, ",")

    assert (unfit.value.reason, unfit.value.facts) == (
        "too_wide", {"column": "Enhet", "width": 5, "text": "Solgården"}
    )  # fmt: skip


def test_a_separated_file_quotes_what_it_must():
    facts = replace(FACTS, account='50;10 "x"')
    columns = (Column("anställningsnummer"), Column("kontering"), Column("timmar"))

    assert row(*columns, facts=facts) == '4711;"50;10 ""x""";8,25'
    assert row(*columns, always_quoted=True) == '"4711";"5010-21";"8,25"'
    assert row(*columns, separator="\t", decimal_sign=".") == "4711\t5010-21\t8.25"


def test_a_fixed_file_has_no_sign_between_its_columns():
    assert row(
        Column("anställningsnummer", width=6, align="höger", fill="0"), Column("tidkod", width=4), separator=""
    ) == ("004711ARB ")


def test_formulas_are_defused_only_where_asked_and_hours_are_no_formula():
    facts = replace(FACTS, account="=1+1", hundredths=-825)
    columns = (Column("kontering"), Column("timmar"))

    assert row(*columns, facts=facts) == "=1+1;-8,25"
    assert row(*columns, facts=facts, against_formulas=True) == "'=1+1;-8,25"


def test_a_heading_stands_first_where_asked():
    laid = Laid([Column("tidkod", "Kod"), Column("timmar")], with_heading=True)

    assert list(lines(laid, [FACTS])) == [b"Kod;timmar\r\n", b"ARB;8,25\r\n"]


def test_a_sign_that_the_encoding_lacks_is_told_and_not_replaced():
    with pytest.raises(Unfit) as unfit:
        line(Laid([Column("arbetsplats")], encoding="ISO-8859-1"), replace(FACTS, workplace="Łąka"))

    assert unfit.value.facts == {"sign": "Ł", "encoding": "ISO-8859-1"}


def test_a_line_break_in_a_value_is_no_row():
    with pytest.raises(Unfit, match="line_break"):
        row(Column("orsak"), facts=replace(FACTS, reason="a\nb"))

"""A table as a file."""

import csv
import io
import tracemalloc
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from people.exports import Column, Kind, defused, table_response
from tests.cast import at

pytestmark = pytest.mark.django_db  # an answer that has been sent lets go of the database

COLUMNS = [
    Column("starts", "Börjar", lambda row: row[0], width=20, moment=True),
    Column("name", "Namn", lambda row: row[1]),
    Column("number", "Antal", lambda row: row[2]),
]
FORMULAS = ["=1+1", "+46701740605", "-1", "@SUM(A1)", "\tx", "\rx", "\n=1", "\uff1d1+1"]


def sent(*rows: tuple, kind: Kind, columns=COLUMNS) -> bytes:
    with closing(table_response(columns, rows, name="pass", kind=kind)) as answer:
        return b"".join(answer.streaming_content)


def lines(*rows: tuple, **given) -> list[list[str]]:
    return list(csv.reader(io.StringIO(sent(*rows, kind=Kind.CSV, **given).decode("utf-8"), newline="")))


def sheet(*rows: tuple, **given):
    return load_workbook(io.BytesIO(sent(*rows, kind=Kind.XLSX, **given))).active


def test_a_machine_gets_codes_and_both_what_the_clock_showed_and_the_moment():
    head, row = lines((at("2026-05-13 07:00"), "Åsa", 3))

    assert head == ["starts", "starts_local", "name", "number"]
    assert row == ["2026-05-13T05:00:00Z", "2026-05-13T07:00:00+02:00", "Åsa", "3"]


def test_the_hour_that_comes_twice_is_told_apart_for_a_machine():
    first, second = at("2026-10-25 01:30"), at("2026-10-25 03:30")

    _head, *rows = lines((first, "", 0), (second, "", 0))

    assert [row[1] for row in rows] == ["2026-10-25T01:30:00+02:00", "2026-10-25T03:30:00+01:00"]


def test_nothing_is_an_empty_cell_and_a_day_is_a_day():
    assert lines((None, None, date(2026, 5, 13)))[1] == ["", "", "", "2026-05-13"]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_is_never_a_formula_for_a_spreadsheet_that_reads_the_csv(text):
    assert lines((None, text, 0))[1][2] == f"'{text}"


def test_a_number_below_nothing_is_a_number():
    assert lines((None, "a-b", -3), (None, "", Decimal("-0.5")))[1:] == [["", "", "a-b", "-3"], ["", "", "", "-0.5"]]


def test_what_is_written_with_commas_quotes_and_lines_is_one_cell():
    assert lines((None, 'Ring, "Maj"\nsen', 0))[1][2] == 'Ring, "Maj"\nsen'


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("http://x")', "+1", "-1", "@A1"])
def test_a_text_is_never_a_formula_in_the_workbook(text):
    cell = sheet((None, text, 0))["B2"]

    assert (cell.data_type, cell.value) == ("s", text)


def test_a_heading_is_never_a_formula_either():
    assert sheet(columns=[Column("x", "=1+1", str)])["A1"].data_type == "s"


def test_people_get_dates_as_dates_widths_and_a_heading_that_stays():
    page = sheet((at("2026-05-13 07:00"), "Åsa", 3), (date(2026, 5, 14), "", 0))

    assert [cell.value for cell in page[1]] == ["Börjar", "Namn", "Antal"]
    assert page["A1"].font.bold
    assert page["A2"].value.isoformat() == "2026-05-13T07:00:00"
    assert page["A2"].number_format == "yyyy-mm-dd hh:mm"
    assert page["A3"].number_format == "yyyy-mm-dd"
    assert (page.freeze_panes, page.column_dimensions["A"].width) == ("A2", 20)


def test_what_a_workbook_cannot_hold_is_left_out_of_it():
    assert sheet((None, "a\x00b\x0bc\ufffe\uffff", 0))["B2"].value == "abc"
    assert len(sheet((None, "a" * 40_000, 0))["B2"].value) == 32_767


def test_the_file_is_saved_under_its_name():
    for kind in Kind:
        answer = table_response(COLUMNS, [], name="pass-2026-05-12", kind=kind)
        assert f'filename="pass-2026-05-12.{kind.value}"' in answer["Content-Disposition"]
        answer.close()


@pytest.mark.parametrize("kind", Kind)
def test_ten_times_the_rows_take_no_more_memory(kind):
    assert peak(5_000, kind) < 1.5 * peak(500, kind)


def peak(number: int, kind: Kind) -> int:
    """The most memory, in bytes, that a file of so many rows took."""

    def rows() -> Iterator[tuple]:
        return ((at("2026-05-13 07:00"), f"Vikarie {row}", row) for row in range(number))

    tracemalloc.start()
    with closing(table_response(COLUMNS, rows(), name="pass", kind=kind)) as answer:
        for _part in answer.streaming_content:
            pass
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def test_a_word_with_a_dash_inside_is_left_as_it_is():
    assert defused("Solgården - natt") == "Solgården - natt"

"""A file is read as its layout says; what cannot be understood is said in words at its row and column."""

import io
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook

from payroll.importing import reading
from payroll.models import FactsLayout
from people import personnummer
from people.importing.tables import MOST_BYTES, Unreadable
from tests.factories.payroll import EmploymentLayoutFactory, PayLayoutFactory
from tests.payroll.importing.files import EMPLOYMENT, PAY, csv_of

TODAY = date(2026, 5, 12)
A_NUMBER, NO_NUMBER = "19850101-9809", "19850101-9998"


def layout(**changed):
    return PayLayoutFactory.build(**changed)


def read(content, **changed):
    return reading.read(content, layout(**changed), today=TODAY)


def first(row, **changed):
    return read(csv_of(PAY, row), **changed)[0]


def test_a_row_is_its_person_and_its_values():
    row = first(("V-1", "2026-04", "12 345,50", "152,40"))

    assert (row.number, list(row.person), row.faults) == (2, ["v-1"], {})
    assert row.values == {"month": "2026-04-01", "gross": "12345.50", "hourly_pay": "152.40"}


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        (("", "2026-04", "1", ""), "person", "Skriv anställningsnumret."),
        (("9" * 21, "2026-04", "1", ""), "person", "Skriv anställningsnumret."),
        (("V-1", "", "1", ""), "month", "Här måste något stå."),
        (("V-1", "april", "1", ""), "month", "Skriv månaden som 2026-05."),
        (("V-1", "2026-06", "1", ""), "month", "Månaden har inte börjat."),
        (("V-1", "2026-04", "", ""), "gross", "Här måste något stå."),
        (("V-1", "2026-04", "-1", ""), "gross", "Talet är negativt. Rätta det i lönesystemet."),
        (("V-1", "2026-04", "500000,01", ""), "gross", "Talet är orimligt stort."),
        (("V-1", "2026-04", "=SUM(A1)", ""), "gross", "Skriv ett tal som 12345,50."),
        (("V-1", "2026-04", "1", "5000,01"), "hourly_pay", "Talet är orimligt stort."),
        (("V-1", "2026-04", "1", "1,234"), "hourly_pay", "Skriv högst två decimaler."),
    ],
)
def test_what_is_wrong_is_said_by_column(row, column, words):
    assert first(row).faults == {column: words}


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        (("V-1", "", "Timavlönad", "2026-01-01", "", ""), "reference", "Här måste något stå."),
        (("V-1", "A1", "", "2026-01-01", "", ""), "form", "Här måste något stå."),
        (("V-1", "A1", "=1+1", "2026-01-01", "", ""), "form", "Börja inte med =, +, - eller @."),
        (("V-1", "A1", "x" * 101, "2026-01-01", "", ""), "form", "Skriv högst 100 tecken."),
        (("V-1", "A1", "Tim", "2026-02-30", "", ""), "since", "Skriv dagen som 2026-05-31."),
        (("V-1", "A1", "Tim", "2026-02-01", "2026-01-31", ""), "until", "Sista dagen kan inte ligga före den första."),
    ],
)
def test_so_it_is_of_employments(row, column, words):
    found = reading.read(csv_of(EMPLOYMENT, row), EmploymentLayoutFactory.build(), today=TODAY)

    assert found[0].faults == {column: words}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "iso-8859-1", "utf-16"])
@pytest.mark.parametrize("said", ["", "fits"])
def test_it_is_read_whatever_its_signs_are_kept_as(encoding, said):
    names = {"iso-8859-1": "cp1252", "utf-8-sig": "utf-8"}
    chosen = names.get(encoding, encoding) if said else ""
    content = "Anstnr|Månad|Bruttolön|Timlön\nÅ-1|2026-04|1,00|\n".encode(encoding)

    assert list(read(content, encoding=chosen, delimiter="|")[0].person) == ["å-1"]


def test_a_mark_at_the_beginning_says_more_than_the_layout():
    assert read(csv_of(PAY, ("Å-1", "2026-04", "1", "")).decode().encode("utf-8-sig"), encoding="cp1252")


def test_signs_that_are_not_of_the_chosen_encoding_are_refused_in_words():
    with pytest.raises(Unreadable, match="teckenkodning"):
        read(csv_of(PAY, ("Å-1", "2026-04", "1", "")).decode().encode("cp1252"), encoding="utf-8")


def test_columns_are_found_by_number_where_there_are_no_headings():
    places = {"column_person": "3", "column_month": "1", "column_gross": "2", "column_hourly_pay": ""}

    row = read(b"202604\t1234.50\tV-1\n", has_headings=False, decimal_sign=".", days="%Y%m%d", **places)[0]

    assert (row.number, list(row.person), row.values) == (1, ["v-1"], {"month": "2026-04-01", "gross": "1234.50"})


def test_a_personnummer_is_kept_as_what_its_keys_make_of_it(settings):
    settings.PERSONNUMMER_KEYS = ["new", "old"]
    row = first((A_NUMBER, "2026-04", "1", ""), person_by=FactsLayout.PersonBy.PERSONNUMMER)

    digits = A_NUMBER.replace("-", "")
    assert list(row.person) == [personnummer.keyed(digits, "new"), personnummer.keyed(digits, "old")]
    assert digits not in str(row.as_kept())


def test_a_personnummer_where_a_number_of_employment_was_told_is_not_kept():
    row = first((A_NUMBER, "2026-04", "1", ""))

    assert row.faults == {"person": "Här står ett personnummer. Lönefilen säger anställningsnummer."}
    assert A_NUMBER[:8] not in str(row.as_kept())


def test_what_is_no_personnummer_is_refused_and_not_kept():
    row = first((NO_NUMBER, "2026-04", "1", ""), person_by=FactsLayout.PersonBy.PERSONNUMMER)

    assert row.faults == {"person": "Skriv personnumret med tolv siffror."}
    assert NO_NUMBER not in str(row.as_kept())


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "Filen har inga rader"),
        (b"Anstnr;x\n", "Filen har inga rader"),
        ("Anstnr;Månad\nV-1;2026-04\n".encode(), "Filen saknar kolumner: Bruttolön, Timlön"),
        ("Anstnr;Månad;Bruttolön;Timlön;anstnr\n1;2;3;4;5\n".encode(), "samma kolumn två gånger: Anstnr"),
        (b"PK\x03\x04 no zip", "går inte att läsa"),
        (b"a;b\n\x00;1\n", "går inte att läsa"),
        (b"x" * (2 * MOST_BYTES), "större än 5 MB"),
        (csv_of(PAY, *[("V-1", "2026-04", "1", "")] * 20_001), "fler än 20 000 rader"),
    ],
    ids=["empty", "headings alone", "missing", "twice", "no book", "NUL", "10 MB", "long"],
)
def test_a_file_that_is_none_of_the_layout_is_refused_in_words(content, words):
    with pytest.raises(Unreadable, match=words):
        read(content)


def test_a_small_book_that_unpacks_to_a_huge_one_is_refused():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 101 * 1024 * 1024)

    with pytest.raises(Unreadable, match="för stor"):
        read(file.getvalue())


def test_a_book_is_read_with_its_own_numbers_and_days():
    book, file = Workbook(), io.BytesIO()
    for row in (PAY, ("V-1", TODAY, 12345.5, "152,40")):
        book.active.append(row)
    book.save(file)

    row = read(file.getvalue())[0]

    assert row.values == {"month": "2026-05-01", "gross": "12345.50", "hourly_pay": "152.40"}

"""A table comes as XLSX or CSV, from Excel or a payroll system, and is the same rows of text."""

import io
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from people.importing import tables
from people.importing.tables import MOST_ROWS, Unreadable, rows_of

ROWS = [(1, ["Namn", "Nummer"]), (2, ["Åsa Öberg", "104205"])]


SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'
)


def xlsx(*rows):
    book, file = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_csv_is_read_whatever_wrote_it(delimiter, encoding):
    text = f"Namn{delimiter}Nummer\r\nÅsa Öberg{delimiter}104205\r\n"

    assert rows_of(text.encode(encoding)) == ROWS


def test_a_cell_in_quotes_may_hold_the_delimiter_and_a_new_line():
    assert rows_of(b'a;b\n"x; y";"1\n2"\n')[1] == (2, ["x; y", "1 2"])


def test_an_xlsx_shows_whole_numbers_and_days_as_they_are_written():
    moment = datetime(2026, 6, 1)  # noqa: DTZ001 (a cell knows of no time zone)
    found = rows_of(xlsx(["Namn", "Nummer", "Dag", "Dag"], ["Åsa", 104205.0, moment, date(2026, 6, 2)]))

    assert found[1] == (2, ["Åsa", "104205", "2026-06-01", "2026-06-02"])


def test_empty_rows_are_left_out_and_the_others_keep_their_number():
    assert rows_of(b"a;b\n;\n\n1;2\n") == [(1, ["a", "b"]), (4, ["1", "2"])]


@pytest.mark.parametrize("content", [b"", b"a;b\n", b"\n\n"])
def test_a_file_without_anybody_is_refused_in_words(content):
    with pytest.raises(Unreadable, match="Filen är tom"):
        rows_of(content)


@pytest.mark.parametrize("content", [b"PK\x03\x04 not a zip", b'a;b\n"never ends;1\n'])
def test_a_broken_file_is_refused_in_words(content):
    with pytest.raises(Unreadable, match="går inte att läsa"):
        rows_of(content)


def test_a_zip_that_holds_no_book_is_refused_in_words():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("a.txt", "x")

    with pytest.raises(Unreadable, match="går inte att läsa"):
        rows_of(file.getvalue())


def test_a_small_file_that_unpacks_to_a_huge_one_is_not_unpacked():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * (tables.MOST_UNPACKED + 1))

    with pytest.raises(Unreadable, match="för stor"):
        rows_of(file.getvalue())


@pytest.mark.parametrize(("part", "tag"), [("xl/worksheets/sheet1.xml", "<c/>"), ("xl/styles.xml", "<font/>")])
def test_a_small_file_of_a_million_cells_or_words_is_not_read(part, tag):
    book = remade(xlsx(["Namn"]), part=part, content=f"<worksheet><sheetData><row>{tag * (tables.MOST_TAGS + 1)}")

    with pytest.raises(Unreadable, match="för stor"):
        rows_of(book)


def test_what_a_book_says_of_other_files_or_of_itself_tenfold_is_not_followed():
    cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>'
    for entity in (
        '<!ENTITY b SYSTEM "file:///etc/passwd">',
        f'<!ENTITY a "{"x" * 9999}"><!ENTITY b "{"&a;" * 9999}">',
    ):
        sheet = f"<!DOCTYPE worksheet [{entity}]>{SHEET % (cell * 3)}"

        with pytest.raises(Unreadable, match="går inte att läsa"):
            rows_of(remade(xlsx(["Namn"]), part="xl/worksheets/sheet1.xml", content=sheet))


def test_a_file_is_neither_too_large_nor_too_long():
    with pytest.raises(Unreadable, match="5 MB"):
        rows_of(b"x" * (tables.MOST_BYTES + 1))
    with pytest.raises(Unreadable, match="5 000 rader"):
        rows_of(b"a;b\n" + b"1;2\n" * (MOST_ROWS + 1))


def remade(book, *, part, content):
    """The book with one of its parts made otherwise."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as packed, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as other:
        for name in packed.namelist():
            other.writestr(name, content if name == part else packed.read(name))
    return file.getvalue()


def locked(book):
    """The book, marked as encrypted part by part."""
    for mark, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        first, *rest = book.split(mark)
        book = first + b"".join(mark + part[: at - 4] + b"\x01" + part[at - 3 :] for part in rest)
    return book


def torn(book):
    """The book, with its packed bytes overwritten."""
    return book[:60] + b"\xff" * 200 + book[260:]


@pytest.mark.parametrize(
    "damaged",
    [
        remade(xlsx(["Namn"]), part="xl/worksheets/sheet1.xml", content="<worksheet><sheetData><row>"),
        remade(xlsx(["Namn"]), part="xl/workbook.xml", content=""),
        locked(xlsx(["Namn"])),
        torn(xlsx(["Namn"])),
    ],
    ids=["sheet", "book", "locked", "torn"],
)
def test_a_damaged_or_locked_book_is_refused_in_words(damaged):
    with pytest.raises(Unreadable, match="går inte att läsa"):
        rows_of(damaged)


def test_a_cell_far_to_the_right_does_not_make_every_row_as_wide():
    far = [None] * 16_000 + ["x"]

    assert [len(cells) for _number, cells in rows_of(xlsx(["Namn", *far], ["Åsa", *far]))] == [tables.MOST_COLUMNS] * 2

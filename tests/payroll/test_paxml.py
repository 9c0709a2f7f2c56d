import io
from datetime import date

import pytest

from payroll.paxml import Head, Time, decimal, document
from payroll.paxml_rules import faults

HEAD = Head(date(2026, 12, 1), company="212000", company_number="212000-0001", company_name="Älvsunda & co")
DAY = date(2026, 11, 30)


def written(*times: Time, head: Head = HEAD, codes=None) -> bytes:
    named = {time.code: "Arbetad tid" for time in times} if codes is None else codes
    return b"".join(document(head, named, times))


def test_a_row_is_a_day_and_hours_and_the_file_keeps_every_rule():
    file = written(Time(1, "4711", "ARB", DAY, 750, account="5010<1>", info="a"))

    assert list(faults(io.BytesIO(file))) == []
    assert (
        '<tidtrans postid="1" anstid="4711"><tidkod>ARB</tidkod><datum>2026-11-30</datum><timmar>7.50</timmar>'
        "<kontonr>5010&lt;1&gt;</kontonr><info>a</info></tidtrans>"
    ) in file.decode("iso-8859-1")
    assert '<kod id="ARB" namn="Arbetad tid"/>' in file.decode("iso-8859-1")


def test_of_no_rows_the_element_is_left_out():
    file = written()

    assert b"tidtransaktioner" not in file
    assert b"koder" not in file
    assert list(faults(io.BytesIO(file))) == []


@pytest.mark.parametrize("encoding", ["ISO-8859-1", "UTF-8"])
def test_the_encoding_is_as_chosen_and_no_sign_is_lost(encoding):
    head = Head(DAY, company_name="Łódź-Älvsunda", encoding=encoding)

    file = written(Time(1, "1", "ÖT1", DAY, 100), head=head)

    assert file.startswith(f'<?xml version="1.0" encoding="{encoding}"?>'.encode())
    assert ("Łódź-Älvsunda".encode() in file) == (encoding == "UTF-8")
    assert "<tidkod>ÖT1</tidkod>".encode(encoding) in file
    assert ("&#321;" in file.decode(encoding)) == (encoding == "ISO-8859-1")
    assert list(faults(io.BytesIO(file))) == []


def test_what_is_taken_back_has_a_minus():
    assert b"<timmar>-0.25</timmar>" in written(Time(1, "1", "ARB", DAY, -25))


@pytest.mark.parametrize(
    ("hundredths", "text"), [(0, "0.00"), (5, "0.05"), (-5, "-0.05"), (1250, "12.50"), (-1250, "-12.50")]
)
def test_hundredths_are_written_with_two_decimals(hundredths, text):
    assert decimal(hundredths) == text

"""A PAXml 2.0 file of worked time, written row by row, so that memory does not grow with the number. Pure.

What ISO-8859-1 has no sign for becomes a character reference, which every reader of XML reads back: nothing is lost.
A row states a day and hours, and nothing else of when; a reversal states them with a minus.
"""

import html
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from people.exports import writable

LONGEST_COMPANY_NUMBER = 12


@dataclass(frozen=True, slots=True)
class Head:
    """From whom the file is, and of what day. `encoding` is ISO-8859-1 or UTF-8."""

    made: date
    company: str = ""
    company_number: str = ""
    company_name: str = ""
    encoding: str = "ISO-8859-1"


@dataclass(frozen=True, slots=True)
class Time:
    """Hours of one person, day and code, in hundredths of an hour; `number` is the row's own in the file."""

    number: int
    employee: str
    code: str
    day: date
    hundredths: int
    account: str = ""
    info: str = ""


def document(head: Head, codes: Mapping[str, str], times: Iterable[Time]) -> Iterator[bytes]:
    """The file, line by line. `codes` names those that the rows use; of no rows there is no element."""
    yield from (f"{line}\r\n".encode(head.encoding, "xmlcharrefreplace") for line in _lines(head, codes, times))


def decimal(hundredths: int, sign: str = ".") -> str:
    """`-7,50` of -750."""
    whole, rest = divmod(abs(hundredths), 100)
    return f"{'-' if hundredths < 0 else ''}{whole}{sign}{rest:02}"


def _lines(head: Head, codes: Mapping[str, str], times: Iterable[Time]) -> Iterator[str]:
    yield f'<?xml version="1.0" encoding="{head.encoding}"?>'
    yield "<paxml>"
    yield from _header(head)
    if codes:
        yield "  <koder>"
        yield from (f"    <kod{_attributes(id=code, namn=name)}/>" for code, name in sorted(codes.items()))
        yield "  </koder>"
    yield from _times(times)
    yield "</paxml>"


def _header(head: Head) -> Iterator[str]:
    yield "  <header>"
    said = {
        "version": "2.0",
        "format": "LÖNIN",
        "datum": head.made.isoformat(),
        "foretagid": head.company,
        "foretagorgnr": head.company_number,
        "foretagnamn": head.company_name,
        "programnamn": "Vikarieportalen",
    }
    yield from (f"    {_element(tag, text)}" for tag, text in said.items() if text)
    yield "  </header>"


def _times(times: Iterable[Time]) -> Iterator[str]:
    """An empty element is refused by the schema: it is opened by the first row."""
    time = None
    for time in times:
        if time.number == 1:
            yield "  <tidtransaktioner>"
        yield _row(time)
    if time:
        yield "  </tidtransaktioner>"


def _row(time: Time) -> str:
    said = {
        "tidkod": time.code,
        "datum": time.day.isoformat(),
        "timmar": decimal(time.hundredths),
        "kontonr": time.account,
        "info": time.info,
    }
    children = "".join(_element(tag, text) for tag, text in said.items() if text)
    return f"    <tidtrans{_attributes(postid=str(time.number), anstid=time.employee)}>{children}</tidtrans>"


def _element(tag: str, text: str) -> str:
    return f"<{tag}>{_escaped(text)}</{tag}>"


def _attributes(**said: str) -> str:
    return "".join(f' {name}="{_escaped(text)}"' for name, text in said.items())


def _escaped(text: str) -> str:
    return html.escape(writable(text))

"""A run's file, made from its rows each time, by the layout as it was: the same bytes as long as nobody is erased."""

import hashlib
import tempfile
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import ExitStack, closing
from typing import IO, Any

from booking.period import STOCKHOLM
from payroll import layouts, paxml, paxml_rules
from payroll.columns import Column, Facts
from payroll.layouts import Laid
from payroll.models import Layout, PayRun
from payroll.paxml import Head, Time
from payroll.told import INSTEAD, STORED, TAKEN_BACK, facts_of
from people.operations import identity

AT_A_TIME = 2000
IN_MEMORY = 1_000_000  # bytes; a larger file is on disk while it is looked at
ENDINGS = {Layout.Kind.PAXML: "xml", Layout.Kind.CSV: "csv", Layout.Kind.FIXED: "txt"}
INFO = {TAKEN_BACK: "Rättelse: tas tillbaka", INSTEAD: "Rättelse: gäller nu", "": ""}
"""What the file says of a row; Swedish, whatever language somebody fetches it in."""


def name_of(run: PayRun) -> str:
    """As the browser saves it: `lon-0007.xml`."""
    return f"lon-{run.number:04}.{ENDINGS[run.recipe['kind']]}"


def content(run: PayRun) -> Iterator[bytes]:
    """The file in pieces."""
    with closing(_facts(run)) as rows:  # and the database's cursor with them, whatever a row may raise
        if run.recipe["kind"] == Layout.Kind.PAXML:
            yield from paxml.document(_head(run), run.codes, _times(rows))
        else:
            yield from layouts.lines(laid(run.recipe), rows)


def laid(recipe: Mapping[str, Any]) -> Laid:
    """How rows are written in a file that is no PAXml."""
    fixed = recipe["kind"] == Layout.Kind.FIXED
    return Laid(
        columns=[Column.of(kept) for kept in recipe["columns"]],
        separator="" if fixed else recipe["separator"],
        encoding=recipe["encoding"],
        line_end=recipe["line_end"],
        decimal_sign=recipe["decimal_sign"],
        with_heading=recipe["with_heading"],
        always_quoted=recipe["always_quoted"] and not fixed,
        against_formulas=recipe["against_formulas"],
    )


def checked(run: PayRun) -> tuple[str, list[str]]:
    """The SHA-256 of its file, and the faults that the rules find in it, a sentence each."""
    file, digest = spooled(run)
    with file:
        is_paxml = run.recipe["kind"] == Layout.Kind.PAXML
        return digest, [str(fault) for fault in paxml_rules.faults(file)] if is_paxml else []


def spooled(run: PayRun) -> tuple[IO[bytes], str]:
    """The whole file, from its beginning, and its SHA-256."""
    digest = hashlib.sha256()
    with ExitStack() as unless_whole:
        file = unless_whole.enter_context(tempfile.SpooledTemporaryFile(max_size=IN_MEMORY))
        for piece in content(run):
            file.write(piece)
            digest.update(piece)
        file.seek(0)
        unless_whole.pop_all()  # whoever asked closes it
    return file, digest.hexdigest()


def _facts(run: PayRun) -> Generator[Facts, None, None]:
    hidden = identity.payroll_numbers(run.lines.filter(shift__employee_number="").values("shift__substitute"))
    rows = run.lines.order_by("number").values_list("shift__employee_number", "shift__substitute", *STORED)
    for number, person, *told in rows.iterator(chunk_size=AT_A_TIME):
        yield facts_of(told, run=run.number, employee_number=number or hidden.get(person, ""))


def _head(run: PayRun) -> Head:
    recipe = run.recipe
    day = run.made_at.astimezone(STOCKHOLM).date()
    return Head(day, recipe["company"], recipe["company_number"], recipe["company_name"], recipe["encoding"])


def _times(rows: Iterable[Facts]) -> Iterator[Time]:
    for number, facts in enumerate(rows, start=1):
        info = INFO[facts.correction]
        yield Time(
            number, facts.employee_number, facts.code, facts.day, facts.hundredths, account=facts.account, info=info
        )

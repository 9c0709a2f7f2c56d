"""A workbook is XML: what it defines of its own is not read."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from people.importing.tables import Unreadable, rows_of

BOMB = '<!DOCTYPE x [<!ENTITY a "secret"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


def book_with(doctype: str, first: str = "&a;") -> bytes:
    """A workbook whose parts begin with it, with that in its first cell."""
    made, file = Workbook(), io.BytesIO()
    made.active.append(["CELL", "Efternamn"])
    made.save(file)
    changed = io.BytesIO()
    with zipfile.ZipFile(file) as before, zipfile.ZipFile(changed, "w") as after:
        for name in before.namelist():
            text = before.read(name)
            if name.endswith(("sheet1.xml", "sharedStrings.xml")):
                text = doctype.encode() + text.replace(b"CELL", first.encode())
            after.writestr(name, text)
    return changed.getvalue()


@pytest.mark.parametrize("doctype", [BOMB, OUTSIDE], ids=["of itself", "of the machine"])
def test_a_book_that_defines_entities_is_refused_in_words(doctype):
    with pytest.raises(Unreadable, match="går inte att läsa"):
        rows_of(book_with(doctype))


def test_the_same_book_without_them_is_read_as_it_stands():
    with pytest.raises(Unreadable) as why:
        rows_of(book_with("", "Anna"))

    assert "går inte att läsa" not in str(why.value)

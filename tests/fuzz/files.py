"""Files that programs stumble over: of another kind than they say, of two kinds, broken, or far larger inside."""

import csv
import io
import json
import zipfile
from functools import cache
from random import Random
from zlib import compress, crc32

from openpyxl import Workbook

from people.exports import writable
from people.importing import columns
from people.importing.staff import columns as staff_columns
from tests.fuzz import hostile

NAMES = [
    "../../../etc/passwd", "..\\..\\a.xlsx", "a.xlsx", "a.csv", "a.CSV", "a.json", "a.pdf", "a.png", "a.jpg", "a.svg",
    "a.png.exe", "a.pdf\0.png", "", ".", "..", "con.csv", "a" * 300 + ".csv", "\u202egnp.csv", "å\u0308.csv", "a;b.csv",
    'a"; x="b.csv', "{{7*7}}.csv", "<img src=x>.png", "a.docx", "a.ods", "a.txt", "a.", "a.xlsx ", "%00.csv", "a.avif",
]  # fmt: skip
KINDS = [
    "text/csv", "application/pdf", "image/png", "image/svg+xml", "text/html", "application/zip", "", "x/" + "y" * 300,
]  # fmt: skip
SCRIPT = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(1)</script></svg>"
OUTSIDE = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
TENFOLD = b"".join(b'<!ENTITY %c "%s">' % (to, b"&%c;" % (to - 1) * 10) for to in range(ord("c"), ord("k")))
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "xxxxxxxxxx">' + TENFOLD + b"]><a>&j;</a>"
HEADINGS = ";".join(column.heading for column in columns.COLUMNS) + "\r\n"


def part(name: str, chance: Random) -> bytes:
    """One of them, as a form sends it."""
    called = chance.choice(NAMES) if chance.random() < 0.8 else hostile.word(chance)
    called = called.replace("\r", "").replace("\n", "")
    head = f'--xx\r\nContent-Disposition: form-data; name="{name}"; filename="{called}"\r\n'
    head += f"Content-Type: {chance.choice(KINDS)}\r\n\r\n"
    made = chance.choice([table, table, register, lambda chance: chance.choice(contents())])
    return head.encode(errors="replace") + made(chance) + b"\r\n"


def table(chance: Random) -> bytes:
    """A file that has all of the columns that are read, and in them anything."""
    ours = chance.choice([columns.COLUMNS, staff_columns.COLUMNS])
    rows = [[hostile.word(chance)[:400] for _ in ours] for _ in range(chance.choice([1, 5]))]
    headings = [column.heading for column in ours]
    if chance.random() < 0.6:
        told = io.StringIO()
        csv.writer(told, delimiter=";").writerows([headings, *rows])
        return told.getvalue().replace("\0", "").encode(errors="replace")
    book, file = Workbook(), io.BytesIO()
    for row in [headings, *rows]:
        book.active.append([writable(cell) for cell in row])
    book.save(file)
    return file.getvalue()


def register(chance: Random) -> bytes:
    """What SS 12000 calls persons and duties, of any kind of value."""
    names = ["id", "givenName", "familyName", "emails", "phoneNumbers", "civicNo", "securityMarking", "birthDate"]
    names += ["person", "dutyRole", "dutyAt", "startDate", "endDate", "displayName", "schoolUnitCode", "data"]
    objects = [{name: chance.choice([a_value(chance), {"id": "1"}, [{"value": "x"}]]) for name in names} for _ in "ab"]
    lists = {
        name: chance.choice([objects, objects, {"data": objects}, a_value(chance)]) for name in ("persons", "duties")
    }
    return json.dumps(lists | {"organisations": chance.choice([[], objects, a_value(chance)])}).encode()


def a_value(chance: Random) -> object:
    """Of any kind."""
    return chance.choice(["1", 1, None, [], {}, [[]], "\ud800", hostile.word(chance)])


@cache
def contents() -> list[bytes]:
    """Those that are the same each time."""
    return [
        b"", b"\0" * 99, b"\xff\xfe\0\0", b"\xef\xbb\xbf", b"PK\x03\x04x", b"%PDF-1.7\n1 0 obj<</S/JavaScript>>",
        SCRIPT, b"GIF89a/*" + SCRIPT + b"*/=1;", b"%PDF-1.7\n" + SCRIPT, b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0" + SCRIPT, ENTITIES, OUTSIDE,
        picture(1, 1), picture(60_000, 60_000), picture(2**31 - 1, 2**31 - 1), picture(0, 0),
        packed({"a": b"\0" * 5_000_000}), packed({"../../a": b"x"}), packed({"xl/workbook.xml": ENTITIES}),
        workbook(b""), workbook(ENTITIES), workbook(b"<worksheet>" + b" " * 5_000_000), workbook(OUTSIDE),
        HEADINGS.encode(), HEADINGS.encode("latin-1"), HEADINGS.encode("utf-16"), HEADINGS.replace("\r", "").encode(),
        (HEADINGS + '"' + "x" * 200_000).encode(), (HEADINGS + ";" * 5000).encode(), (HEADINGS + "A;\0;C\r\n").encode(),
    ]  # fmt: skip


def picture(width: int, height: int) -> bytes:
    """A PNG that says it is so large, and is a few bytes."""
    size = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\0\0\0"
    parts = [(b"IHDR", size), (b"IDAT", compress(b"\0" * 1000)), (b"IEND", b"")]
    written = (len(of).to_bytes(4, "big") + name + of + crc32(name + of).to_bytes(4, "big") for name, of in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(written)


def packed(parts: dict[str, bytes]) -> bytes:
    """A zip of them, as a workbook is."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def workbook(sheet: bytes) -> bytes:
    """A workbook as Excel makes it, with another first sheet."""
    file = io.BytesIO()
    Workbook().save(file)
    with zipfile.ZipFile(file) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    return packed(parts | {"xl/worksheets/sheet1.xml": sheet})

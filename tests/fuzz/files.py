"""Files that programs stumble over: of another kind than they say, of two kinds, broken, or far larger inside."""

import io
import zipfile
from functools import cache
from random import Random
from zlib import compress, crc32

from tests.fuzz import hostile

NAMES = [
    "../../../etc/passwd", "..\\..\\a.xlsx", "a.xlsx", "a.csv", "a.CSV", "a.pdf", "a.png", "a.jpg", "a.svg", "a.avif",
    "a.png.exe", "a.pdf\0.png", "", ".", "..", "con.csv", "a" * 300 + ".csv", "\u202egnp.csv", "å\u0308.csv", "a;b.csv",
    'a"; x="b.csv', "{{7*7}}.csv", "<img src=x>.png", "a.docx", "a.ods", "a.txt", "a.", "a.xlsx ", "%00.csv",
]  # fmt: skip
KINDS = [
    "text/csv",
    "application/pdf",
    "image/png",
    "image/svg+xml",
    "text/html",
    "application/zip",
    "",
    "x/" + "y" * 300,
]
SCRIPT = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(1)</script></svg>"
ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "' + b"x" * 99 + b'">'
    + b"".join(b'<!ENTITY %c "%s">' % (to, b"&%c;" % (to - 1) * 10) for to in range(ord("c"), ord("k")))
    + b"]><a>&j;</a>"
)  # fmt: skip
OUTSIDE = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'


def picture(width: int, height: int) -> bytes:
    """A PNG that says it is so large, and is a few bytes."""
    said = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\0\0\0"
    parts = [(b"IHDR", said), (b"IDAT", compress(b"\0" * 1000)), (b"IEND", b"")]
    written = (
        len(data).to_bytes(4, "big") + name + data + crc32(name + data).to_bytes(4, "big") for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(written)


def packed(parts: dict[str, bytes]) -> bytes:
    """A zip of them, as a workbook is."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def workbook(sheet: bytes) -> bytes:
    """A workbook as far as its first sheet, which is what is handed in."""
    return packed(
        {
            "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "xl/workbook.xml": b"<workbook><sheets><sheet name='A' sheetId='1'/></sheets></workbook>",
            "xl/worksheets/sheet1.xml": sheet,
        }
    )


@cache
def contents() -> list[bytes]:
    """All of them."""
    row = "Förnamn;Efternamn;Mobilnummer;Anställningsnummer\r\n"
    return [
        b"", b"\0" * 99, b"\xff\xfe\0\0", b"\xef\xbb\xbf", b"PK\x03\x04x", b"%PDF-1.7\n1 0 obj<</S/JavaScript>>",
        SCRIPT, b"GIF89a/*" + SCRIPT + b"*/=1;", b"%PDF-1.7\n" + SCRIPT, b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0" + SCRIPT,
        picture(1, 1), picture(60_000, 60_000), picture(2**31 - 1, 2**31 - 1), picture(0, 0), ENTITIES, OUTSIDE,
        packed({"a": b"\0" * 5_000_000}), packed({"../../a": b"x"}), packed({"xl/workbook.xml": ENTITIES}),
        workbook(b""), workbook(ENTITIES), workbook(b"<worksheet>" + b" " * 5_000_000), workbook(OUTSIDE),
        row.encode(), row.encode("latin-1"), row.encode("utf-16"), (row + "=cmd|' /C calc'!A0;@x;+1;-1\r\n").encode(),
        (row + '"' + "x" * 200_000).encode(), (row + ";" * 5000).encode(), (row + "A;B;\0;\ud800\r\n").encode(errors="replace"),
        (row + "\r\n".join(f"Å;Ö;070-174 06 {n};V{n}" for n in range(20))).encode(), row.replace("\r\n", "\r").encode(),
    ]  # fmt: skip


def part(name: str, chance: Random) -> bytes:
    """One of them, as a form sends it."""
    called = (
        (chance.choice(NAMES) if chance.random() < 0.8 else hostile.word(chance)).replace("\r", "").replace("\n", "")
    )
    head = f'--xx\r\nContent-Disposition: form-data; name="{name}"; filename="{called}"\r\n'
    head += f"Content-Type: {chance.choice(KINDS)}\r\n\r\n"
    return head.encode(errors="replace") + chance.choice(contents()) + b"\r\n"

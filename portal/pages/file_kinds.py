"""Whether a file is of the kind that its name says, and holds nothing that runs when somebody opens it."""

import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import PurePath
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from portal import security_log
from portal.uploads import MB

MOST_UNPACKED = 200 * MB
MOST_PARTS = 5_000
MOST_TIMES = 200
"""A packed part of words shrinks to a tenth, seldom to a fiftieth; what shrinks more is made to fill a memory."""

SMALL_PART = 2 * MB
OFFICE = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
}
OPEN = {
    "odt": b"application/vnd.oasis.opendocument.text",
    "ods": b"application/vnd.oasis.opendocument.spreadsheet",
}
RUNS_IN_PDF = (b"/JavaScript", b"/JS ", b"/JS(", b"/JS<", b"/Launch", b"/EmbeddedFile", b"/RichMedia", b"/XFA")
RUNS_IN_OFFICE = ("vbaproject", "vbadata", "activex/", "embeddings/", "customui/", "xl/macrosheets/", "oleobject")
RUNS_IN_OPEN = ("basic/", "scripts/", "object ")
FETCHES = ("attachedTemplate", "oleObject", "frame", "subDocument", "externalLinkPath")


@contextmanager
def read(file: IO[bytes]) -> Iterator[IO[bytes]]:
    """The file from its beginning, and at its beginning again afterwards: it is still to be saved."""
    file.seek(0)
    try:
        yield file
    finally:
        file.seek(0)


def demand(file: IO[bytes], name: str) -> None:
    """`ValidationError` beside the field if it is not what the ending of its name says."""
    kind = PurePath(name).suffix.lower().removeprefix(".")
    check = CHECKS.get(kind)
    if check is None or not check(file, kind):
        security_log.event("upload.refused", why="kind", kind=kind if check else "")
        raise ValidationError({"file": _("Filen är inte av det slag som namnet säger. Spara om den och försök igen.")})


def _runs() -> ValidationError:
    security_log.event("upload.refused", why="runs")
    words = _("Filen innehåller makron, skript eller inbäddade filer. Spara den utan dem och försök igen.")
    return ValidationError({"file": words})


def _pdf(file: IO[bytes], _kind: str) -> bool:
    content = file.read()
    if not content.startswith(b"%PDF-"):
        return False
    if any(word in content for word in RUNS_IN_PDF):
        raise _runs()
    return True


def _text(file: IO[bytes], _kind: str) -> bool:
    """Words alone: no sign that a text does not have."""
    content = file.read()
    return not any(byte < 32 and byte not in b"\t\n\r\f" for byte in content)  # noqa: PLR2004 (a space)


def _office(file: IO[bytes], kind: str) -> bool:
    with _unpacked(file) as packed:
        if packed is None or "[Content_Types].xml" not in packed.namelist():
            return False
        types = _part(packed, "[Content_Types].xml")
        names = [name.lower() for name in packed.namelist()]
        if "macroEnabled" in types or any(word in name for name in names for word in RUNS_IN_OFFICE):
            raise _runs()
        ways = [_part(packed, name) for name in packed.namelist() if name.endswith(".rels")]
        if any('TargetMode="External"' in way and any(f"/{word}" in way for word in FETCHES) for way in ways):
            raise _runs()
        return OFFICE[kind] in types


def _open_document(file: IO[bytes], kind: str) -> bool:
    with _unpacked(file) as packed:
        if packed is None or packed.namelist()[:1] != ["mimetype"] or packed.read("mimetype") != OPEN[kind]:
            return False
        if any(name.lower().startswith(RUNS_IN_OPEN) for name in packed.namelist()):
            raise _runs()
        return True


@contextmanager
def _unpacked(file: IO[bytes]) -> Iterator[zipfile.ZipFile | None]:
    """The packed file, if it is one that can be unpacked without harm."""
    try:
        packed = zipfile.ZipFile(io.BytesIO(file.read()))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        yield None
        return
    with packed:
        yield packed if _is_harmless(packed) else None


def _is_harmless(packed: zipfile.ZipFile) -> bool:
    parts = packed.infolist()
    grown = sum(part.file_size for part in parts)
    shrunk = sum(part.compress_size for part in parts) or 1
    locked = any(part.flag_bits & 1 for part in parts)
    outside = any(part.filename.startswith("/") or ".." in part.filename.split("/") for part in parts)
    few = 0 < len(parts) <= MOST_PARTS
    return few and grown <= MOST_UNPACKED and grown <= shrunk * MOST_TIMES and not locked and not outside


def _part(packed: zipfile.ZipFile, name: str) -> str:
    """The beginning of a part, as words."""
    try:
        with packed.open(name) as part:
            return part.read(SMALL_PART).decode("utf-8", errors="replace")
    except (zipfile.BadZipFile, zipfile.LargeZipFile, RuntimeError, OSError, EOFError, ValueError):
        return ""


CHECKS: dict[str, Callable[[IO[bytes], str], Any]] = {
    "pdf": _pdf, "txt": _text, "docx": _office, "xlsx": _office, "odt": _open_document, "ods": _open_document,
}  # fmt: skip

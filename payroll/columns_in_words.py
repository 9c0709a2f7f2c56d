"""A layout's columns as the system owner writes them, one a line, and what is wrong with a line. Pure.

Anställningsnummer = anställningsnummer bredd:10 plats:höger fyll:0
Datum = datum format:ÅÅÅÅMMDD
= löneart
"""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from payroll.columns import FORMATS, WIDEST, Column

PLACES = ("vänster", "höger")
MOST = 60


class Unclear(Exception):
    """The lines are not understood; a sentence for each fault."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__(*faults)
        self.faults = list(faults)


def read(text: str) -> list[Column]:
    """The columns; `Unclear` with every fault."""
    found, faults = [], []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            found.append(_column(line))
        except ValueError as fault:
            faults.append(_("Rad %(number)s: %(fault)s") % {"number": number, "fault": fault})
    if not found and not faults:
        faults = [_("Skriv minst en kolumn.")]
    if len(found) > MOST:
        faults.append(_("Högst %(most)s kolumner.") % {"most": MOST})
    if faults:
        raise Unclear(faults)
    return found


def written(columns: Sequence[Column]) -> str:
    """The same as text."""
    return "\n".join(_line(column) for column in columns)


def _line(column: Column) -> str:
    options = {
        "format": column.format,
        "bredd": str(column.width or ""),
        "plats": column.align if column.align != PLACES[0] else "",
        "fyll": column.fill.strip(),
    }
    said = " ".join(f"{name}:{value}" for name, value in options.items() if value)
    return f"{column.heading} = {column.source} {said}".strip()


def _column(line: str) -> Column:
    heading, equals, rest = line.rpartition("=")
    words = rest.split()
    if not equals or not words:
        raise ValueError(_("skriv rubrik = källa, till exempel Datum = datum."))
    source, options = words[0].lower(), dict(_option(word) for word in words[1:])
    if source not in FORMATS:
        raise ValueError(_("källan %(source)s finns inte.") % {"source": source})
    shape = options.get("format", "")
    if shape not in FORMATS[source]:
        known = ", ".join(filter(None, FORMATS[source])) or _("inget")
        raise ValueError(_("%(source)s kan inte ha formatet %(shape)s. Välj bland: %(known)s.") % {
            "source": source, "shape": shape, "known": known,
        })  # fmt: skip
    place, fill = options.get("plats", PLACES[0]), options.get("fyll", " ")
    if place not in PLACES:
        raise ValueError(_("plats är vänster eller höger."))
    if len(fill) != 1:
        raise ValueError(_("fyll är ett enda tecken."))
    return Column(source, heading.strip(), shape, _width(options.get("bredd", "0")), place, fill)


def _option(word: str) -> tuple[str, str]:
    name, colon, value = word.partition(":")
    if not colon or name not in {"format", "bredd", "plats", "fyll"}:
        raise ValueError(_("%(word)s går inte att förstå. Skriv format:, bredd:, plats: eller fyll:.") % {"word": word})
    return name, value


def _width(said: str) -> int:
    if not (said.isascii() and said.isdecimal() and len(said) <= len(str(WIDEST)) and int(said) <= WIDEST):
        raise ValueError(_("bredd är ett tal, högst %(widest)s.") % {"widest": WIDEST})
    return int(said)

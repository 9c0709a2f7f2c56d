"""The columns of the file: what they are called, by us and by others, and what stands in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.importing.tables import Unreadable


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key, its heading in the file (Swedish, as payroll writes it), what it holds, and other headings."""

    key: str
    heading: str
    holds: Promise | str = ""
    also: tuple[str, ...] = ()
    needed: bool = True


COLUMNS = (
    Column(
        "employee_number", "Anställningsnummer", gettext_lazy("Samma nummer som i lönesystemet."),
        ("anstnr", "anställningsnr", "anst.nr", "employee number"),
    ),
    Column("first_name", "Förnamn", gettext_lazy("Tilltalsnamnet."), ("first name", "tilltalsnamn")),
    Column("last_name", "Efternamn", gettext_lazy("Hela efternamnet."), ("last name",)),
    Column(
        "born", "Födelsedatum", gettext_lazy("Som 1996-03-17. Gör användarnamnet och sparas inte."),
        ("född", "födelsedag", "born"),
    ),
    Column(
        "phone", "Mobilnummer", gettext_lazy("Som 070-174 06 05."), ("mobil", "mobiltelefon", "telefon", "phone"),
    ),
    Column(
        "shares_phone", "Delar mobilnummer", gettext_lazy("Ja om två personer har samma telefon. Tomt: nej."),
        ("delat mobilnummer", "delar nummer", "shares phone"), needed=False,
    ),
    Column("email", "E-post", gettext_lazy("Som namn@exempel.se."), ("epost", "e-postadress", "mejl", "email")),
    Column(
        "place", "Var", gettext_lazy("Ett område eller en arbetsplats. Finns namnet i flera områden: Område, Plats."),
        ("område", "arbetsplats", "område eller arbetsplats", "place"),
    ),
    Column("occupation", "Yrke", gettext_lazy("Ett yrke som finns i portalen."), ("befattning", "occupation")),
    Column("starts", "Avtal från", gettext_lazy("Avtalets första dag."), ("från", "from")),
    Column(
        "ends", "Avtal till", gettext_lazy("Avtalets sista dag. Tomt: tills vidare."), ("till", "to"), needed=False,
    ),
    Column(
        "pay_form", "Löneform", gettext_lazy("Timlön eller månadslön. Tomt: timlön."), ("lön", "pay"), needed=False,
    ),
    Column(
        "competence", "Kompetens", gettext_lazy("En kompetens som finns i portalen. Flera: en rad för varje."),
        ("delegering", "competence"), needed=False,
    ),
    Column(
        "competence_ends", "Kompetens till", gettext_lazy("Kompetensens sista dag. Tomt: tills vidare."),
        needed=False,
    ),
)  # fmt: skip
HEADINGS: Mapping[str, str] = {column.key: column.heading for column in COLUMNS}


def by_position(headings: Sequence[str], ours: Sequence[Column] = COLUMNS) -> dict[int, str]:
    """The key of each column that is ours; others are left alone. `Unreadable` if one is missing or there twice."""
    names = {_plain(name): column.key for column in ours for name in (column.heading, *column.also)}
    found = {position: names[_plain(text)] for position, text in enumerate(headings) if _plain(text) in names}
    missing = [column.heading for column in ours if column.needed and column.key not in found.values()]
    if missing:
        raise Unreadable(_("Filen saknar kolumner: %(columns)s.") % {"columns": ", ".join(missing)})
    keys = list(found.values())
    if twice := sorted({column.heading for column in ours if keys.count(column.key) > 1}):
        raise Unreadable(_("Filen har samma kolumn två gånger: %(columns)s.") % {"columns": ", ".join(twice)})
    return found


def _plain(heading: str) -> str:
    return "".join(letter for letter in heading.casefold() if letter.isalnum())

"""The columns of a table of colleagues, and what each row says: one role of one colleague."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.forms.days import LIKELY
from people.forms.person import PersonForm
from people.importing import columns, tables
from people.importing.cleaning import A_FORMULA, ISO, NO_SUCH_DAY
from people.importing.columns import Column
from people.importing.staff.wanted import Wanted, WantedRole, together
from people.models import Area, Workplace
from people.roles import ROLES, SYSTEM_OWNER, Reach

COLUMNS = (
    Column("first_name", "Förnamn", gettext_lazy("Tilltalsnamnet."), ("first name", "tilltalsnamn")),
    Column("last_name", "Efternamn", gettext_lazy("Hela efternamnet."), ("last name",)),
    Column("email", "E-post", gettext_lazy("Avgör vem raden gäller."), ("epost", "e-postadress", "mejl", "email")),
    Column("phone", "Mobilnummer", gettext_lazy("Som 070-174 06 05."), ("mobil", "telefon", "phone"), needed=False),
    Column(
        "username", "Användarnamn", gettext_lazy("Tomt: det görs av namnet och födelsedagen."), ("username",),
        needed=False,
    ),
    Column(
        "born", "Födelsedatum", gettext_lazy("Som 1976-03-17. Gör användarnamnet och sparas inte."),
        ("född", "födelsedag", "born"), needed=False,
    ),
    Column("role", "Roll", gettext_lazy("Till exempel beställare eller bemanningsplanerare."), ("role",)),
    Column(
        "place", "Var", gettext_lazy("Området eller arbetsplatsen. Finns namnet i flera områden: Område, Plats."),
        ("område", "arbetsplats", "place"), needed=False,
    ),
    Column("first", "Från", gettext_lazy("Rollens första dag. Tomt: genast."), ("from",), needed=False),
    Column("last", "Till", gettext_lazy("Rollens sista dag. Tomt: tills vidare."), ("to",), needed=False),
)  # fmt: skip


def _day() -> forms.DateField:
    return forms.DateField(required=False, input_formats=ISO, validators=LIKELY, error_messages=NO_SUCH_DAY)


FIELDS: Mapping[str, forms.Field] = {
    **{name: PersonForm.base_fields[name] for name in ("first_name", "last_name", "email")},
    "phone": forms.CharField(required=False, max_length=30),
    "username": forms.CharField(required=False, max_length=150),
    "born": _day(),
    "first": _day(),
    "last": _day(),
}
BY_NAME = {str(name).casefold(): role for role in ROLES.values() for name in (role.code, role.code.replace("_", " "))}


def read(content: bytes) -> list[Wanted]:
    """The colleagues of the table; `tables.Unreadable` if it is none."""
    (_number, headings), *rows = tables.rows_of(content)
    keys = columns.by_position(headings, COLUMNS)
    places = _places()
    each = [
        _row(number, {key: cells[at] for at, key in keys.items() if at < len(cells)}, places) for number, cells in rows
    ]
    found: defaultdict[str, list[Wanted]] = defaultdict(list)
    for one in each:
        found[one.email.lower() or f"rad {one.number}"].append(one)
    return [_one_of(rows_of_one) for rows_of_one in found.values()]


def _one_of(rows: list[Wanted]) -> Wanted:
    """All her rows as one, if they say the same of her."""
    first = rows[0]
    faults = {column: words for row in rows for column, words in row.faults.items()}
    if any(
        (row.first_name, row.last_name, row.phone) != (first.first_name, first.last_name, first.phone) for row in rows
    ):
        faults["email"] = _("Raderna med adressen har olika uppgifter.")
    return replace(first, roles=together(role for row in rows for role in row.roles), faults=faults)


def _row(number: int, said: Mapping[str, str], places: Mapping[str, list[Area | Workplace]]) -> Wanted:
    values: dict[str, Any] = {}
    faults: dict[str, str] = {}
    for name, rule in FIELDS.items():
        written = said.get(name, "")
        try:
            values[name] = rule.clean(written)
        except ValidationError as error:
            values[name], faults[name] = written, str(error.messages[0])
        if name != "phone" and written.startswith(tuple(A_FORMULA)):
            faults[name] = _("Börja inte med =, +, - eller @.")
    days = {name: str(values[name] or "") for name in ("born", "first", "last")}
    if not faults and days["first"] and days["last"] and days["last"] < days["first"]:
        faults["last"] = _("Sista dagen kan inte ligga före den första.")
    role, wrong = _role(said, places, days["first"], days["last"])
    person = {name: values[name] for name in ("first_name", "last_name", "email", "phone", "username")}
    return Wanted(number, born=days["born"], roles=(role,) if role else (), faults=faults | wrong, **person)


def _role(
    said: Mapping[str, str], places: Mapping[str, list[Area | Workplace]], first: str, last: str
) -> tuple[WantedRole | None, dict[str, str]]:
    """The role that the row gives, or what is wrong."""
    names = BY_NAME | {str(role.name).casefold(): role for role in ROLES.values()}
    role = names.get(said.get("role", "").casefold())
    if role is None or role is SYSTEM_OWNER:
        return None, {"role": _("Skriv en roll som finns i portalen. Systemförvaltare utses för hand.")}
    if role.reach is Reach.MUNICIPALITY:
        return WantedRole(role.code, first=first, last=last), {}
    kind = Area if role.reach is Reach.AREA else Workplace
    found = [place for place in places.get(said.get("place", "").casefold(), []) if isinstance(place, kind)]
    if len(found) != 1:
        words = {True: _("Skriv området som rollen gäller."), False: _("Skriv arbetsplatsen som rollen gäller.")}
        return None, {"place": words[kind is Area]}
    key = str(found[0].pk)
    return WantedRole(role.code, **{kind.__name__.lower(): key}, first=first, last=last), {}


def _places() -> Mapping[str, list[Area | Workplace]]:
    """By name in small letters: the whole municipality's, for whoever gives roles in all of it."""
    found: defaultdict[str, list[Area | Workplace]] = defaultdict(list)
    for area in Area.objects.all():
        found[area.name.casefold()].append(area)
    for workplace in Workplace.objects.select_related("area"):
        found[workplace.name.casefold()].append(workplace)
        found[f"{workplace.area.name}, {workplace.name}".casefold()].append(workplace)
    return found

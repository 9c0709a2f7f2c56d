"""A person's own data as she can read it (HTML) and another system can (JSON), in one zip: every table of the data map.

What is of others is left out: who did a thing; and the keys that open something, also those in what was written to her.
"""

import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import BinaryField, Field, Model
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from people import data_map, own_data_words
from people.days import STOCKHOLM
from people.models import User
from portal.masking import ADDRESS_THAT_OPENS

READ_FIRST, FOR_MACHINES = "mina-uppgifter.html", "mina-uppgifter.json"


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one model: `said` for a reader, `plain` for machines, in the order of `headings` and `names`."""

    code: str
    what: str
    names: list[str]
    headings: list[str]
    said: list[list[str]] = field(default_factory=list)
    plain: list[dict[str, Any]] = field(default_factory=list)


def zipped(user: User, *, at: datetime) -> bytes:
    """All that is kept of her."""
    files: dict[str, bytes] = {}
    tables = [table for model in data_map.exported() if (table := _table(model, user, files)).said]
    tables.sort(key=lambda table: table.what)
    page = render_to_string("people/own_data.html", {"tables": tables, "user": user, "at": at, "files": sorted(files)})
    told = {"made": at, "tables": {table.code: {"what": table.what, "rows": table.plain} for table in tables}}
    plain = json.dumps(told, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {READ_FIRST: page.encode(), FOR_MACHINES: plain.encode(), **files}.items():
            archive.writestr(name, content)
    return packed.getvalue()


def _table(model: type[Model], user: User, files: dict[str, bytes]) -> Table:
    known, columns = data_map.declared()[model], data_map.fields_of(model)
    many: list[Any] = [each for each in model._meta.many_to_many if _is_ours(each.related_model)]
    names = [column.name for column in [*columns, *many]]
    read = [number for number, column in enumerate([*columns, *many]) if own_data_words.are_for_readers(column)]
    headings = [own_data_words.heading([*columns, *many][number]) for number in read]
    table = Table(model._meta.label, str(known.what), names, headings)
    left_out = [field.name for field in model._meta.concrete_fields if field.name in known.unsaid]
    hers = data_map.rows_of(model, user).defer(*left_out).prefetch_related(*(each.name for each in many))
    rows = list(hers.order_by("pk"))
    called = {column.name: _called(column, rows) for column in columns if column.is_relation}
    for row in rows:
        cells = [_cell(row, column, called, files) for column in columns]
        cells += [[str(other) for other in getattr(row, each.name).all()] for each in many]
        table.said.append([_said(cells[number]) for number in read])
        table.plain.append(dict(zip(names, cells, strict=True)))
    return table


def _is_ours(related: Any) -> bool:  # noqa: ANN401 (a model, or its name)
    return related._meta.app_label in {"people", "booking"}


def _called(column: "Field[Any, Any]", rows: Iterable[Any]) -> dict[Any, str]:
    """What each of the rows that the column leads to is called, by its key; one that has a place, by that."""
    related: Any = column.related_model
    leads = [each.name for each in related._meta.concrete_fields if each.is_relation]
    keys = {column.value_from_object(row) for row in rows} - {None}
    others = related._base_manager.filter(pk__in=keys).select_related(*leads, *_further(leads))
    return {other.pk: _name_of(other) for other in others}


def _further(leads: Iterable[str]) -> list[str]:
    return ["order__workplace"] if "order" in leads else []


def _name_of(other: Any) -> str:  # noqa: ANN401 (a row of any table)
    order = getattr(other, "order", None)
    if order is not None:
        return f"{order.workplace} {_said(order.starts)}"
    return str(getattr(other, "workplace", None) or other)


def _cell(row: Model, column: "Field[Any, Any]", called: Mapping[str, dict[Any, str]], files: dict[str, bytes]) -> Any:  # noqa: ANN401 (as JSON takes it)
    value = column.value_from_object(row)
    if column.is_relation:
        return called[column.name].get(value)
    if isinstance(column, BinaryField):
        return _file(row, bytes(value or b""), files)
    if column.choices:
        return str(getattr(row, f"get_{column.name}_display")())
    if isinstance(value, str):
        return ADDRESS_THAT_OPENS.sub(r"\1…", value)
    return value if isinstance(value, int | float | bool | dict | list | date | timedelta | None) else str(value)


def _file(row: Model, content: bytes, files: dict[str, bytes]) -> str:
    """Put it beside the tables, under its own name."""
    ending = "pdf" if content.startswith(b"%PDF") else "bin"
    name = f"filer/{row}.{ending}".replace(" ", "-")
    files[name] = content
    return name


def _said(cell: object) -> str:
    """07.00 is how the portal writes the time."""
    if isinstance(cell, datetime):
        return f"{cell.astimezone(STOCKHOLM):%Y-%m-%d %H.%M}"
    if isinstance(cell, timedelta):
        return own_data_words.length(cell / timedelta(minutes=1))
    if isinstance(cell, bool):
        return _("Ja") if cell else _("Nej")
    if isinstance(cell, list):
        return ", ".join(_said(each) for each in cell)
    if isinstance(cell, dict):
        return "; ".join(f"{own_data_words.inside(name)}: {_said(each)}" for name, each in cell.items() if each)
    return "" if cell is None else own_data_words.inside(str(cell))

"""What of a row became another, as plain values that a history keeps."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Field, ForeignKey, Model

Change = dict[str, object]
"""`{"name": …, "before": …, "after": …}`; of what is secret only that it changed: `{"name": …, "secret": True}`."""

SECRETS = frozenset({"way_in"})
"""Codes and keys: the history outlives them, and is read by more than they are for."""


def of(row: Model, was: Model | None, many: Mapping[str, Iterable[Model]]) -> list[Change]:
    """What the row says otherwise than it did; all of it if it is new. `many` is what it is to be tied to, by field."""
    found = [_change(field, was, row) for field in row._meta.concrete_fields if not field.primary_key]
    for name, rows in many.items():
        before = _names(getattr(was, name).all()) if was else ""
        found.append({"name": name, "before": before, "after": _names(rows)})
    return [change for change in found if change.get("secret") or change["before"] != change["after"]]


def mark_of(row: Model) -> str:
    """All that the row says, in a word: another as soon as any of it is."""
    said = [_plain(field, row) for field in row._meta.concrete_fields]
    tied = [_names(getattr(row, field.name).all()) for field in row._meta.many_to_many]
    return hashlib.sha256(repr([said, tied]).encode()).hexdigest()[:16]


def _change(field: "Field[Any, Any]", was: Model | None, row: Model) -> Change:
    before, after = (_plain(field, each) if each else None for each in (was, row))
    if field.name in SECRETS:
        return {"name": field.name, "secret": True} if (before or "") != (after or "") else _nothing(field.name)
    return {"name": field.name, "before": before, "after": after}


def _nothing(name: str) -> Change:
    return {"name": name, "before": None, "after": None}


def _plain(field: "Field[Any, Any]", row: Model) -> object:
    value = getattr(row, field.name)
    if isinstance(field, ForeignKey):
        return None if value is None else str(value)
    return value if value is None or isinstance(value, bool | int) else str(value)


def _names(rows: Iterable[Model]) -> str:
    return ", ".join(sorted(str(row) for row in rows))

"""The municipality's own tables: areas, workplaces, occupations, competences, reasons."""

import uuid
from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from types import MappingProxyType

from django.db import models, transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from people import changes
from people.history import record
from people.models import Area, User, Workplace

NOTHING: Mapping[str, Collection[models.Model]] = MappingProxyType({})


_after: dict[type[models.Model], Callable[[], None]] = {}


def after(kind: type[models.Model], act: Callable[[], None]) -> None:
    """Register what is done when rows of the table have been saved or removed, and that stands."""
    _after[kind] = act


class Stays(Exception):
    """The row is not removed, and why, as a sentence on the screen."""


@transaction.atomic
def keep(row: models.Model, *, by: User, at: datetime, many: Mapping[str, Collection[models.Model]] = NOTHING) -> None:
    """Save a new or changed row, tied to those of `many`, by field; what is as it was is no change."""
    was = None if row._state.adding else type(row)._base_manager.filter(pk=row.pk).first()  # noqa: SLF001 (Django's way)
    found = changes.of(row, was, many)
    if was and not found:
        return
    row.save()
    for name, rows in many.items():
        getattr(row, name).set(rows)
    verb = "change" if was else "add"
    facts = {"called": str(row)} | ({"changes": found} if was else {})
    record(row, f"{row._meta.model_name}.{verb}", by=by, at=at, area_id=_area_of(row), **facts)
    _act_after(row)


@transaction.atomic
def remove(row: models.Model, *, by: User, at: datetime) -> None:
    """Remove a row that nothing refers to; otherwise `Stays`."""
    try:
        with transaction.atomic():
            name = f"{row._meta.model_name}.remove"
            record(row, name, by=by, at=at, area_id=_area_of(row), called=str(row))
            row.delete()
            _act_after(row)
    except ProtectedError as error:
        raise Stays(_("%(row)s används och kan inte tas bort.") % {"row": row}) from error


def _act_after(row: models.Model) -> None:
    if act := _after.get(type(row)):
        transaction.on_commit(act)


def _area_of(row: models.Model) -> uuid.UUID | None:
    if isinstance(row, Area):
        return row.pk
    return row.area_id if isinstance(row, Workplace) else None

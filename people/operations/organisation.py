"""The municipality's own tables: areas, workplaces, occupations, competences, reasons."""

import uuid
from datetime import datetime

from django.db import models, transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from people.history import record
from people.models import Area, User, Workplace


class Stays(Exception):
    """The row is not removed, and why, as a sentence on the screen."""


@transaction.atomic
def keep(row: models.Model, *, by: User, at: datetime) -> None:
    """Save a new or changed row."""
    verb = "add" if row._state.adding else "change"  # noqa: SLF001 (Django's way to tell a new row with a key)
    row.save()
    record(row, f"{row._meta.model_name}.{verb}", by=by, at=at, area_id=_area_of(row))


@transaction.atomic
def remove(row: models.Model, *, by: User, at: datetime) -> None:
    """Remove a row that nothing refers to; otherwise `Stays`."""
    try:
        with transaction.atomic():
            record(row, f"{row._meta.model_name}.remove", by=by, at=at, area_id=_area_of(row))
            row.delete()
    except ProtectedError as error:
        raise Stays(_("%(row)s används och kan inte tas bort.") % {"row": row}) from error


def _area_of(row: models.Model) -> uuid.UUID | None:
    if isinstance(row, Area):
        return row.pk
    return row.area_id if isinstance(row, Workplace) else None

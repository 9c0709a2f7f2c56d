"""What planners of an area write to each other about a substitute. The history knows that, and never what."""

import uuid
from datetime import datetime

from django.db import transaction

from people.history import record
from people.models import Area, Substitute, SubstituteNote, User


@transaction.atomic
def write(
    substitute: Substitute, area: Area, text: str, *, by: User, command: uuid.UUID, at: datetime
) -> SubstituteNote:
    """Keep the note for the planners of the area. The same `command` is the same note."""
    note, new = SubstituteNote.objects.get_or_create(
        pk=command, defaults={"substitute": substitute, "area": area, "text": text, "written_by": by, "written_at": at}
    )
    if new:
        record(note, "substitutenote.write", by=by, at=at, area_id=area.pk, substitute=str(substitute.pk))
    return note


@transaction.atomic
def remove(note: SubstituteNote, *, by: User, at: datetime) -> None:
    """Let it be gone; twice is once."""
    gone, _models = SubstituteNote.objects.filter(pk=note.pk).delete()
    if gone:
        substitute = str(note.substitute_id)
        record(note, "substitutenote.remove", by=by, at=at, area_id=note.area_id, substitute=substitute)

"""Files of booked shifts to the schedule: what was last said of each, since a moment; numbered, and the same again."""

import hashlib
import uuid
from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from people.history import record
from people.models import Area, User
from people.operations.refusals import Refused
from scheduling.formats import calendar_out, csv_out
from scheduling.formats.facts import Booked
from scheduling.models import BookedFile, Delivery
from scheduling.operations import noticing

MOST = 10_000


@transaction.atomic
def make(
    form: BookedFile.Form, *, area: Area | None, since: datetime, command: uuid.UUID, by: User | None, at: datetime
) -> BookedFile:
    """What has been said after `since` of the area's shifts, or of all; the same command twice is one file."""
    _one_at_a_time()
    if made := BookedFile.objects.filter(pk=command).first():
        return made
    noticing.notice(at=at)
    said = Delivery.objects.newest().filter(noticed_at__gte=since).exclude(content={})
    if area:
        said = said.filter(booking__order__workplace__area=area)
    keys = list(said.order_by("noticed_at", "booking__starts", "pk").values_list("pk", flat=True)[: MOST + 1])
    if not keys:
        raise Refused(since=_("Inget har ändrats sedan dess."))
    if len(keys) > MOST:
        raise Refused(since=_("Det är för många pass. Välj en senare dag."))
    number = (BookedFile.objects.aggregate(last=Max("number"))["last"] or 0) + 1
    told = {"form": form, "area": area, "since": since, "made_at": at, "made_by": by}
    file = BookedFile.objects.create(pk=command, number=number, **told)
    file.deliveries.set(Delivery.objects.filter(pk__in=keys))
    file.digest = hashlib.sha256(_content(file)).hexdigest()
    file.save(update_fields=["digest"])
    record(file, "bookedfile.make", by=by, at=at, area_id=area.pk if area else None, number=number, rows=len(keys))
    return file


def fetch(file: BookedFile, *, by: User | None, at: datetime) -> bytes:
    """The same bytes as when it was made; refused if they cannot be, since somebody in it has been erased."""
    content = _content(file)
    if hashlib.sha256(content).hexdigest() != file.digest:
        raise Refused(file=_("Filen kan inte göras likadan igen: någon i den är borttagen. Gör en ny."))
    record(file, "bookedfile.export", by=by, at=at, area_id=file.area_id, number=file.number)
    return content


def _content(file: BookedFile) -> bytes:
    rows = [(Booked.of(row.content), row.noticed_at) for row in _rows(file) if row.content]
    if file.form == BookedFile.Form.CALENDAR:
        return calendar_out.written(rows, host=urlsplit(settings.PORTAL_URL).hostname or "")
    return csv_out.written(shift for shift, _noticed_at in rows)


def _rows(file: BookedFile) -> Iterable[Delivery]:
    return file.deliveries.order_by("noticed_at", "booking__starts", "pk")


def _one_at_a_time() -> None:
    """Two files at once must not have the same number: the table itself is the lock, which readers pass."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE scheduling_bookedfile IN SHARE ROW EXCLUSIVE MODE")

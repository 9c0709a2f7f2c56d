"""One reading of the register: from a file that is handed in, or from the register itself."""

import json
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from people.days import day_of
from people.importing.staff import carrying_out
from people.importing.staff.wanted import WantedRole
from people.models import DutyRule, StaffImport, User
from people.ss12000 import fetching, mapping, reading
from people.ss12000.fetching import Source
from people.ss12000.mapping import Rule
from people.ss12000.reading import Register, Unreadable


def of_file(filename: str, content: bytes, *, by: User | None, at: datetime) -> StaffImport:
    """Keep what the file says; `Unreadable` if it is nothing of the standard."""
    try:
        said = json.loads(content)
    except ValueError as error:  # also what is no text
        raise Unreadable(_("Filen är inte JSON.")) from error
    return _kept(filename, reading.register_of(said), by=by, at=at)


def of_interface(*, by: User | None, at: datetime) -> StaffImport:
    """Keep what the register answers; `Unreachable` if it does not answer with all of it."""
    source = Source(**settings.SS12000)
    return _kept(source.url, fetching.fetch(source), by=by, at=at)


def rules() -> list[Rule]:
    """What duties mean here, as the system owner has said."""
    return [
        Rule(
            row.duty_role,
            row.organisation,
            WantedRole(row.role, area=str(row.area_id or ""), workplace=str(row.workplace_id or "")),
        )
        for row in DutyRule.objects.order_by("duty_role", "organisation", "pk")
    ]


def _kept(name: str, register: Register, *, by: User | None, at: datetime) -> StaffImport:
    people = mapping.people(register, rules(), today=day_of(at))
    if not people:
        raise Unreadable(_("Ingen tjänstgöring ger någon roll här. Se över tjänstgöringarna som ger roller."))
    return carrying_out.read(name, people, whole=True, by=by, at=at)

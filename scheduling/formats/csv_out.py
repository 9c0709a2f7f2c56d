"""Booked shifts as a table that a schedule reads. Pure."""

import csv
import io
from collections.abc import Iterable

from booking.period import STOCKHOLM
from people.exports import defused
from scheduling.formats.facts import Booked

HEADINGS = (
    "Boknings-id", "Version", "Status", "Anställningsnummer", "Från", "Till", "Rast minuter", "Arbetsplats",
    "Arbetsplatskod", "Yrke", "Ger tid", "Schemapass",
)  # fmt: skip
CONTENT_TYPE = "text/csv; charset=utf-8"


def written(shifts: Iterable[Booked]) -> bytes:
    """UTF-8 with its mark, semicolons; times by Stockholm's clock with their offset: 2026-05-31T07:00+02:00."""
    file = io.StringIO(newline="")
    rows = csv.writer(file, delimiter=";")
    rows.writerow(HEADINGS)
    rows.writerows([defused(cell) for cell in _cells(shift)] for shift in shifts)
    return file.getvalue().encode("utf-8-sig")


def _cells(shift: Booked) -> list[str]:
    moments = (shift.period.starts, shift.period.ends)
    starts, ends = (at.astimezone(STOCKHOLM).isoformat(timespec="minutes") for at in moments)
    state, gives = ("Avbokat" if shift.is_off else "Bokat"), ("Ja" if shift.gives_time else "Nej")
    return [
        shift.booking, str(shift.version), state, shift.employee_number, starts, ends, str(shift.break_minutes),
        shift.workplace, shift.workplace_code, shift.occupation, gives, ",".join(shift.shifts),
    ]  # fmt: skip

"""Runs as the tests make them, and what their files say."""

import uuid
from datetime import date

from payroll import files
from payroll.models import PayRun
from payroll.operations import runs
from payroll.operations.asked import Asked
from tests.clock import at

JUNE = at("2026-06-02 09:00")
JULY = at("2026-07-02 09:00")


def asked(layout, month: int = 5, area=None) -> Asked:
    last = {4: 30, 5: 31, 6: 30}[month]
    return Asked(date(2026, month, 1), date(2026, month, last), area, layout)


def made(layout, by, when=JUNE, **about) -> PayRun:
    return runs.make(asked(layout, **about), command=uuid.uuid4(), by=by, at=when)


def text_of(run: PayRun) -> list[str]:
    return b"".join(files.content(run)).decode(run.recipe["encoding"]).splitlines()

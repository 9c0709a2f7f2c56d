"""A person who is erased: what was sent of her stays, as payroll has it, without her employment number.

The files that she is in are then not handed out again: they would be others than those that were made.
"""

from datetime import datetime

from payroll.models import LeftOut, RunShift
from people.models import Substitute, User
from people.operations import erasure


def erase(substitute: Substitute, by: User | None, at: datetime) -> None:
    """Her number, and what could not be written of her."""
    RunShift.objects.filter(substitute=substitute).update(employee_number="")
    LeftOut.objects.filter(booking__substitute=substitute).update(facts={})


erasure.on_erasure(erase=erase)

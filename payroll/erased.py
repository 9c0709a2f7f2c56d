"""A person who is erased: what payroll said of her goes, and what was sent of her stays without her number.

The files that she is in are then not handed out again: they would be others than those that were made. What an issued
certificate says stays in it (intyg/erased.py).
"""

from datetime import datetime

from payroll.importing import carrying_out
from payroll.models import EmploymentFacts, LeftOut, MonthlyPay, RunShift
from people.history import forget
from people.models import Substitute, User
from people.operations import erasure


def erase(substitute: Substitute, by: User | None, at: datetime) -> None:
    """Her pay and her employments, what they were before they were put right, and her number in what was sent."""
    carrying_out.leave_out(substitute)
    for model in (MonthlyPay, EmploymentFacts):
        rows = model._base_manager.filter(substitute=substitute)
        forget(rows, f"{model._meta.model_name}.change", "changes")
        rows.delete()
    RunShift.objects.filter(substitute=substitute).update(employee_number="")
    LeftOut.objects.filter(booking__substitute=substitute).update(facts={})


erasure.on_erasure(erase=erase)

"""A person who is erased: what payroll said of her goes, and so do her rows in files that wait.

What an issued certificate says stays in it (intyg/erased.py).
"""

from datetime import datetime

from payroll.importing import carrying_out
from payroll.models import EmploymentFacts, MonthlyPay
from people.history import forget
from people.models import Substitute, User
from people.operations import erasure


def erase(substitute: Substitute, by: User | None, at: datetime) -> None:
    """Her pay and her employments, and what they were before they were put right."""
    carrying_out.leave_out(substitute)
    for model in (MonthlyPay, EmploymentFacts):
        rows = model._base_manager.filter(substitute=substitute)
        forget(rows, f"{model._meta.model_name}.change", "changes")
        rows.delete()


erasure.on_erasure(erase=erase)

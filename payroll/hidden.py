"""A person who is protected: sums tell of nobody, but a number, an id of the payroll system's, and words, may name her.

From then on no file is read of her, and her pay is for an officer who also keeps who she is (payroll/gates.py). A file
that is sent gets her number from where it is hidden.
"""

from datetime import datetime

from payroll.importing import carrying_out
from payroll.models import EmploymentFacts, LeftOut, MonthlyPay, RunShift
from people.models import Substitute
from people.operations import identity
from people.scrubbing import Traces, scrub, scrub_history


def hide(substitute: Substitute, traces: Traces, at: datetime) -> None:
    """Her rows in files that wait, and her name and number in what is kept; the files sent stay what they were."""
    carrying_out.leave_out(substitute)
    employments = EmploymentFacts.objects.filter(substitute=substitute)
    scrub(MonthlyPay.objects.filter(substitute=substitute), "reference", traces=traces, about_her=True)
    scrub(employments, "reference", "form", "title", "end_reason", traces=traces, about_her=True)
    scrub_history(employments, traces)
    RunShift.objects.filter(substitute=substitute).update(employee_number="")
    LeftOut.objects.filter(booking__substitute=substitute).update(facts={})


identity.on_marking(hide)

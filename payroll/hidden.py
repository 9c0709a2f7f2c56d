"""A person who is protected: her number goes out of what was sent; a file gets it from where it is hidden."""

from datetime import datetime

from payroll.models import LeftOut, RunShift
from people.models import Substitute
from people.operations import identity
from people.scrubbing import Traces


def hide(substitute: Substitute, _traces: Traces, at: datetime) -> None:
    """The files stay what they were: payroll knows her by her number."""
    RunShift.objects.filter(substitute=substitute).update(employee_number="")
    LeftOut.objects.filter(booking__substitute=substitute).update(facts={})


identity.on_marking(hide)

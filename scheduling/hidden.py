"""A person who is protected: nothing more is read of her nor told; an id of the schedule's would tell who she is.

Her availability stays. Her time is put in by hand, and her bookings are told by whoever keeps who she is.
"""

from datetime import datetime

from people.models import Substitute
from people.operations import identity
from people.scrubbing import Traces
from scheduling import forgetting


def hide(substitute: Substitute, traces: Traces, at: datetime) -> None:
    """Her number and the schedule's ids go out of what is kept."""
    forgetting.forget(substitute)


identity.on_marking(hide)

"""A person's own data as one file, of 1,500 shifts and as many hours put in: five years of working days.

Made by the same function as the queue's task, in the demo municipality, of one substitute whose shift and free hours
are copied backwards, first to a tenth and then to all.
"""

import copy
import timeit
import uuid
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from benchmarks.world import demo_municipality

SHIFTS, TENTH = 1_500, 150
ROUNDS = 5
LONG_BEFORE = 400
"""Days: none of the copies stands where she has something already."""


def main() -> None:
    with demo_municipality():
        # Django's models can be imported only from here on.
        from booking.models import Availability, Booking  # noqa: PLC0415
        from people import own_data  # noqa: PLC0415
        from people.languages import speaking  # noqa: PLC0415

        shift = Booking.objects.filter(substitute__availability__isnull=False, ended_at=None).order_by("starts")[0]
        free = Availability.objects.filter(substitute=shift.substitute)[0]
        her = shift.substitute.user
        made = partial(own_data.zipped, her, at=shift.ends)
        with speaking(her):
            worked(shift, free, first=0, last=TENTH)
            of_a_tenth = best(made)
            worked(shift, free, first=TENTH, last=SHIFTS)
            seconds, size = best(made), len(made())
    growth = seconds / of_a_tenth / (SHIFTS / TENTH)
    print(f"own_data seconds={seconds:.2f} growth={growth:.2f} kb={size / 1000:.0f}")


def worked(shift: Any, free: Any, *, first: int, last: int) -> None:  # noqa: ANN401 (rows of models not loaded yet)
    """She has worked on the days from the first up to the last of those long before, and been free on each."""
    from booking.models import Availability, Booking, Order  # noqa: PLC0415

    days = range(LONG_BEFORE + first, LONG_BEFORE + last)
    orders = [earlier(shift.order, day, command=uuid.uuid4(), status=Order.Status.COMPLETED) for day in days]
    Order.objects.bulk_create(orders)
    Booking.objects.bulk_create([earlier(shift, day, order=order) for day, order in zip(days, orders, strict=True)])
    Availability.objects.bulk_create([earlier(free, day) for day in days])


def earlier(row: Any, days: int, **changed: object) -> Any:  # noqa: ANN401 (as above)
    """A copy of the row so many days before."""
    made = copy.copy(row)
    made.pk, made.starts, made.ends = uuid.uuid4(), moment(row.starts, days), moment(row.ends, days)
    for name, value in changed.items():
        setattr(made, name, value)
    return made


def moment(when: datetime, days: int) -> datetime:
    return when - timedelta(days)


def best(made: partial[bytes]) -> float:
    """Seconds that it takes, the quickest of some rounds."""
    return min(timeit.repeat(made, number=1, repeat=ROUNDS))


if __name__ == "__main__":
    main()

"""What a pair is worth: filling counts most, then who comes first, then whom she knows, what she wishes and costs."""

import numpy as np

from benchmarks.assistant.absences import Orders
from benchmarks.assistant.booked import Bookings
from benchmarks.assistant.times import BEFORE, Ints, Table
from benchmarks.assistant.town import HOURLY, People

FILL, URGENCY, SCARCITY = 1_000_000, 90_000, 90_000
STAGE, CONTINUITY, WISH = 10_000, 2_000, 900
KNOWN = (2, 5)
"""The nearest so many of her workplaces she knows well, and somewhat."""
FEW = 30
"""An order with so many candidates is not scarce."""
FULL_WEEK, OVERTIME = 38 * 60 + 15, 50
"""Minutes; and what an hour over it costs."""


def points(
    orders: Orders, order: Ints, person: Ints, rank: Ints, people: People, booked: Bookings, table: Table
) -> Ints:
    """By pair."""
    left = (table.last - orders.day[order]) / (table.last - BEFORE)
    many = np.bincount(order, minlength=len(orders))[order].clip(0, FEW)
    day = orders.day[order]
    hours, work = booked.by_week[person, table.week[day]], table.work[day, orders.form[order]]
    wish = (people.wish[person] - hours).clip(0) / people.wish[person]
    over = (hours + work - FULL_WEEK).clip(0)
    return (
        FILL
        + (URGENCY * left).astype(np.int64)
        + SCARCITY * (FEW - many) // FEW
        + STAGE * (HOURLY - people.stage[person])
        + CONTINUITY * ((rank < KNOWN[0]).astype(np.int64) + (rank < KNOWN[1])) // 2
        + (WISH * wish).astype(np.int64)
        - OVERTIME * over // 60
    )

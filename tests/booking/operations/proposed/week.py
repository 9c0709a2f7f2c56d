"""The days of these proposals, and what stands in one."""

from datetime import date

from booking.operations.proposals import Days

WEEK = Days(date(2026, 5, 11), date(2026, 5, 17))
MORNING, OTHER = ("2026-05-13 07:00", "2026-05-13 16:00"), ("2026-05-14 07:00", "2026-05-14 16:00")


def whom(proposal):
    return {line.order: line.substitute for line in proposal.lines.select_related("order", "substitute")}


def the_line(proposal, order):
    return proposal.lines.select_related("proposal", "order__workplace__area", "substitute__user").get(order=order)

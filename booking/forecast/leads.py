"""How early orders are placed: the share of a day's that is known so many days before. Pure."""

from collections.abc import Mapping
from datetime import date, timedelta

from booking.forecast.history import History

HALF, MEMORY = 70, timedelta(days=182)
PRIOR = 12.0
"""Orders of its own that an occupation must have before it says as much as all of the area."""

Shares = Mapping[int, float]
"""By days before: the share that has been placed when a day begins that is so many days before."""


def shares(history: History, *, on: date, horizon: int, like: Shares | None = None) -> Shares:
    """Of the days before `on`; `like` is how it is in all of the area, where it has few orders itself."""
    whole, by_lead = 0.0, [0.0] * (horizon + 1)
    for day, leads in history.days.items():
        if not on - MEMORY <= day < on:
            continue
        weight = 0.5 ** ((on - day).days / HALF)
        for lead, number in leads.items():
            whole += weight * number
            for before in range(min(max(lead, 0), horizon + 1)):
                by_lead[before] += weight * number
    prior = PRIOR if like else 0.0
    below = whole + prior
    return {
        before: (number + prior * (like or {}).get(before, 0.0)) / below if below else 0.0
        for before, number in enumerate(by_lead)
    }

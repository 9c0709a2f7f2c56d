"""How much the solver tries. An effort is counted in what is looked at, never in time."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Work:
    """By part of the solver."""

    chain: int  # pairs that a chain may look at
    rounds: int = 0  # of prices
    passes: int = 0  # of search
    people: int = 60  # in a part of a search
    answers: int = 0  # to a model of a whole component with the pairs that matter
    fills: int = 0  # parts laid anew for seats that are left where all are worth the same

"""How much the solver tries. An effort is counted in what is looked at, never in time."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Work:
    """By part of the solver."""

    chain: int  # pairs that a chain may look at
    rounds: int = 0  # of prices
    answers: int = 0  # to a model of a component
    tile_answers: int = 0  # to a model of a part of one that is too large
    passes: int = 0  # of search in what was not laid whole
    people: int = 60  # in a part of a search
    fills: int = 0  # parts laid anew for seats that are left where all are worth the same

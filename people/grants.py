"""A role that somebody's group gives her, as it is written where the groups are mapped."""

from typing import NamedTuple

REGISTER = "register"
"""The source of what the municipality's register of its staff gives; no identity provider may be called so."""


class Grant(NamedTuple):
    """A role by its code, and the area or workplace that it is given for by its name; none is the empty string."""

    role: str
    place: str


def written(said: str) -> Grant:
    """Of `editor`, or of `planner@Hemtjänst`."""
    role, _, place = said.partition("@")
    return Grant(role.strip(), place.strip())

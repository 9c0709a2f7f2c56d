"""How well a passage answers: the lower the better."""

from enum import IntEnum


class Tier(IntEnum):
    """Within one of these, what a database calls more relevant comes first."""

    BEST = 0
    """Editors chose it."""
    NAMED = 1
    """Its title holds every word."""
    SAID = 2
    """It holds every word somewhere."""
    BEGUN = 3
    """It holds words that begin so."""
    UNDOTTED = 4
    """It does if å, ä and ö are taken for a and o."""
    SOME = 5
    """It holds at least one of the words."""

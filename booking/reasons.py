"""What a breach or a hindrance says to a reader."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Protocol

from django.utils.translation import gettext as _

from booking.period import Period
from portal.templatetags.times import clock, day, hours


class Worded(Protocol):
    """A breach of the rules or a hindrance of the policy: words with fields, and the facts that fill them."""

    @property
    def words(self) -> str: ...
    @property
    def facts(self) -> Mapping[str, object]: ...


def sentence(told: Worded) -> str:
    """What stands in the way, in words: "Redan bokad onsdag 13 maj 07.00–16.00 på Solgården"."""
    return _(told.words).format(**{name: in_words(fact) for name, fact in told.facts.items()})


def in_words(fact: object) -> str:
    """A fact as it is written: a period with its day, a length in hours, a name as it is."""
    if isinstance(fact, Period):
        return f"{day(fact.starts)} {clock(fact.starts)}–{clock(fact.ends)}"
    return hours(fact) if isinstance(fact, timedelta) else str(fact)

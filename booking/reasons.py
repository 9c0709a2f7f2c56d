"""What a breach says to a reader."""

from datetime import timedelta

from django.utils.translation import gettext as _

from booking.period import Period
from booking.rules import Breach
from portal.templatetags.times import clock, day, hours


def sentence(breach: Breach) -> str:
    """The breach in words: "Redan bokad onsdag 13 maj 07.00–16.00 på Solgården"."""
    return _(breach.words).format(**{name: in_words(fact) for name, fact in breach.facts.items()})


def in_words(fact: object) -> str:
    """A fact as it is written: a period with its day, a length in hours, a name as it is."""
    if isinstance(fact, Period):
        return f"{day(fact.starts)} {clock(fact.starts)}–{clock(fact.ends)}"
    return hours(fact) if isinstance(fact, timedelta) else str(fact)

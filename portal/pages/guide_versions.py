"""The versions of a guide: for the first time, for the next, and in easy Swedish. The address says which."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, ngettext

FIRST, AGAIN, EASY = "", "nasta", "lattlast"
Blocks = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Version:
    """What is read, and how many minutes it takes."""

    name: str
    minutes: int
    body: Blocks = ()
    steps: Blocks = ()
    troubles: Blocks = ()

    @property
    def effort(self) -> str:
        """5 steg, 3 minuter – or, for a guide to read: Läs på 2 minuter."""
        minutes = ngettext("%(count)d minut", "%(count)d minuter", self.minutes) % {"count": self.minutes}
        if not self.steps:
            return gettext("Läs på %(minutes)s") % {"minutes": minutes}
        steps = ngettext("%(count)d steg", "%(count)d steg", len(self.steps)) % {"count": len(self.steps)}
        return f"{steps}, {minutes}"


def asked(address: Mapping[str, Any]) -> str:
    """The name of the version that an address asks for with `?lattlast=1` or `?gang=nasta`."""
    if address.get("lattlast") == "1":
        return EASY
    return AGAIN if address.get("gang") == AGAIN else FIRST

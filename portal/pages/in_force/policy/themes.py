"""What is told together, under which heading, and what is not told."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from booking.offering import OfferTerms
from portal.pages.in_force.policy import asking, direct, rest

Says = Callable[[OfferTerms], Iterable[str]]


def _used(terms: OfferTerms) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Theme:
    """Sentences about one thing; `never` says that a policy does not use it at all, and then says nothing else."""

    heading: Promise
    says: Says
    never: Callable[[OfferTerms], str] = _used
    in_order: bool = False

    def lines(self, terms: OfferTerms) -> list[str]:
        """All that is told of a policy."""
        never = self.never(terms)
        return [never] if never else list(self.says(terms))


THEMES = {
    "direct": Theme(_("När vi bokar dig direkt"), direct.sentences, direct.never),
    "enquiries": Theme(_("När vi frågar dig"), asking.enquiries),
    "hours": Theme(_("Hur sent vi frågar och ringer"), asking.hours),
    "limits": Theme(_("Vila och arbetstid"), rest.sentences),
    "regret": Theme(_("När du ångrar dig"), asking.regret),
}
EVERYTHING = "everything"
NOT_TOLD = {"assistant_from", "assistant_to", "assistant_interval"}
"""When the booking assistant works is the staffing unit's own; what it does keeps to all the others."""


def choices() -> list[tuple[str, Promise]]:
    """The themes, for the editor to choose among."""
    return [*((code, theme.heading) for code, theme in THEMES.items()), (EVERYTHING, _("Hela regelverket"))]


def chosen(code: str) -> list[Theme]:
    """One of them, or all; none if there is no such theme."""
    return list(THEMES.values()) if code == EVERYTHING else [THEMES[code]] if code in THEMES else []

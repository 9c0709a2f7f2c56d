"""The same rules of many areas: what holds in all of them once, and then what is otherwise in some."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from booking.offering import OfferTerms
from portal.pages.in_force.policy.themes import Theme

Areas = Mapping[str, OfferTerms]
"""What holds in each area, by its name."""


@dataclass(frozen=True, slots=True)
class Told:
    """`everywhere` holds in all areas; `otherwise` are areas, as Hemtjänst, LSS, each with what holds there alone.

    `own_rules`: something else holds at some workplace.
    """

    everywhere: list[str]
    otherwise: list[tuple[str, list[str]]]
    own_rules: bool = False

    @property
    def anything(self) -> bool:
        """Whether there is something to tell."""
        return bool(self.everywhere or self.otherwise)


def told(theme: Theme, areas: Areas, workplaces: Iterable[tuple[OfferTerms, OfferTerms]] = ()) -> Told:
    """The theme's sentences. An area that does not use what the theme is about only says so.

    `workplaces` are those that have decided something themselves: the terms of the area, and their own.
    """
    never = {name: [words] for name, terms in areas.items() if (words := theme.never(terms))}
    said = {name: theme.lines(terms) for name, terms in areas.items() if name not in never}
    if not said:
        said, never = never, {}
    everywhere = _shared(list(said.values()))
    rest = {name: [words for words in lines if words not in everywhere] for name, lines in said.items()}
    otherwise = _together({name: lines for name, lines in (rest | never).items() if lines})
    return Told(everywhere, otherwise, any(theme.lines(area) != theme.lines(own) for area, own in workplaces))


def _shared(said: list[list[str]]) -> list[str]:
    return [words for words in said[0] if all(words in lines for lines in said)] if said else []


def _together(by_area: Mapping[str, list[str]]) -> list[tuple[str, list[str]]]:
    """Areas where the same holds, by the first of their names."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for name in sorted(by_area):
        alike.setdefault(tuple(by_area[name]), []).append(name)
    return [(", ".join(names), list(lines)) for lines, names in alike.items()]

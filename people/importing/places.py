"""What the words of a row may mean to the one who imports it: her own places, and what all share."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self, TypeVar

from django.utils.translation import gettext as _

from people.forms.papers import areas_to_agree_for
from people.models import Area, Competence, Occupation, User, Workplace

Named = TypeVar("Named", Occupation, Competence)


@dataclass(frozen=True, slots=True)
class Known:
    """By name in small letters. A workplace goes by its own name, and by that of its area and its own."""

    places: Mapping[str, list[Area | Workplace]]
    occupations: Mapping[str, Occupation]
    competences: Mapping[str, Competence]

    @classmethod
    def to(cls, user: User) -> Self:
        """What it is to the user; four queries."""
        areas = areas_to_agree_for(user)
        places: defaultdict[str, list[Area | Workplace]] = defaultdict(list)
        for area in areas:
            places[area.name.casefold()].append(area)
        for workplace in Workplace.objects.filter(area__in=areas).select_related("area"):
            places[workplace.name.casefold()].append(workplace)
            places[f"{workplace.area.name}, {workplace.name}".casefold()].append(workplace)
        return cls(places, _by_name(Occupation.objects.all()), _by_name(Competence.objects.all()))

    def place(self, said: str) -> tuple[Area | Workplace | None, str]:
        """The place, or why it is none."""
        found = self.places.get(said.casefold(), [])
        if not said:
            return None, _("Skriv ett område eller en arbetsplats.")
        if not found:
            return None, _("Det finns inget område och ingen arbetsplats hos dig med det namnet.")
        if len(found) > 1:
            return None, _("Namnet finns på flera ställen. Skriv Område, Arbetsplats.")
        return found[0], ""

    def occupation(self, said: str) -> tuple[Occupation | None, str]:
        """The occupation, or why it is none."""
        found = self.occupations.get(said.casefold())
        return found, "" if found else _("Skriv ett yrke som finns i portalen.")

    def competence(self, said: str) -> tuple[Competence | None, str]:
        """The competence, or why it is none; nothing said is none, and right."""
        found = self.competences.get(said.casefold())
        return found, "" if found or not said else _("Skriv en kompetens som finns i portalen.")


def _by_name(rows: Iterable[Named]) -> dict[str, Named]:
    return {row.name.casefold(): row for row in rows}

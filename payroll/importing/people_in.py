"""Whose the rows of a file are; or why nothing is read of her. Two questions, however many rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext as _

from payroll.importing.reading import Row
from people.models import HiddenIdentity, Substitute


@dataclass(frozen=True, slots=True)
class Known:
    """The substitutes of a file, by employee number in small letters and by what was made of their personnummer."""

    people: Mapping[str, Substitute]
    hidden: frozenset[str]

    @classmethod
    def of(cls, rows: Iterable[Row]) -> Self:
        """Those whom the rows name."""
        words = {word for row in rows for word in row.person}
        found = Substitute.objects.select_related("user").alias(number=Lower("employee_number"))
        people: dict[str, Substitute] = {}
        for one in found.filter(Q(number__in=words) | Q(user__personnummer_hash__in=words)):
            people |= {one.employee_number.casefold(): one, one.user.personnummer_hash: one}
        hidden = HiddenIdentity.objects.alias(number=Lower("employee_number")).filter(number__in=words)
        numbers = frozenset(number.casefold() for number in hidden.values_list("employee_number", flat=True))
        return cls(people, numbers)

    def of_row(self, row: Row) -> Substitute | None:
        """Whose the row is."""
        return next((self.people[word] for word in row.person if word in self.people), None)

    def why_not(self, row: Row) -> str:
        """Why nothing is read of her; nothing if it may be."""
        her = self.of_row(row)
        if (her and her.user.protected) or not self.hidden.isdisjoint(row.person):
            return _("Personen har skyddade uppgifter. Fyll i intyget för hand.")
        return "" if her else _("Personen finns inte i portalen.")

"""Who somebody is, to the few who may know it: herself, and whoever keeps the hidden identities.

Everywhere else a protected person is what her account says: an alias.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Self

from django.db.models import Q, QuerySet

from people.models import Agreement, HiddenIdentity, RoleAssignment, Substitute, User
from people.roles import IDENTITY_KEEPER


@dataclass(frozen=True, slots=True)
class Identity:
    """A person by name. `contact` is how a protected one is reached, in the keeper's words."""

    first_name: str
    last_name: str
    username: str
    email: str
    phone: str
    phone_verified: bool
    employee_number: str = ""
    contact: str = ""

    def __str__(self) -> str:
        return f"{self.first_name} {self.last_name}".strip() or self.username

    @property
    def initials(self) -> str:
        """Two letters for the round badge."""
        return (self.first_name[:1] + self.last_name[:1]).upper() or self.username[:2].upper()

    @classmethod
    def hidden(cls, row: HiddenIdentity) -> Self:
        """Of one who is protected."""
        return cls(
            row.first_name,
            row.last_name,
            row.username,
            row.email,
            row.phone,
            row.phone_verified,
            row.employee_number,
            row.contact,
        )


def to_herself(reader: User) -> Identity:
    """The reader, as she knows herself."""
    if reader.protected:
        return Identity.hidden(reader.hidden)
    substitute: Substitute | None = getattr(reader, "substitute", None)
    number = substitute.employee_number if substitute else ""
    named = (reader.first_name, reader.last_name, reader.username)
    return Identity(*named, reader.email, reader.phone, reader.phone_verified, number)


def keepers_of(substitute: Substitute, *, now: datetime) -> QuerySet[User]:
    """Those who now keep the hidden identities of her areas, by name: whom others telephone to reach her."""
    papers = Agreement.objects.filter(substitute=substitute)
    hers = Q(area__in=papers.values("area")) | Q(area__in=papers.values("workplace__area"))
    keepers = RoleAssignment.objects.in_force(now=now).filter(hers, role=IDENTITY_KEEPER.code)
    rows = User.objects.filter(pk__in=keepers.values("user"), is_active=True)
    return rows.order_by("last_name", "first_name", "pk")

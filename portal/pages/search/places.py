"""The workplaces that the visitor may see, each leading to where she has to do with it."""

from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from people import access
from people.models import User, Workplace
from people.roles import ORDERING_MANAGER
from portal.pages.search.asked import Asked, Part
from portal.pages.search.words import begins, holds_all, line, without_dots, words


@dataclass(frozen=True, slots=True)
class Place:
    """A workplace that was found."""

    title: str
    area: str
    url: str


def found(user: User | AnonymousUser, asked: Asked) -> list[Place]:
    """Those whose name and area hold everything that was asked; one query, and none of somebody signed out."""
    if not asked.parts or not isinstance(user, User):
        return []
    reached = access.scope(user, Workplace.objects.order_by("name"), "view", "ask_for")
    return [
        Place(name, area, _address(user, key))
        for key, name, area in reached.values_list("pk", "name", "area__name")
        if _holds(f"{name} {area}", asked)
    ]


def _holds(text: str, asked: Asked) -> bool:
    said = words(text)
    row = line([*said, *(without_dots(word) for word in said)])
    return all(_holds_part(row, part) for part in asked.parts)


def _holds_part(row: str, part: Part) -> bool:
    return holds_all(part.typed, row) or any(begins(phrase) in row for phrase in part.alike)


def _address(user: User, key: UUID) -> str:
    """Its row for whoever keeps it, its orders, its substitutes, or the workplaces that a substitute has asked for."""
    if access.may(user, "workplace.change"):
        return reverse("workplace:edit", args=[key])
    if access.may(user, "order.book"):
        return f"{reverse('order:index')}?{urlencode({'workplace': key})}"
    if access.holds(user, ORDERING_MANAGER.code):
        return f"{reverse('booking:our_substitutes')}?{urlencode({'arbetsplats': key})}"
    return reverse("booking:workplaces") if hasattr(user, "substitute") else ""

"""The reader's own name, on her own pages."""

from typing import Any

from django import template
from django.utils import timezone

from people import named
from people.models import Substitute, User
from people.named import Identity

register = template.Library()


@register.simple_tag(takes_context=True)
def herself(context: template.Context) -> Identity | None:
    """`{% herself as reader %}`: who reads the page, as she knows herself; of nobody else."""
    user: Any = context.request.user  # type: ignore[attr-defined]  # a page of ours is rendered for a request
    return named.to_herself(user) if isinstance(user, User) else None


@register.inclusion_tag("people/desk/parts/manual_route.html")
def manual_route(substitute: Substitute) -> dict[str, Any]:
    """`{% manual_route substitute %}`: how somebody protected is reached. One query, and none for others."""
    if not substitute.user.protected:
        return {"protected": False}
    return {"protected": True, "keepers": named.keepers_of(substitute, now=timezone.now())}  # noqa: TID251 (a page)

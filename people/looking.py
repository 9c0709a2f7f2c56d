"""That somebody looked at a person is written down; she reads when and by what role, never by whom."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, F, Q
from django.utils.translation import gettext as _

from people.models import LookedAt, RoleAssignment, Substitute, User
from people.roles import ROLES
from portal import security_log

Page, Reason = LookedAt.Page, LookedAt.Reason
SHOWN = 100


@dataclass(frozen=True, slots=True)
class Seen:
    """A look as the person herself may know it."""

    at: datetime
    page: str
    by: str
    reason: str


def note(
    substitute: Substitute, page: LookedAt.Page, *, by: User, at: datetime, reason: LookedAt.Reason | None = None
) -> None:
    """Write it down; her own looks at herself are nobody's business."""
    if substitute.user_id != by.pk:
        LookedAt.objects.create(user=by, substitute=substitute, at=at, page=page, reason=reason or "")
        if page in LookedAt.SENSITIVE:
            security_log.event("person.looked_at", user=by, about=substitute, page=str(page), reason=str(reason or ""))


def at(substitute: Substitute) -> list[Seen]:
    """Who has looked at her by role, the latest first."""
    rows = list(LookedAt.objects.filter(substitute=substitute).order_by("-at", "pk")[:SHOWN])
    assigned = RoleAssignment.objects.filter(user__in={row.user_id for row in rows})
    roles: dict[int, set[str]] = {}
    for user, role in assigned.values_list("user", "role"):
        roles.setdefault(user, set()).add(str(ROLES[role].name))
    return [
        Seen(
            row.at,
            row.get_page_display(),
            ", ".join(sorted(roles.get(row.user_id, ()))) or _("medarbetare"),
            row.get_reason_display(),
        )
        for row in rows
    ]


def by_colleague(*, since: datetime) -> list[dict[str, Any]]:
    """How many looks and persons each colleague has had since then, the most first."""
    rows = LookedAt.objects.filter(at__gte=since).values("user")
    sensitive = Count("pk", filter=Q(page__in=LookedAt.SENSITIVE))
    counted = rows.annotate(looks=Count("pk"), persons=Count("substitute", distinct=True), sensitive=sensitive)
    return [dict(row) for row in counted.order_by(F("persons").desc(), "user")]

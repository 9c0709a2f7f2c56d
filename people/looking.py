"""That somebody looked at a person is written down; she reads when and by what role, never by whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, F, Q
from django.utils.translation import gettext as _

from people.days import begins, day_of
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


def note(person: User, page: LookedAt.Page, *, by: User, at: datetime, reason: LookedAt.Reason | None = None) -> None:
    """Write it down; her own looks at herself are nobody's business."""
    if person.pk != by.pk:
        LookedAt.objects.create(user=by, person_id=person.pk, at=at, page=page, reason=reason or "")
        if page in LookedAt.SENSITIVE:
            security_log.event("person.looked_at", user=by, about=person, page=str(page), reason=str(reason or ""))


def note_listed(listed: Iterable[Substitute], *, by: User, at: datetime) -> None:
    """Write down whose numbers a list showed: each once a day, whatever she scrolls. Two questions, however many."""
    shown = {one.user_id for one in listed if one.user.phone and one.user_id != by.pk}
    known = LookedAt.objects.filter(user=by, page=Page.CONTACTS, at__gte=begins(day_of(at)), person__in=shown)
    new = shown - set(known.values_list("person", flat=True))
    rows = [LookedAt(user=by, person_id=key, at=at, page=Page.CONTACTS) for key in sorted(new)]
    LookedAt.objects.bulk_create(rows)


def at(person: User) -> list[Seen]:
    """Who has looked at her by role, the latest first; of lists one of each role a day."""
    hers = LookedAt.objects.filter(person=person).order_by("-at", "pk")
    rows = [*hers.exclude(page=Page.CONTACTS)[:SHOWN], *hers.filter(page=Page.CONTACTS)[:SHOWN]]
    assigned = RoleAssignment.objects.filter(user__in={row.user_id for row in rows})
    roles: dict[int, set[str]] = {}
    for user, role in assigned.values_list("user", "role"):
        roles.setdefault(user, set()).add(str(ROLES[role].name))
    seen: dict[tuple[datetime | date, str, str], Seen] = {}
    for row in rows:
        by = ", ".join(sorted(roles.get(row.user_id, ()))) or _("medarbetare")
        when = day_of(row.at) if row.page == Page.CONTACTS else row.at
        seen.setdefault((when, row.page, by), Seen(row.at, row.get_page_display(), by, row.get_reason_display()))
    return sorted(seen.values(), key=lambda one: one.at, reverse=True)


def by_colleague(*, since: datetime) -> list[dict[str, Any]]:
    """How many looks at one person each colleague has had since then, and at how many, the most first."""
    rows = LookedAt.objects.filter(at__gte=since).exclude(page=Page.CONTACTS).values("user")
    sensitive = Count("pk", filter=Q(page__in=LookedAt.SENSITIVE))
    counted = rows.annotate(looks=Count("pk"), persons=Count("person", distinct=True), sensitive=sensitive)
    return [dict(row) for row in counted.order_by(F("persons").desc(), "user")]

"""Who reads, and which groups she belongs to at this moment."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from people import access
from people.models import Agreement, User
from portal.pages.audiences import SIGNED_IN, SUBSTITUTE, Audience

READS_ALL = "page.edit"
"""Whoever writes the pages reads them all."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody at a moment; without a user a visitor who is not signed in."""

    user: User | None
    now: datetime

    @property
    def reads_all(self) -> bool:
        """Whether no page is closed to her."""
        return self.user is not None and access.may(self.user, READS_ALL)

    def groups(self) -> QuerySet[Audience]:
        """The rows that let her in."""
        rows = Audience.objects.order_by()
        return rows.filter(_of(self.user, self.now)) if self.user else rows.none()


def anybody_signed_in() -> QuerySet[Audience]:
    """The rows that let in whoever signs in, whoever she is."""
    return Audience.objects.order_by().filter(group=SIGNED_IN, area=None)


def any_substitute() -> QuerySet[Audience]:
    """The rows that let in every substitute, wherever she works."""
    return Audience.objects.order_by().filter(group__in=[SIGNED_IN, SUBSTITUTE], area=None)


def of(request: HttpRequest) -> Reader:
    """Who reads the answer to this request."""
    if not hasattr(request, "_reader"):
        user = getattr(request, "user", None)
        known = user if isinstance(user, User) and user.is_active else None
        now = timezone.now()  # noqa: TID251 (Wagtail routes to a page where others call a view)
        request._reader = Reader(known, now)  # type: ignore[attr-defined]  # noqa: SLF001 (kept with the request)
    return request._reader  # type: ignore[attr-defined]  # noqa: SLF001


def _of(user: User, now: datetime) -> Q:
    let_in = Q(group=SIGNED_IN, area=None)
    for assignment in access.assignments(user):
        place = assignment.workplace.area_id if assignment.workplace else assignment.area_id
        groups = Q(group__in=[SIGNED_IN, assignment.role])
        let_in |= groups & (Q(area=None) | Q(area=place)) if place else groups
    if hasattr(user, "substitute"):
        # Within the one query that asks for pages: she has her agreements read for nothing else there.
        hers = Agreement.objects.filter(substitute=user.substitute, starts__lte=now).not_over(now=now)
        there = Q(area__in=hers.values("area")) | Q(area__in=hers.values("workplace__area"))
        let_in |= Q(group__in=[SIGNED_IN, SUBSTITUTE]) & (Q(area=None) | there)
    return let_in

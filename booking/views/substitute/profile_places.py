"""Where she may work, and what stands in the way where she may not yet. Of a block nothing is said."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from booking.views.substitute.profile import SOON
from people import access
from people.models import Introduction, RecordsCheck, Substitute, Workplace
from people.views.own import for_substitutes


@dataclass(frozen=True, slots=True)
class Place:
    """A workplace that her agreements reach: when she was introduced, and what it still asks for."""

    workplace: Workplace
    introduced_on: date | None
    lacks_introduction: bool
    lacks_check: bool


@for_substitutes
@require_safe
def places(request: HttpRequest, me: Substitute) -> HttpResponse:
    """Each workplace by its area, and the records checks that she has shown."""
    now = timezone.now()
    checks = RecordsCheck.objects.filter(substitute=me, fit=True).order_by("-starts", "pk")
    shown = list(access.scope(me.user, checks))
    context = {"places": list(of(me, shown, now=now)), "checks": shown, "now": now, "soon": now + SOON}
    return render(request, "booking/substitute/profile_places.html", context)


def of(me: Substitute, checks: list[RecordsCheck], *, now: datetime) -> Iterator[Place]:
    """In the order of their names; a constant number of queries."""
    given = access.scope(me.user, Introduction.objects.filter(substitute=me))
    introduced = dict(given.values_list("workplace", "given_on"))
    holds = {check.kind for check in checks if check.starts <= now and (check.ends is None or check.ends > now)}
    reached = me.agreements.not_over(now=now).workplaces().select_related("area")
    for workplace in reached.order_by("area__name", "name", "pk"):
        day = introduced.get(workplace.pk)
        yield Place(
            workplace=workplace,
            introduced_on=day,
            lacks_introduction=workplace.needs_introduction and day is None,
            lacks_check=bool(workplace.records_check) and workplace.records_check not in holds,
        )

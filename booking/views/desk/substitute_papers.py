"""A substitute's papers: agreements, competences, checks, introductions, blocks, and what was done with them."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db.models import Model
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from booking.views.desk import deeds, panels
from booking.views.desk.story import Deed
from booking.views.desk.substitute import framed, the_substitute
from people import access
from people.models import Agreement, Block, HistoryEntry, Substitute, SubstituteCompetence, User
from people.requests import SignedIn
from people.views.desk.deeds import OF_PEOPLE

TOLD = 50
"""Deeds that the page tells, the latest first."""

OF_HERSELF = ("substitute.add", "substitute.change")


@require_safe
def show(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """Her papers."""
    return page(request, the_substitute(request, pk))


def page(request: SignedIn, substitute: Substitute, *, sent: panels.Sent | None = None) -> HttpResponse:
    """The page, with a form that was refused as it was sent."""
    now, user = timezone.now(), request.user
    context = framed(request, substitute, "papers", now=now)
    may_change = context["may_change"]
    papers = _papers(substitute, user)
    context |= papers | panels.of_papers(substitute, user, now=now, sent=sent or {}, may_change=may_change)
    if may_change:
        context["story"] = _story(substitute, user, _named(context))
    return render(request, "booking/desk/substitute_papers.html", context, status=422 if sent else 200)


def _papers(substitute: Substitute, user: User) -> dict[str, list[Any]]:
    agreements = Agreement.objects.filter(substitute=substitute).select_related(
        "occupation", "area", "workplace", "rule_profile"
    )
    competences = SubstituteCompetence.objects.filter(substitute=substitute).select_related("competence")
    return {
        "agreements": list(access.scope(user, agreements).order_by("starts")),
        "competences": list(access.scope(user, competences).order_by("competence__name", "starts")),
    }


def _named(context: Mapping[str, Any]) -> Mapping[str, str]:
    """What each paper on the page is called, by its key."""
    return {str(row.pk): capfirst(name) for row, name in _names(context)}


def _names(context: Mapping[str, Any]) -> Iterator[tuple[Model, str]]:
    for paper in context["agreements"]:
        yield paper, f"{paper.occupation}, {paper.workplace or paper.area}"
    yield from ((held, str(held.competence)) for held in context["competences"])
    yield from ((check, str(check.get_kind_display())) for check in context["checks"])
    yield from ((given, str(given.workplace)) for given in context["introductions"])


def _story(substitute: Substitute, user: User, named: Mapping[str, str]) -> Sequence[Deed]:
    """The latest first. A block that was lifted is told as well; what has no row any more is not."""
    blocks = access.scope(user, Block.objects.filter(substitute=substitute).select_related("workplace"))
    named = {**named, **{str(block.pk): str(block.workplace) for block in blocks}}
    entries = HistoryEntry.objects.filter(object_id__in=named)
    entries |= HistoryEntry.objects.filter(object_id=str(substitute.pk), action__in=OF_HERSELF)
    hers = access.scope(user, entries).select_related("user").order_by("-timestamp", "-pk")[:TOLD]
    return [
        Deed(_told(entry), named.get(entry.object_id, ""), entry.user_display_name, entry.timestamp) for entry in hers
    ]


def _told(entry: HistoryEntry) -> str:
    name = OF_PEOPLE.get(entry.action)
    return str(name) if name else deeds.told(entry)

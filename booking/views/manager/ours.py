"""Våra vikarier: those whom a workplace knows, those it wants again, and those it has asked not to be sent.

Of a person no more is told here than her name, what she is competent in, and how far she has come in the courses. That
she has asked herself not to come is hers and the planners' to know.
"""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from booking.forms.order_columns import places_where
from booking.models import Booking
from booking.operations import standing
from booking.views.manager.own import for_managers
from people import access, learning
from people.learning import Progress
from people.models import Block, Favourite, Introduction, Substitute, SubstituteCompetence, User, Workplace

ON_A_PAGE = 30


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody whom the workplace knows."""

    substitute: Substitute
    is_favourite: bool
    is_introduced: bool
    competences: list[str] = field(default_factory=list)
    learning: list[Progress] = field(default_factory=list)


@for_managers
@require_safe
def ours(request: HttpRequest, me: User) -> HttpResponse:
    """One workplace at a time, favourites first, and its own blocks."""
    now = timezone.now()
    places = list(places_where(me, "favourite.change"))
    place = chosen(places, request.GET.get("arbetsplats", ""))
    words = request.GET.get("namn", "").replace("\x00", "").strip()[:60]
    rows = searched(known_at(place), words) if place else Substitute.objects.none()
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("sida"))
    context = {
        "places": places,
        "place": place,
        "words": words,
        "page": page,
        "known": _known(page, me, now=now),
        "blocks": list(own_blocks(me, place)) if place else [],
    }
    return render(request, "booking/manager/ours.html", context)


@for_managers
@require_POST
def favour(request: HttpRequest, me: User, place: uuid.UUID, pk: uuid.UUID) -> HttpResponse:
    """The workplace would like her again. Twice is once."""
    workplace, substitute = hers(me, place, pk, "favourite.change")
    standing.favour(substitute, workplace, by=me, at=timezone.now())
    messages.success(request, _("%(who)s är favorit och frågas före andra.") % {"who": substitute})
    return back_to(workplace)


@for_managers
@require_POST
def unfavour(request: HttpRequest, me: User, place: uuid.UUID, pk: uuid.UUID) -> HttpResponse:
    """No more than others."""
    workplace, substitute = hers(me, place, pk, "favourite.change")
    standing.unfavour(substitute, workplace, by=me, at=timezone.now())
    messages.success(request, _("%(who)s är inte favorit längre.") % {"who": substitute})
    return back_to(workplace)


def known_at(place: Workplace) -> QuerySet[Substitute]:
    """Those who have worked there, are introduced there or wanted there, and whom it has not asked not to be sent."""
    here = {"substitute": OuterRef("pk"), "workplace": place}
    worked = Booking.objects.occupying().filter(substitute=OuterRef("pk"), order__workplace=place, no_show=False)
    blocked = Block.objects.in_force().filter(**here, asked_by=Block.AskedBy.WORKPLACE)
    favourite, introduced = Favourite.objects.filter(**here), Introduction.objects.filter(**here)
    rows = Substitute.objects.active().annotate(favoured=Exists(favourite), introduced=Exists(introduced))
    known = rows.filter(Q(favoured=True) | Q(introduced=True) | Exists(worked), ~Exists(blocked))
    return known.select_related("user").order_by("-favoured", "user__last_name", "user__first_name", "pk")


def searched(rows: QuerySet[Substitute], words: str) -> QuerySet[Substitute]:
    """Those whose name holds each word."""
    for word in words.split():
        rows = rows.filter(Q(user__first_name__icontains=word) | Q(user__last_name__icontains=word))
    return rows


def own_blocks(me: User, place: Workplace) -> QuerySet[Block]:
    """What the workplace has asked for itself, the latest first."""
    rows = Block.objects.in_force().filter(workplace=place, asked_by=Block.AskedBy.WORKPLACE)
    return access.scope(me, rows).select_related("substitute__user", "made_by").order_by("-made_at", "pk")


def hers(me: User, place: uuid.UUID, pk: uuid.UUID, action: str) -> tuple[Workplace, Substitute]:
    """The workplace where she may do it, and somebody whom it knows; otherwise they do not exist."""
    workplace = places_where(me, action).filter(pk=place).select_related("area").first()
    substitute = known_at(workplace).filter(pk=pk).first() if workplace else None
    if workplace is None or substitute is None:
        message = "nobody whom a workplace of hers knows"
        raise Http404(message)
    return workplace, substitute


def already(me: User, place: uuid.UUID, pk: uuid.UUID) -> Block | None:
    """The block that the workplace has asked for already, if it is hers: its page was read before, or sent twice."""
    workplace = places_where(me, "block.change").filter(pk=place).first()
    return own_blocks(me, workplace).filter(substitute=pk).first() if workplace else None


def back_to(workplace: Workplace) -> HttpResponse:
    """The list of that workplace."""
    return redirect(f"{reverse('booking:our_substitutes')}?arbetsplats={workplace.pk}")


def chosen(places: list[Workplace], key: str) -> Workplace | None:
    """The one that is asked for if it is hers, otherwise the first."""
    return next((place for place in places if str(place.pk) == key), places[0] if places else None)


def _known(page: "Page[Substitute]", me: User, *, now: datetime) -> list[Known]:
    held, learnt = _competences(page, now=now), learning.of(list(page), seen_by=me)
    told = {key: begun(rows) for key, rows in learnt.items()}
    return [
        Known(one, one.favoured, one.introduced, held.get(one.pk, []), told.get(one.pk, []))  # type: ignore[attr-defined]
        for one in page
    ]


def begun(learnt: Iterable[Progress]) -> list[Progress]:
    """What says something: of most who have worked for years there is nothing to tell."""
    return [progress for progress in learnt if progress.done]


def _competences(people: Iterable[Substitute], *, now: datetime) -> Mapping[uuid.UUID, list[str]]:
    """The names of what each is competent in today; one query."""
    held = SubstituteCompetence.objects.not_over(now=now).filter(substitute__in=list(people), starts__lte=now)
    found: dict[uuid.UUID, list[str]] = {}
    for row in held.select_related("competence").order_by("competence__name"):
        found.setdefault(row.substitute_id, []).append(str(row.competence))
    return found

"""The page of a request for a workplace: who asks, what she has for it, and the forms to answer with."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from booking import reach
from booking.forms.workplace_request import (
    AgreementHereForm,
    DeclineForm,
    IntroducedForm,
    IntroductionForm,
    may_agree,
)
from booking.models import Booking, WorkplaceRequest
from booking.views.desk.deeds import told
from booking.views.desk.story import Deed
from people import access, looking
from people.days import day_of
from people.models import (
    Block,
    HistoryEntry,
    Introduction,
    Occupation,
    RecordsCheck,
    SubstituteCompetence,
    User,
)
from people.requests import SignedIn
from people.views.desk.page import frame


def page(request: SignedIn, wish: WorkplaceRequest, *, sent: Mapping[str, Form], now: datetime) -> HttpResponse:
    """The page, with a form that was refused as it was sent."""
    user = request.user
    looking.note_listed([wish.substitute], by=user, at=now)
    fresh = _forms(wish, user, now=now) if _is_hers_to_answer(wish, user) else {}
    above = [(reverse("workplace_request:index"), _("Nya arbetsplatser"))]
    context = _papers(wish, user, now=now) | _standing(wish, user) | frame(str(wish.substitute), above, "thumbtack")
    context |= {
        "wish": wish,
        "now": now,
        "forms": fresh | {name: form for name, form in sent.items() if name in fresh},
        "refused_at_top": [form for name, form in sent.items() if name not in fresh or name == "accept"],
        "sees_person": access.can(user, "view", wish.substitute),
        "booking": _shift(wish, user),
        "story": _story(wish, user),
    }
    return render(request, "booking/desk/workplace_request.html", context, status=422 if sent else 200)


def occupations(wish: WorkplaceRequest, *, now: datetime) -> QuerySet[Occupation]:
    """As what she can be booked there."""
    return reach.occupations(wish.substitute, wish.workplace, now=now)


def _is_hers_to_answer(wish: WorkplaceRequest, user: User) -> bool:
    return wish.status == WorkplaceRequest.Status.ASKED and access.can(user, "change", wish)


def _forms(wish: WorkplaceRequest, user: User, *, now: datetime) -> dict[str, Form]:
    """What she can do: without an agreement that reaches the workplace, nothing but make one, or say no."""
    made: dict[str, Form] = {}
    today = day_of(now)
    if may_agree(user, wish.workplace):
        made["agree"] = AgreementHereForm(
            user=user,
            workplace=wish.workplace,
            initial={"starts": today, "place": wish.workplace_id},
            auto_id="agree_%s",
        )
    if (known := occupations(wish, now=now)).exists():
        made["plan"] = IntroductionForm(occupations=known, user=user, now=now)
        made["introduced"] = IntroducedForm(initial={"given_on": today}, auto_id="introduced_%s")
        if not wish.workplace.needs_introduction:
            made["accept"] = Form()
    made["decline"] = DeclineForm(auto_id="decline_%s")
    return made


def _papers(wish: WorkplaceRequest, user: User, *, now: datetime) -> dict[str, Any]:
    """What she has that counts there, as far as the reader may see it."""
    her, place = wish.substitute, wish.workplace
    competences = SubstituteCompetence.objects.filter(substitute=her).not_over(now=now).select_related("competence")
    shown = RecordsCheck.objects.filter(substitute=her, kind=place.records_check, fit=True).not_over(now=now)
    papers = reach.reaching(her, place, now=now).select_related("area", "workplace", "occupation")
    return {
        "agreements": access.scope(user, papers),
        "competences": access.scope(user, competences).order_by("competence__name", "starts"),
        "records_check": access.scope(user, shown).order_by("-ends").first(),
    }


def _standing(wish: WorkplaceRequest, user: User) -> dict[str, Any]:
    here = {"substitute": wish.substitute, "workplace": wish.workplace}
    return {
        "blocked": access.scope(user, Block.objects.in_force().filter(**here)).first(),
        "introduction": access.scope(user, Introduction.objects.filter(**here)).first(),
    }


def _shift(wish: WorkplaceRequest, user: User) -> Booking | None:
    """The last that was to introduce her, also if it came to nothing."""
    if wish.introduction_id is None:
        return None
    hers = Booking.objects.of(wish.substitute).filter(order=wish.introduction_id).with_places()
    return access.scope(user, hers).order_by("-booked_at", "pk").first()


def _story(wish: WorkplaceRequest, user: User) -> list[Deed]:
    entries = access.scope(user, HistoryEntry.objects.filter(object_id=str(wish.pk))).select_related("user")
    return [
        Deed(told(entry), "", entry.user_display_name, entry.timestamp) for entry in entries.order_by("timestamp", "pk")
    ]

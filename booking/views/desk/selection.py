"""Skriv till flera: a planner narrows to those she means, sees who gets it and what it costs, and confirms."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from booking import receivers
from booking.forms.selection import FIRST, SelectionForm
from booking.forms.writing import WriteForm
from booking.operations import writing
from booking.operations.refusals import Refused
from booking.receivers import Receivers
from booking.views.desk import preview
from booking.views.desk.writing import later, told, words
from people import access
from people.models import Substitute, User
from people.requests import SignedIn
from people.views.desk.page import frame

NEXT, SEND = "next", "send"
"""The deeds of who has chosen and written, and of who has seen what it comes to; all else shows the page anew."""

KEPT = (
    "areas",
    "occupation",
    "competence",
    "workplace",
    "empty_week",
    "bookable",
    "without",
    "body",
    "when",
    "command",
)


@dataclass
class Chosen:
    """What stands on the page: the choices, whom they mean, and who of them has been left out."""

    user: User
    data: QueryDict
    now: datetime

    @cached_property
    def form(self) -> SelectionForm:
        """The choices."""
        return SelectionForm(self.data or FIRST, user=self.user, now=self.now)

    @cached_property
    def number(self) -> int:
        """How many they mean."""
        return self.form.narrowed().count()

    @cached_property
    def are_too_many(self) -> bool:
        """Whether she must narrow before she can write."""
        return self.number > writing.MOST

    @cached_property
    def people(self) -> list[Substitute]:
        """Those whom they mean; nobody while they are too many to be shown."""
        return [] if self.are_too_many else list(self.form.narrowed())

    @cached_property
    def without(self) -> set[str]:
        """The keys of those who are left out."""
        return set(self.data.getlist("without"))

    @cached_property
    def receivers(self) -> Receivers:
        """Those who remain, each with her way."""
        return receivers.of([one for one in self.people if str(one.pk) not in self.without])


@require_http_methods(["GET", "POST"])
def selection(request: SignedIn) -> HttpResponse:
    """The page, and each step from it."""
    if not access.may(request.user, "substitute.write"):
        raise Http404
    now, deed = timezone.now(), request.POST.get("deed")
    chosen = Chosen(request.user, request.POST if request.method == "POST" else request.GET, now)
    if deed not in {NEXT, SEND}:
        return _page(request, chosen, _form(request, now=now))
    form = _form(request, now=now, is_sent=True)
    if not form.is_valid():
        return _page(request, chosen, form, status=422)
    if deed == SEND:
        return _send(request, form, now=now)
    if not chosen.receivers.people:
        form.add_error(None, writing.too_many(chosen.number) if chosen.are_too_many else _("Välj minst en vikarie."))
        return _page(request, chosen, form, status=422)
    return _confirm(request, form, chosen.receivers)


def _form(request: SignedIn, *, now: datetime, is_sent: bool = False) -> WriteForm:
    known: dict[str, Any] = {"by": request.user, "leaves": writing.leaves(request.user, at=now), "now": now}
    return WriteForm(request.POST, **known) if is_sent else WriteForm(typed=words(request.POST), **known)


def _page(request: SignedIn, chosen: Chosen, form: WriteForm, *, status: int = 200) -> HttpResponse:
    context = {
        "chosen": chosen,
        "form": form,
        "most": writing.MOST,
        "preview": preview.of(form.typed, chosen.receivers, by=request.user),
    }
    context |= frame(_("Skriv till flera"), [_the_list()], "mail")
    return render(request, "booking/desk/selection.html", context, status=status)


def _confirm(request: SignedIn, form: WriteForm, found: Receivers, *, news: Collection[str] = ()) -> HttpResponse:
    """Who gets it and what it costs, once more; nothing has been sent. `news` is what has changed since she looked."""
    context = {
        "form": form,
        "found": found,
        "preview": preview.of(form.typed, found, by=request.user),
        "kept": [(name, value) for name in KEPT for value in request.POST.getlist(name)],
        "leaves": "" if form.at_once else later(writing.leaves(request.user, at=form.now), form.now),
        "news": news,
    }
    context |= frame(_("Skicka"), [_the_list(), (reverse("writing:selection"), _("Skriv till flera"))], "mail")
    return render(request, "booking/desk/selection_confirm.html", context, status=409 if news else 200)


def _send(request: SignedIn, form: WriteForm, *, now: datetime) -> HttpResponse:
    """To exactly those whom she saw, if what she saw of them still holds."""
    found = receivers.of(_people(request.user, request.POST))
    seen = preview.of(form.typed, found, by=request.user).seen
    if not found.people or seen != request.POST.get("seen"):
        return _confirm(request, form, found, news=[_("Urvalet har ändrats sedan du såg det. Inget är skickat.")])
    command = form.cleaned_data["command"]
    try:
        said = {"command": command, "at_once": form.at_once}
        writing.write(found.people, form.cleaned_data["body"], by=request.user, at=now, **said)
    except Refused as refusal:
        return _confirm(request, form, receivers.of(_people(request.user, request.POST)), news=refusal.reasons)
    leaves = writing.leaves(request.user, at=now)
    messages.success(request, told(found.people, "" if form.at_once else later(leaves, now)))
    return redirect("writing:sending", command)


def _people(user: User, typed: QueryDict) -> list[Substitute]:
    """Those who were named, as far as they are still hers to write to."""
    keys = {access.key_named(value) for value in typed.getlist("chosen")}
    rows = Substitute.objects.filter(pk__in=keys).select_related("user")
    return list(access.scope(user, rows, "write").order_by("user__first_name", "user__last_name", "pk"))


def _the_list() -> tuple[str, str]:
    return reverse("substitute:index"), _("Vikarier")

"""Sparade vyer: what a list is narrowed to, named and chosen again. The same for every list that has them."""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from booking.forms.saved_view import NameForm, SaveForm
from booking.models import SavedView
from booking.operations import saved_views
from booking.operations.refusals import Refused
from people import access
from people.requests import SignedIn
from people.views.desk.page import frame

LISTS = {SavedView.Of.ORDERS: "order", SavedView.Of.SUBSTITUTES: "substitute"}
"""The lists, by the name of their pages and of what they are lists of."""


@dataclass(frozen=True, slots=True)
class Views:
    """One's own views of a list, as links, and the one that it was narrowed by."""

    of: SavedView.Of
    links: Sequence[tuple[SavedView, str]]
    current: SavedView | None
    query: str
    form: SaveForm

    @property
    def tail(self) -> str:
        """What is added to an address so that the view is remembered in it."""
        return f"&vy={self.current.pk}" if self.current else ""

    @property
    def differs(self) -> bool:
        """Whether the list has been narrowed otherwise since the view was chosen."""
        return self.current is not None and self.current.query != self.query


def of(request: SignedIn, of: SavedView.Of, query: str) -> Views:
    """Those of the one who asks; one query. `query` is what the list is narrowed to."""
    views = access.scope(request.user, SavedView.objects.filter(of=of)).order_by("name")
    links = [(view, _address(view)) for view in views]
    named = request.GET.get("vy", "")
    chosen = [view for view, _link in links if str(view.pk) == named]
    alike = [view for view, _link in links if view.query == query]
    form = SaveForm(initial={"query": query}, auto_id="view_%s")
    return Views(of, links, next(iter(chosen + alike), None), query, form)


@require_http_methods(["GET", "POST"])
def save(request: SignedIn, of: str) -> HttpResponse:
    """What the list is narrowed to, by the name that was written."""
    if of not in LISTS or not access.may(request.user, f"{LISTS[SavedView.Of(of)]}.view"):
        raise Http404
    which = SavedView.Of(of)
    form = SaveForm(request.POST or None, initial={"query": request.GET.urlencode()})

    def act() -> SavedView:
        said = form.cleaned_data
        return saved_views.save(which, said["name"], said["query"], by=request.user, at=timezone.now())

    view = _done(form, act)
    if view is None:
        return _asked(request, form, _index(which), _("Spara vyn"))
    messages.success(request, _("Vyn %(name)s är sparad.") % {"name": view.name})
    return redirect(_address(view))


@require_http_methods(["GET", "POST"])
def rename(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """Another name."""
    view = access.get(request.user, SavedView.objects.all(), pk, "change")
    form = NameForm(request.POST or None, initial={"name": view.name})
    if _done(form, lambda: saved_views.rename(view, form.cleaned_data["name"])) is None:
        return _asked(request, form, _address(view), _("Byt namn på vyn"))
    messages.success(request, _("Vyn heter nu %(name)s.") % {"name": view.name})
    return redirect(_address(view))


@require_POST
def replace(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """What the list is narrowed to now, by the same name."""
    view = access.get(request.user, SavedView.objects.all(), pk, "change")
    try:
        saved_views.replace(view, request.POST.get("query", "").replace("\x00", ""), at=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Vyn %(name)s är ändrad.") % {"name": view.name})
    return redirect(_address(view))


@require_POST
def remove(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """The view goes; the list stays as it is."""
    view = access.get(request.user, SavedView.objects.all(), pk, "change")
    saved_views.remove(view)
    messages.success(request, _("Vyn %(name)s är borttagen.") % {"name": view.name})
    return redirect(f"{_index(SavedView.Of(view.of))}?{view.query}")


def _index(of: SavedView.Of) -> str:
    return reverse(f"{LISTS[of]}:index")


def _address(view: SavedView) -> str:
    """The list, narrowed by the view."""
    parts = filter(None, [view.query, f"vy={view.pk}"])
    return f"{_index(SavedView.Of(view.of))}?{'&'.join(parts)}"


def _done(form: Form, act: Callable[[], SavedView]) -> SavedView | None:
    """What came of it; nothing if the form has still to be filled in, or says why not."""
    if not (form.is_bound and form.is_valid()):
        return None
    try:
        return act()
    except Refused as refusal:
        form.add_error("name", list(refusal.reasons))
        return None


def _asked(request: SignedIn, form: Form, back: str, title: str) -> HttpResponse:
    context: dict[str, Any] = {"form": form, "back": back, "title": title} | frame(title, [], "tag")
    return render(request, "booking/desk/list/view.html", context, status=422 if form.is_bound else 200)

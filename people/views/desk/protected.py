"""Skyddade uppgifter: a planner marks somebody; her keeper sees who she is, and lifts the mark."""

import uuid

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people import access, looking, named
from people.forms.looking import ReasonForm
from people.forms.protected import IdentityForm, as_kept
from people.models import HistoryEntry, Substitute
from people.operations import identity
from people.operations.accounts import telephone
from people.operations.refusals import Refused
from people.requests import SignedIn
from people.views.desk.page import Crumb, done, frame
from people.views.desk.substitutes import the_list as the_substitutes
from people.views.desk.substitutes import the_page

IDENTIFY = "substitute.identify"
DEEDS = ("substitute.protect", "substitute.identified", "substitute.unprotect")
SHOWN_DEEDS = 20


@require_safe
def index(request: SignedIn) -> HttpResponse:
    """Those whom the keeper keeps, by alias; found by what only she may search."""
    if not access.may(request.user, IDENTIFY):
        raise Http404
    query = request.GET.get("q", "").strip().replace("\x00", "")
    rows = access.scope(request.user, _protected(), "identify").filter(_found_by(query))
    context = {"rows": rows.order_by("user__last_name", "pk"), "query": query}
    return render(request, "people/desk/protected_index.html", context | frame(_("Skyddade uppgifter"), [], "lock"))


@require_safe
def show(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """The card, closed: who she is, is shown when it is asked for, since that is written down."""
    return _card(request, _kept(request, pk))


@never_cache
@require_POST
def reveal(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """The card, open, to whoever says why."""
    substitute, why = _kept(request, pk), ReasonForm(request.POST)
    if not why.is_valid():
        return _card(request, substitute, why=why, status=422)
    looking.note(substitute.user, looking.Page.IDENTITY, by=request.user, at=timezone.now(), reason=why.reason_given())
    return _card(request, substitute, form=_form_of(request, substitute))


@never_cache
@require_POST
def change(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """Who she is, and how she is reached, as the keeper writes it."""
    substitute = _kept(request, pk)
    form, now = IdentityForm(request.POST), timezone.now()
    asked = done(form, lambda: _saved(request, substitute, form))
    if asked is None:
        identity.identify(substitute, by=request.user, at=now)
        return _card(request, substitute, form=form, status=422)
    messages.success(request, _("Uppgifterna är sparade."))
    return redirect("protected:inspect", pk)


@require_POST
def lift(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """She is protected no more."""
    substitute = _kept(request, pk)
    try:
        identity.lift(substitute, by=request.user, at=timezone.now())
    except Refused as refused:
        return _card(request, substitute, refused=str(refused), status=409)
    messages.success(request, _("Skyddet är borttaget. Namn och kontakt syns för alla igen."))
    return redirect("protected:index")


@require_http_methods(["GET", "POST"])
def mark(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """The question before somebody is protected, and what comes of it."""
    substitute = access.get(request.user, Substitute.objects.select_related("user"), pk, "change")
    if request.method == "POST":
        identity.mark(substitute, by=request.user, at=timezone.now())
        messages.success(request, _("Uppgifterna är skyddade. Namn och kontakt är dolda för alla."))
        return redirect(the_page(substitute)[0])
    if substitute.user.protected:
        return redirect(the_page(substitute)[0])
    context = {"substitute": substitute, "keepers": named.keepers_of(substitute, now=timezone.now())}
    above = [the_substitutes(), the_page(substitute)]
    return render(request, "people/desk/protect.html", context | frame(_("Skydda uppgifter"), above, "lock"))


def _saved(request: SignedIn, substitute: Substitute, form: IdentityForm) -> bool:
    identity.rewrite(substitute, form.person(), form.cleaned_data["contact"], by=request.user, at=timezone.now())
    return True


def _protected() -> "QuerySet[Substitute]":
    return Substitute.objects.filter(user__protected=True).select_related("user__hidden")


def _kept(request: SignedIn, pk: uuid.UUID) -> Substitute:
    return access.get(request.user, _protected(), pk, "identify")


def _found_by(query: str) -> Q:
    """Each word in her name, her number or her alias; or the whole of it, as a telephone number."""
    fields = ("first_name", "last_name", "phone", "employee_number")
    found = Q()
    for word in query.split():
        anywhere = Q(user__last_name__icontains=word)
        for field in fields:
            anywhere |= Q(**{f"user__hidden__{field}__icontains": word})
        found &= anywhere
    number = telephone(query)
    return found | Q(user__hidden__phone=number) if number else found


def _form_of(request: SignedIn, substitute: Substitute) -> IdentityForm:
    seen = identity.identify(substitute, by=request.user, at=timezone.now())
    return IdentityForm(initial=as_kept(seen))


def _card(
    request: SignedIn,
    substitute: Substitute,
    *,
    form: IdentityForm | None = None,
    why: ReasonForm | None = None,
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    deeds = HistoryEntry.objects.of(substitute).filter(action__in=DEEDS).select_related("user")
    context: dict[str, object] = {
        "substitute": substitute,
        "form": form,
        "why": why or ReasonForm(),
        "refused": refused,
    }
    context["deeds"] = deeds[:SHOWN_DEEDS]
    context |= frame(str(substitute), [the_list()], "lock")
    return render(request, "people/desk/protected.html", context, status=status)


def the_list() -> Crumb:
    """All whom she keeps."""
    return reverse("protected:index"), _("Skyddade uppgifter")

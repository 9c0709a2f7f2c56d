"""Flera vikarier: the same paper to each, foretold before it is done, and told person by person after."""

import uuid
from collections.abc import Sequence
from typing import Any

from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from booking.forms import which
from booking.forms.several_substitutes import (
    AgreeSeveral,
    EndAgreementsForm,
    InviteForm,
    ProveSeveral,
    RevokeForm,
    WhoForm,
)
from booking.forms.substitute_narrowing import SubstituteNarrowing
from booking.operations import several_substitutes
from booking.operations.one_by_one import AT_MOST
from booking.operations.refusals import Refused
from booking.views.desk import outcomes, several_substitutes_foretold, substitute_list
from booking.views.desk.order_rows import COUNTED
from people import access
from people.days import day_of
from people.models import Substitute
from people.requests import SignedIn
from people.views.desk.page import frame

Foretold = Sequence[several_substitutes_foretold.Foretold]

KEPT = "several_substitutes"
"""Where a session keeps what became of the last few."""

WRITE, WRITTEN_TO = "skriv", 80
"""Those who are written to stand in an address, which has room for so many."""

FORMS: dict[str, type[AgreeSeveral | ProveSeveral | EndAgreementsForm | RevokeForm | InviteForm]] = {
    "avtal": AgreeSeveral,
    "kompetens": ProveSeveral,
    "avsluta-avtal": EndAgreementsForm,
    "avsluta-kompetens": RevokeForm,
    "inbjudan": InviteForm,
}
ACTIONS = {
    "avtal": "agreement.add",
    "kompetens": "substitutecompetence.add",
    "avsluta-avtal": "agreement.end",
    "avsluta-kompetens": "substitutecompetence.end",
    "inbjudan": "substitute.invite",
    WRITE: "substitute.write",
}
NAMES = {
    "avtal": lambda: _("Nytt avtal för flera"),
    "kompetens": lambda: _("Ny kompetens för flera"),
    "avsluta-avtal": lambda: _("Avsluta avtal för flera"),
    "avsluta-kompetens": lambda: _("Avsluta kompetens för flera"),
    "inbjudan": lambda: _("Skicka inbjudan till flera"),
}


@require_POST
def choose(request: SignedIn) -> HttpResponse:
    """The form for what was chosen, with those that it is for; nothing is done yet."""
    deed = request.POST.get("deed", "")
    if deed not in ACTIONS or not access.may(request.user, ACTIONS[deed]):
        raise Http404
    sent = which.sent(request.POST)
    keys = _all(request) if sent is None else sent
    if not keys:
        return _refused(request, _("Kryssa för de vikarier det gäller, eller välj alla."))
    if deed == WRITE:
        return _to_write(request, _hers(request, keys, "write"))
    people = _hers(request, keys[:AT_MOST], "change")
    form = FORMS[deed](user=request.user, initial={"starts": day_of(timezone.now())})
    return _page(request, deed, form, people, left_out=max(len(keys) - AT_MOST, 0))


@require_POST
def foretell(request: SignedIn, deed: str) -> HttpResponse:
    """What would become of each; or the form again, with what is missing."""
    form, people = _sent(request, deed)
    if not form.is_valid():
        return _page(request, deed, form, people)
    foretold = several_substitutes_foretold.of(form.act(), people, request.user, now=timezone.now())
    return _page(request, deed, form, people, foretold=foretold)


@require_POST
def carry_out(request: SignedIn, deed: str) -> HttpResponse:
    """Do it, person by person. The same form sent twice is answered with what became of it the first time."""
    form, people = _sent(request, deed)
    who = WhoForm(request.POST)
    if not (form.is_valid() and who.is_valid()):
        return _page(request, deed, form, people)
    command = who.cleaned_data["command"]
    if not outcomes.kept(request, KEPT, command):
        became = several_substitutes.carry_out(form.act(), people, command=command, by=request.user, at=timezone.now())
        outcomes.keep(request, KEPT, command, deed, became)
    return redirect(f"{reverse('substitute:outcome', args=[command])}?{request.GET.urlencode()}")


@require_safe
def outcome(request: SignedIn, command: uuid.UUID) -> HttpResponse:
    """What became of each."""
    kept = outcomes.kept(request, KEPT, command)
    if kept is None or not access.may(request.user, "substitute.change"):
        raise Http404
    seen = access.scope(request.user, Substitute.objects.filter(pk__in=kept.became).select_related("user"))
    people = seen.order_by("user__last_name", "user__first_name", "pk")
    title = NAMES[kept.deed]()
    context: dict[str, Any] = {
        "groups": kept.groups({one.pk: one for one in people}),
        "each": "booking/desk/parts/outcome_substitute.html",
        "title": title,
        "back": _back(request),
    }
    return render(request, "booking/desk/outcome.html", context | _frame(request, title))


def _sent(request: SignedIn, deed: str) -> tuple[Any, list[Substitute]]:
    """The form of the deed as it was sent, and those whom it is for; 404 if it is not hers to do to each."""
    if deed not in FORMS or not access.may(request.user, ACTIONS[deed]):
        raise Http404
    who = WhoForm(request.POST)
    who.full_clean()
    keys = who.cleaned_data.get("chosen", [])
    return FORMS[deed](request.POST, user=request.user), _hers(request, keys, "change")


def _page(
    request: SignedIn,
    deed: str,
    form: Form,
    people: Sequence[Substitute],
    *,
    left_out: int = 0,
    foretold: Foretold | None = None,
) -> HttpResponse:
    title = NAMES[deed]()
    context: dict[str, Any] = {
        "deed": deed,
        "form": form,
        "people": people,
        "command": request.POST.get("command") or uuid.uuid4(),
        "can": [each for each in foretold or () if each.can],
        "cannot": [each for each in foretold or () if not each.can],
        "is_foretold": foretold is not None,
        "left_out": left_out,
        "at_most": AT_MOST,
        "title": title,
        "back": _back(request),
        "query": request.GET.urlencode(),
    }
    status = 422 if form.is_bound and (form.errors or not people) else 200
    return render(request, "booking/desk/several.html", context | _frame(request, title), status=status)


def _to_write(request: SignedIn, people: Sequence[Substitute]) -> HttpResponse:
    if len(people) > WRITTEN_TO:
        return _refused(
            request, _("Skriv till högst %(n)d åt gången. Välj Skriv till flera för fler.") % {"n": WRITTEN_TO}
        )
    chosen = urlencode({"chosen": [str(one.pk) for one in people]}, doseq=True)
    return HttpResponseRedirect(f"{reverse('writing:to_several')}?{chosen}")


def _refused(request: SignedIn, why: str) -> HttpResponse:
    return substitute_list.page(request, refusal=Refused(why))


def _all(request: SignedIn) -> list[uuid.UUID]:
    """All that the filter shows, in the list's own order."""
    form = SubstituteNarrowing(request.GET, user=request.user, now=timezone.now())
    rows = form.ordered(form.narrowed(access.scope(request.user, Substitute.objects.all())))
    return list(rows.values_list("pk", flat=True)[:COUNTED])


def _hers(request: SignedIn, keys: Sequence[uuid.UUID], verb: str) -> list[Substitute]:
    """Those, by name, if she may do the verb to each of them; else 404."""
    rows = access.scope(request.user, Substitute.objects.filter(pk__in=keys), verb).select_related("user")
    people = list(rows.order_by("user__last_name", "user__first_name", "pk"))
    if len(people) < len(set(keys)):
        raise Http404
    return people


def _back(request: SignedIn) -> str:
    """The list, as it was narrowed."""
    query = request.GET.urlencode()
    return f"{reverse('substitute:index')}{'?' if query else ''}{query}"


def _frame(request: SignedIn, title: str) -> dict[str, object]:
    return frame(title, [(_back(request), _("Vikarier"))])

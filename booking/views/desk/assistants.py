"""Bokningsassistenter: a planner sets what each is to do, in the areas that are hers."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from booking.assistant import in_words, schedule
from booking.forms import assistant_profile
from booking.forms.assistant_profile import AssistantProfileForm
from booking.models import AssistantProfile
from booking.operations import assistant_profiles
from booking.views.desk import assistant_rows, assistant_story
from people import access
from people.requests import SignedIn
from people.views.desk.page import done, frame
from people.views.kept import keeps_typed, typed

ICON = "history"
NOTHING = "-"
"""The mark of no profile: a form that does not say what it saw has seen none of it."""


@require_safe
def index(request: SignedIn) -> HttpResponse:
    """In the order in which they choose."""
    rows = assistant_rows.of(hers(request), now=timezone.now())
    context = {"rows": rows, "are_on": any(row.profile.is_on for row in rows)}
    return render(request, "booking/desk/assistant/list.html", context | frame(_("Bokningsassistenter"), [], ICON))


@keeps_typed
@require_http_methods(["GET", "POST"])
def new(request: SignedIn) -> HttpResponse:
    """A new one: from the beginning, a copy of another, or one that chooses after it."""
    initial = _begun(request)
    form = AssistantProfileForm(typed(request), user=request.user, initial=initial)
    is_sent = _is_to_be_kept(request)
    made = AssistantProfile(pk=form.cleaned_data["key"]) if is_sent and form.is_valid() else None
    if made and done(form, lambda: _keep(request, form, made, seen="")):
        messages.success(request, _("Assistenten är sparad. Den är av tills du slår på den."))
        return redirect("assistant:index")
    return _page(request, form, _("Ny bokningsassistent"), is_sent=is_sent)


@keeps_typed
@require_http_methods(["GET", "POST"])
def change(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """What it is set to do, who chooses before and after it, and who changed what."""
    profile = access.get(request.user, hers(request), pk, "change")
    form = AssistantProfileForm(typed(request), user=request.user, initial=assistant_profile.as_it_stands(profile))
    is_sent = _is_to_be_kept(request)
    if (
        is_sent
        and done(form, lambda: _keep(request, form, profile, seen=form.cleaned_data["seen"] or NOTHING)) is not None
    ):
        messages.success(request, _("Assistenten är sparad. Det gäller från och med nu."))
        return redirect("assistant:index")
    return _page(request, form, profile.name, profile=AssistantProfile.objects.get(pk=pk), is_sent=is_sent)


@require_POST
def sentence(request: SignedIn) -> HttpResponse:
    """What it will do as the form is filled in, and who else chooses in the same areas."""
    hers(request)
    form = AssistantProfileForm(request.POST, user=request.user, initial=assistant_profile.fresh())
    return render(request, "booking/desk/assistant/sentence.html", _said(request, form))


@require_POST
def remove(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """It is gone, but for what it has done. Twice is once."""
    profile = access.get(request.user, AssistantProfile.objects.all(), pk, "change")
    assistant_profiles.remove(profile, by=request.user, at=timezone.now())
    messages.success(request, _("%(name)s är borttagen. Vad den har gjort finns kvar.") % {"name": profile.name})
    return redirect("assistant:index")


def hers(request: SignedIn) -> QuerySet[AssistantProfile]:
    """Those that she reaches; 404 to whoever has none to see to."""
    if not access.may(request.user, "assistantprofile.change"):
        raise Http404
    return access.scope(request.user, AssistantProfile.objects.kept())


def _keep(request: SignedIn, form: AssistantProfileForm, profile: AssistantProfile, *, seen: str) -> AssistantProfile:
    said = form.said(profile)
    return assistant_profiles.save(said, form.tied, seen=seen, by=request.user, at=timezone.now())


def _is_to_be_kept(request: SignedIn) -> bool:
    """Not if she only asks what it would do."""
    return request.method == "POST" and "visa" not in request.POST


def _begun(request: SignedIn) -> Mapping[str, Any]:
    rows = hers(request)
    for asked, filled in (("kopia", assistant_profile.copied), ("etapp", assistant_profile.next_stage)):
        if key := request.GET.get(asked):
            return filled(access.get(request.user, rows, access.key_named(key), "change"))
    return assistant_profile.fresh()


def _page(
    request: SignedIn,
    form: AssistantProfileForm,
    title: str,
    *,
    is_sent: bool,
    profile: AssistantProfile | None = None,
) -> HttpResponse:
    context: dict[str, Any] = _said(request, form, profile) | {
        "form": form,
        "title": title,
        "profile": profile,
        "story": assistant_story.of(profile, seen_by=request.user),
        "policy": assistant_rows.hours_in_words(_terms(profile)),
        "key": uuid.uuid4(),
    }
    above = [(reverse("assistant:index"), _("Bokningsassistenter"))]
    context |= frame(title, above, ICON)
    return render(request, "booking/desk/assistant/form.html", context, status=422 if is_sent else 200)


def _said(request: SignedIn, form: AssistantProfileForm, profile: AssistantProfile | None = None) -> dict[str, Any]:
    """What the form as it is filled in means; of one that is not sent, what is kept."""
    if form.is_bound:
        does, areas = form.in_words(), [area.pk for area in getattr(form, "cleaned_data", {}).get("areas", ())]
    elif profile:
        does, areas = in_words.sentence(in_words.of(profile)), list(profile.areas.values_list("pk", flat=True))
    else:
        does, areas = "", [area.pk for area in form.initial.get("areas", ())]
    return {"does": does, "stages": assistant_rows.stages(hers(request), areas), "profile": profile}


def _terms(profile: AssistantProfile | None) -> Any:  # noqa: ANN401 (of OfferTerms)
    return schedule.terms_of([profile])[profile.pk] if profile else ()

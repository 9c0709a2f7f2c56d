"""Meddelandetexter: what each message of the portal says, and saying it in the municipality's own words."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from booking.forms.message_text import LONGEST, MessageTextForm
from booking.models import MessageText
from booking.notifications import fitting, named_facts
from booking.notifications.catalogue import CATALOGUE, Answer, Kind
from booking.notifications.occasions import OCCASIONS, Occasion
from booking.operations import message_texts
from booking.views.desk import message_text_story
from people import access
from people.models import User
from people.operations.refusals import Refused
from people.requests import SignedIn
from people.views.desk.page import done, frame


@dataclass(frozen=True, slots=True)
class Worded:
    """A kind of message in a language: its heading, what it says, and the row if it is the municipality's own."""

    kind: Kind
    language: str
    heading: str
    text: str
    own: MessageText | None

    @property
    def occasion(self) -> Occasion:
        """To whom, and when."""
        return OCCASIONS[self.kind.code]

    @property
    def spoken(self) -> str:
        """The name of the language."""
        return str(dict(settings.LANGUAGES)[self.language])

    @property
    def page(self) -> str:
        """Where it is changed."""
        return reverse("message_text:change", args=[self.kind.code, self.language])


@require_safe
def index(request: SignedIn) -> HttpResponse:
    """All kinds, in each language."""
    own = _own(request.user)
    kinds = [[_worded(kind, language, own) for language in dict(settings.LANGUAGES)] for kind in CATALOGUE.values()]
    number = len([row for row in own.values() if row.text])
    context = {"kinds": kinds, "number": number} | frame(_("Meddelandetexter"), [], "mail")
    return render(request, "booking/desk/message_texts.html", context)


@require_http_methods(["GET", "POST"])
def change(request: SignedIn, code: str, language: str) -> HttpResponse:
    """The words of one, and what comes of changing them."""
    worded = _the(request.user, code, language)
    form = MessageTextForm(request.POST if request.method == "POST" else None, text=worded.text)
    if done(form, lambda: _word(request.user, worded, form.cleaned_data["text"], form.cleaned_data["seen"])):
        messages.success(request, _("Texten är sparad. Den gäller från och med nästa meddelande."))
        return redirect("message_text:index")
    typed = (form["text"].value() or "") if form.is_bound else worded.text
    above = [(reverse("message_text:index"), _("Meddelandetexter"))]
    context = _of_page(request.user, worded) | _previewed(worded, typed) | frame(worded.heading, above, "mail")
    context |= {"form": form, "seen": message_texts.version(worded.own), "back": above[0][0]}
    return render(request, "booking/desk/message_text.html", context, status=422 if form.is_bound else 200)


@require_POST
def preview(request: SignedIn, code: str, language: str) -> HttpResponse:
    """How the text would read, as it stands in the form."""
    worded = _the(request.user, code, language)
    typed = request.POST.get("text", "")[: 2 * LONGEST]
    return render(
        request, "booking/desk/parts/message_text_preview.html", {"is_part": True} | _previewed(worded, typed)
    )


@require_POST
def give_back(request: SignedIn, code: str, language: str) -> HttpResponse:
    """Go back to the portal's words."""
    worded = _the(request.user, code, language)
    try:
        _word(request.user, worded, "", message_texts.version(worded.own))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Nu gäller portalens ord igen."))
    return redirect("message_text:change", code, language)


def _word(user: User, worded: Worded, text: str, seen: str) -> bool:
    message_texts.word(worded.kind.code, worded.language, text, seen=seen, by=user, at=timezone.now())
    return True


def _own(user: User) -> dict[tuple[str, str], MessageText]:
    """The rows, for whoever may change them; nobody else has such a page."""
    if not access.may(user, "messagetext.change"):
        raise Http404
    rows = access.scope(user, MessageText.objects.select_related("changed_by"), "change")
    return {(row.kind, row.language): row for row in rows}


def _the(user: User, code: str, language: str) -> Worded:
    own = _own(user)
    if code not in CATALOGUE or language not in dict(settings.LANGUAGES):
        raise Http404
    return _worded(CATALOGUE[code], language, own)


def _worded(kind: Kind, language: str, own: dict[tuple[str, str], MessageText]) -> Worded:
    row = own.get((kind.code, language))
    heading, text = fitting.portals_words(kind.code, language)
    return Worded(kind, language, heading, (row.text if row else "") or text, row)


def _of_page(user: User, worded: Worded) -> dict[str, object]:
    kind = worded.kind
    demanded = named_facts.demanded(kind)
    return {
        "worded": worded,
        "facts": [(fact, fact in demanded) for fact in named_facts.of_kind(kind)],
        "portals": fitting.portals_words(kind.code, worded.language)[1],
        "is_answered": kind.answer is Answer.YES_OR_NO,
        "story": message_text_story.of(worded.own, seen_by=user),
    }


def _previewed(worded: Worded, typed: str) -> dict[str, object]:
    """The text as it would read, and what is wrong with it."""
    code, language = worded.kind.code, worded.language
    wrong = list(fitting.faults(code, message_texts.lines(typed), language))
    texts = [fitting.example(code, "" if wrong else typed, language, is_long=is_long) for is_long in (False, True)]
    return {"wrong": wrong, "usual": texts[0], "longest": texts[1], "typed": typed, "worded": worded}

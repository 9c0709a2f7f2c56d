"""Following and fetching one's own certificates, and answering what the office asks."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from intyg import drafts, kept_until, operations
from intyg.forms.written import AnswerForm
from intyg.kinds import KINDS
from intyg.models import CALLED_OFF, Certificate, CertificateQuestion, CertificateRequest, CertificateType
from people import access
from people.models import HistoryEntry, Substitute
from people.views import kept
from people.views.own import for_substitutes

FETCHED = "certificate.fetch"
AHEAD = ("sec-purpose", "purpose", "x-moz")
"""How a browser says that it only gets ready for a page that nobody has asked for yet."""


@for_substitutes
@never_cache
@require_safe
def status(request: HttpRequest, me: Substitute, pk: uuid.UUID) -> HttpResponse:
    """How it goes with one request."""
    return _page(request, _own(me, pk, "view"))


@for_substitutes
@never_cache
@kept.keeps_typed
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, me: Substitute, pk: uuid.UUID) -> HttpResponse:
    """She answers the question that waits for her."""
    asked = _own(me, pk, "view")
    form = AnswerForm(kept.typed(request))
    if request.method != "POST" or not form.is_valid():
        return _page(request, asked, form=form)
    key = access.key_named(request.POST.get("question", ""))
    question = access.get(me.user, CertificateQuestion.objects.filter(request=asked), key, "answer")
    try:
        operations.answer(question, form.cleaned_data["answer"], by=me.user, at=timezone.now())
    except operations.Refused as refused:
        return _page(request, _own(me, pk, "view"), refused=str(refused))
    messages.success(request, _("Tack. Lönecentrum har fått ditt svar."))
    return redirect("certificate", pk)


@for_substitutes
@require_POST
def withdraw(request: HttpRequest, me: Substitute, pk: uuid.UUID) -> HttpResponse:
    """She does not want it any more."""
    asked = _own(me, pk, "withdraw")
    try:
        operations.withdraw(asked, by=me.user, at=timezone.now())
    except operations.Refused as refused:
        return _page(request, _own(me, pk, "view"), refused=str(refused))
    messages.success(request, _("Beställningen är återtagen."))
    return redirect("certificate", asked.pk)


@for_substitutes
@require_GET
@never_cache
def document(request: HttpRequest, me: Substitute, pk: uuid.UUID) -> HttpResponse:
    """The file itself, for its owner alone; one that has been replaced is no more to be had."""
    hers = Certificate.objects.filter(request=pk).select_related("request__substitute__user")
    certificate = access.scope(me.user, hers, "fetch").first()
    if certificate is None:
        raise Http404
    if any("prefetch" in request.headers.get(name, "") for name in AHEAD):
        return HttpResponse(status=503)  # the browser asks again when she does
    try:
        operations.fetch(certificate, by=me.user, at=timezone.now())
    except operations.Refused:
        return redirect("certificate", pk)
    answer = HttpResponse(bytes(certificate.pdf), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{certificate.request.type}-{certificate.number}.pdf"'
    return answer


def _own(me: Substitute, pk: uuid.UUID, verb: str) -> CertificateRequest:
    hers = CertificateRequest.objects.filter(substitute=me).select_related("certificate", "corrects", "substitute")
    parts = [f"{one}__{part}" for one in ("certificate", "corrects") for part in ("pdf", "content")]
    return access.get(me.user, hers.defer(*parts), pk, verb)


def _page(
    request: HttpRequest, asked: CertificateRequest, *, refused: str = "", form: AnswerForm | None = None
) -> HttpResponse:
    now, newer = timezone.now(), Certificate.objects.filter(replaces__request=asked)
    context = {
        "asked": asked,
        "kind": KINDS[CertificateType(asked.type)],
        "refused": refused,
        "questions": asked.questions.order_by("asked_at"),
        "form": form or AnswerForm(),
        "draft": drafts.of_request(asked, now=now) if asked.is_undecided else None,
        "newer": access.scope(request.user, newer.only("number", "request"), "fetch").first(),
        "correction": _under_way(asked),
        "fetches": HistoryEntry.objects.of(asked).filter(action=FETCHED).order_by("timestamp"),
        "kept_until": kept_until.day(asked),
    }
    status = 409 if refused else 422 if form is not None and form.is_bound else 200
    return render(request, "intyg/status.html", context, status=status)


def _under_way(asked: CertificateRequest) -> CertificateRequest | None:
    rows = CertificateRequest.objects.undecided().filter(corrects__request=asked)
    return rows.exclude(status__in=CALLED_OFF).first()

"""Ordering, following and fetching one's own certificates."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from intyg import operations
from intyg.forms.wish import WishForm
from intyg.kinds import KINDS
from intyg.models import Certificate, CertificateRequest, CertificateType
from people import access
from people.models import Substitute
from people.views import kept
from people.views.own import for_substitutes


@for_substitutes
@require_safe
def home(request: HttpRequest, me: Substitute) -> HttpResponse:
    """Choose what to order, and what has been ordered."""
    hers = CertificateRequest.objects.filter(substitute=me).order_by("-requested_at", "pk")
    asked = access.scope(me.user, hers)
    return render(request, "intyg/home.html", {"asked": asked, "kinds": KINDS, "chosen": CertificateType.EMPLOYER})


@for_substitutes
@kept.keeps_typed
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, me: Substitute) -> HttpResponse:
    """Step one if no certificate is chosen (`?typ=`), else step two; its form sent is the third, the page of it."""
    now = timezone.now()
    chosen = request.GET.get("typ", "")
    if chosen not in CertificateType.values:
        context = {"kinds": KINDS, "chosen": CertificateType.EMPLOYER, "missing": bool(chosen)}
        return render(request, "intyg/choose.html", context, status=400 if chosen else 200)
    kind = CertificateType(chosen)
    form = WishForm(kind, today=timezone.localdate(now), data=kept.typed(request))
    if request.method == "POST" and form.is_valid():
        return _send(me, form)
    status = 422 if request.method == "POST" else 200
    return render(request, "intyg/wish.html", {"form": form, "kind": KINDS[kind]}, status=status)


def _send(me: Substitute, form: WishForm) -> HttpResponseRedirect:
    command = form.cleaned_data["command"]
    asked = operations.request(me, form.wish(), command=command, by=me.user, at=timezone.now())
    return redirect("certificate", asked.pk)


@for_substitutes
@require_safe
def status(request: HttpRequest, me: Substitute, pk: uuid.UUID) -> HttpResponse:
    """How it goes with one request."""
    return _status_page(request, _own(me, pk, "view"))


@for_substitutes
@require_POST
def withdraw(request: HttpRequest, me: Substitute, pk: uuid.UUID) -> HttpResponse:
    """She does not want it any more."""
    asked = _own(me, pk, "withdraw")
    try:
        operations.withdraw(asked, by=me.user, at=timezone.now())
    except operations.Refused as refused:
        return _status_page(request, _own(me, pk, "view"), refused=str(refused))
    messages.success(request, _("Beställningen är återtagen."))
    return redirect("certificate", asked.pk)


@for_substitutes
@require_GET
@never_cache
def document(request: HttpRequest, me: Substitute, pk: uuid.UUID) -> HttpResponse:
    """The file itself, for its owner alone."""
    hers = Certificate.objects.filter(request=pk).select_related("request__substitute__user")
    certificate = access.scope(me.user, hers, "fetch").first()
    if certificate is None:
        raise Http404
    operations.fetch(certificate, by=me.user, at=timezone.now())
    answer = HttpResponse(bytes(certificate.pdf), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{certificate.request.type}-{certificate.number}.pdf"'
    return answer


def _own(me: Substitute, pk: uuid.UUID, verb: str) -> CertificateRequest:
    hers = CertificateRequest.objects.filter(substitute=me).select_related("certificate")
    return access.get(me.user, hers, pk, verb)


def _status_page(request: HttpRequest, asked: CertificateRequest, *, refused: str = "") -> HttpResponse:
    context = {"asked": asked, "kind": KINDS[CertificateType(asked.type)], "refused": refused}
    return render(request, "intyg/status.html", context, status=409 if refused else 200)

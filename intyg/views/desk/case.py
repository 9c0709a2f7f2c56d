"""One request: its page, and what its form is sent for. The pressed button says what (`do`)."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from intyg import content, operations, pdf
from intyg.content import Details
from intyg.forms.officers import PayrollForm
from intyg.forms.payroll import form_for
from intyg.models import CertificateRequest
from intyg.views import looking
from intyg.views.desk import page
from people.operations import identity


@page.for_officers
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def handle(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One request: what was worked, what payroll knows, and what to do. The pressed button says what (`do`)."""
    asked = page.case(request, pk)
    if request.method != "POST":
        return looking.before_it_is_shown(request, asked, by=page.user(request)) or page.show(request, asked)
    do = request.POST.get("do", "")
    form = form_for(asked, at=timezone.now(), data=request.POST, whole=do in WHOLE)
    if do not in DEEDS or not form.is_valid():
        return page.show(request, asked, form=form)
    try:
        return DEEDS[do](request, asked, form)
    except operations.Refused as refused:
        form.add_error(None, str(refused))
        return page.show(request, page.case(request, pk), form=form)


def save(request: HttpRequest, asked: CertificateRequest, form: PayrollForm) -> HttpResponse:
    """Keep it, to go on with later."""
    operations.fill_in(asked, form.details(), by=page.user(request), at=timezone.now(), changed=form.changed())
    messages.success(request, _("Uppgifterna är sparade."))
    return redirect("intyg:handle", asked.pk)


def preview(request: HttpRequest, asked: CertificateRequest, form: PayrollForm) -> HttpResponse:
    """The document as it would be, marked as a draft. Nothing is kept."""
    return _draft(request, asked, form.details())


def issue(request: HttpRequest, asked: CertificateRequest, form: PayrollForm) -> HttpResponse:
    """It is made, and the applicant is told."""
    by, now = page.user(request), timezone.now()
    certificate = operations.issue(asked, form.details(), by=by, at=now, changed=form.changed())
    messages.success(request, _("Intyget %(number)s är utfärdat.") % {"number": certificate.number})
    return redirect("intyg:handle", asked.pk)


def ready(request: HttpRequest, asked: CertificateRequest, form: PayrollForm) -> HttpResponse:
    """A colleague may look it over."""
    by, now = page.user(request), timezone.now()
    operations.make_ready(asked, form.details(), by=by, at=now, changed=form.changed())
    messages.success(request, _("Intyget väntar på att en kollega granskar det."))
    return redirect("intyg:handle", asked.pk)


def take_over(request: HttpRequest, asked: CertificateRequest, form: PayrollForm) -> HttpResponse:
    """A colleague was first, and what was typed is not to be lost."""
    operations.assign(asked, by=page.user(request), at=timezone.now(), instead_of=page.seen(request))
    return save(request, asked, form)


DEEDS = {"save": save, "preview": preview, "issue": issue, "ready": ready, "take_over": take_over}
WHOLE = {"issue", "ready"}


@page.for_officers
@never_cache
@require_GET
def draft(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The document with what is filled in and kept, for whoever looks it over."""
    asked = page.case(request, pk)
    if not asked.ready_at:
        raise Http404
    return _draft(request, asked, asked.details)


def _draft(request: HttpRequest, asked: CertificateRequest, details: Details) -> HttpResponse:
    by, now = page.user(request), timezone.now()
    looking.before_a_draft(asked, details, by=by)
    identity.identify(asked.substitute, by=by, at=now)
    answer = HttpResponse(pdf.render(content.draft(asked, details, by=by, at=now)), content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="utkast.pdf"'
    return answer

"""One request: its page, and what its form is sent for. The pressed button says what (`do`)."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from intyg import content, operations, pdf
from intyg.forms.payroll import PayrollForm, form_for
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
    form = form_for(asked, at=timezone.now(), data=request.POST, whole=do == "issue")
    if do not in DEEDS or not form.is_valid():
        return page.show(request, asked, form=form)
    try:
        return DEEDS[do](request, asked, form)
    except operations.Refused as refused:
        form.add_error(None, str(refused))
        return page.show(request, page.case(request, pk), form=form)


def save(request: HttpRequest, asked: CertificateRequest, form: PayrollForm) -> HttpResponse:
    """Keep it, to go on with later."""
    operations.fill_in(asked, form.details(), by=page.user(request), at=timezone.now())
    messages.success(request, _("Uppgifterna är sparade."))
    return redirect("intyg:handle", asked.pk)


def preview(request: HttpRequest, asked: CertificateRequest, form: PayrollForm) -> HttpResponse:
    """The document as it would be, marked as a draft. Nothing is kept."""
    looking.before_a_draft(asked, form.details(), by=page.user(request))
    identity.identify(asked.substitute, by=page.user(request), at=timezone.now())
    said = content.draft(asked, form.details(), by=page.user(request), at=timezone.now())
    answer = HttpResponse(pdf.render(said), content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="utkast.pdf"'
    return answer


def issue(request: HttpRequest, asked: CertificateRequest, form: PayrollForm) -> HttpResponse:
    """It is made, and the applicant is told."""
    certificate = operations.issue(asked, form.details(), by=page.user(request), at=timezone.now())
    messages.success(request, _("Intyget %(number)s är utfärdat.") % {"number": certificate.number})
    return redirect("intyg:handle", asked.pk)


def take_over(request: HttpRequest, asked: CertificateRequest, form: PayrollForm) -> HttpResponse:
    """A colleague was first, and what was typed is not to be lost."""
    operations.assign(asked, by=page.user(request), at=timezone.now(), instead_of=page.seen(request))
    return save(request, asked, form)


DEEDS = {"save": save, "preview": preview, "issue": issue, "take_over": take_over}

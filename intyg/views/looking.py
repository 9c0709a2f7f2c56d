"""Looks at somebody's income and number are written down with the reason: the case is hers, or she says why."""

import uuid
from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from intyg import operations
from intyg.models import CertificateRequest, CertificateType
from people import access, looking
from people.forms.looking import ReasonForm
from people.looking import Page, Reason
from people.models import User
from people.requests import SignedIn
from people.views.desk.page import Page as FormPage
from people.views.desk.page import ask, frame

HANDLE = "certificaterequest.handle"
INCOME = (CertificateType.LOST_INCOME, CertificateType.ANNUAL_INCOME)
NUMBER = "identity_number"
WHY = "why"


def before_it_is_shown(request: HttpRequest, asked: CertificateRequest, *, by: User) -> HttpResponse | None:
    """Write the look down; or the question why, if somebody else's case tells of income."""
    told, now = bool(asked.details), timezone.now()
    page = Page.INCOME if told and asked.type in INCOME else Page.CERTIFICATE
    if page is Page.CERTIFICATE or asked.officer == by or asked.ready_at:  # then it is any colleague's to look over
        looking.note(asked.substitute.user, page, by=by, at=now, reason=Reason.CASE)
        return None
    why = ReasonForm(request.GET if WHY in request.GET else None, prefix="")
    if why.is_bound and why.is_valid():
        looking.note(asked.substitute.user, page, by=by, at=now, reason=why.reason_given())
        return None
    return _question(request, why, asked)


def before_a_draft(asked: CertificateRequest, details: Mapping[str, object], *, by: User) -> None:
    """Write down that the draft shows all that will stand there; `Refused` if the case is a colleague's."""
    if asked.officer not in (None, by) and not asked.ready_at:
        raise operations.Refused(_("%(who)s handlägger. Ta över först.") % {"who": asked.officer})
    page = Page.NUMBER if details.get(NUMBER) else Page.INCOME if asked.type in INCOME else Page.CERTIFICATE
    looking.note(asked.substitute.user, page, by=by, at=timezone.now(), reason=Reason.CASE)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def number(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """The personnummer of one request, once it has been said why; it stands in no address and on no other page."""
    asked = access.get(request.user, CertificateRequest.objects.with_people(), pk, "handle")
    why = ReasonForm(request.POST if request.method == "POST" else None)
    if not (why.is_bound and why.is_valid()):
        page = FormPage(_("Visa personnumret"), _("Visa"), [_queue(), _case(asked)], icon="view")
        return ask(request, why, page)
    now, reason = timezone.now(), why.reason_given()
    looking.note(asked.substitute.user, Page.NUMBER, by=request.user, at=now, reason=reason)
    context = {"asked": asked, "number": asked.details.get(NUMBER, "")}
    context |= frame(_("Personnummer"), [_queue(), _case(asked)], "view")
    return render(request, "intyg/desk/number.html", context)


def _question(request: HttpRequest, why: ReasonForm, asked: CertificateRequest) -> HttpResponse:
    context = {"why": why, "asked": asked} | frame(str(asked), [_queue()], "view")
    return render(request, "intyg/desk/why.html", context, status=422 if why.is_bound else 200)


def _queue() -> tuple[str, str]:
    return reverse("intyg:queue"), _("Intyg")


def _case(asked: CertificateRequest) -> tuple[str, str]:
    return reverse("intyg:handle", args=[asked.pk]), str(asked)

"""What payroll has said of one person. Who looks says why first, and it is written down."""

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from payroll.models import EmploymentFacts, MonthlyPay
from payroll.views.facts import the_page
from people import access, looking
from people.forms.looking import ReasonForm
from people.looking import Page
from people.models import Substitute
from people.requests import SignedIn
from people.views.desk.page import Page as FormPage
from people.views.desk.page import ask, frame


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def person(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """Her months and her employments, the latest first, once it has been said why."""
    if not access.may(request.user, "monthlypay.view"):
        raise Http404
    her = access.get(request.user, Substitute.objects.select_related("user"), pk)
    why = ReasonForm(request.POST if request.method == "POST" else None)
    if not (why.is_bound and why.is_valid()):
        lead = _("Lön är känsligt. Personen ser att någon har tittat, och varför.")
        page = FormPage(_("Visa lön och anställningar"), _("Visa"), [the_page()], lead, icon="view")
        return ask(request, why, page)
    looking.note(her.user, Page.INCOME, by=request.user, at=timezone.now(), reason=why.reason_given())
    pay = access.scope(request.user, MonthlyPay.objects.filter(substitute=her)).order_by("-month", "reference")
    rows = access.scope(request.user, EmploymentFacts.objects.filter(substitute=her))
    context = {"her": her, "pay": pay, "employments": rows.order_by("-since", "reference")}
    return render(request, "payroll/income.html", context | frame(str(her), [the_page()], "user"))

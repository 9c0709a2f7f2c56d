"""What the desk's pages share: who gets in, the way there, and the page of one request."""

import uuid
from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from intyg import worked
from intyg.forms.payroll import PayrollForm, form_for
from intyg.forms.written import RefusalForm
from intyg.models import CertificateRequest
from people import access
from people.models import HistoryEntry, User

HANDLE = "certificaterequest.handle"

Page = Callable[..., HttpResponse]


def for_officers(view: Page) -> Page:
    """For others these pages do not exist. Wagtail has already asked for the right to its admin."""

    @wraps(view)
    def gated(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not access.may(request.user, HANDLE):
            raise Http404
        return view(request, *args, **kwargs)

    return gated


def crumbs(*further: str) -> list[dict[str, str]]:
    """Where one is in the admin."""
    queue_crumb = {"url": reverse("intyg:queue"), "label": _("Intyg")}
    return [
        {"url": reverse("wagtailadmin_home"), "label": _("Hem")},
        queue_crumb,
        *({"url": "", "label": label} for label in further),
    ]


def user(request: HttpRequest) -> User:
    """Who she is."""
    assert isinstance(request.user, User)  # noqa: S101 (for_officers)
    return request.user


def seen(request: HttpRequest) -> User | None:
    """The colleague whom she saw having it."""
    key = request.POST.get("instead_of", "")
    return User.objects.filter(pk=key).first() if key.isdecimal() else None


def case(request: HttpRequest, pk: uuid.UUID) -> CertificateRequest:
    """The request, if it is one for her."""
    rows = CertificateRequest.objects.with_people().select_related("certificate")
    return access.get(request.user, rows, pk, "handle")


def show(
    request: HttpRequest,
    asked: CertificateRequest,
    *,
    form: PayrollForm | None = None,
    refusal: RefusalForm | None = None,
    refused: str = "",
) -> HttpResponse:
    """The page of one request, with what is wrong if something is."""
    now = timezone.now()
    failed = bool(form or refusal or refused)
    context = {
        "header_title": str(asked),
        "header_icon": "doc-full",
        "breadcrumbs_items": crumbs(str(asked)),
        "asked": asked,
        "worked": worked.of(asked.substitute, asked.first_day, asked.last_day, now=asked.decided_at or now),
        "form": form or form_for(asked, at=now),
        "refusal": refusal or RefusalForm(),
        "refused": refused,
        "is_mine": (is_mine := asked.officer in (None, request.user)),
        "shows_form": is_mine or form is not None,
        "history": HistoryEntry.objects.of(asked).select_related("user"),
    }
    return render(request, "intyg/desk/handle.html", context, status=422 if failed else 200)

"""What the desk's pages share: who gets in, the way there, and the page of one request."""

import uuid
from collections.abc import Callable
from datetime import datetime
from functools import wraps

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from intyg import kept_until, reach, worked
from intyg.forms.handling import HANDLE, CoverForm, HandOverForm
from intyg.forms.payroll import form_for
from intyg.forms.written import CorrectionForm, QuestionForm, RefusalForm, SendBackForm
from intyg.four_eyes import takes_two
from intyg.models import Certificate, CertificateRequest, CertificateType
from people import access
from people.models import HistoryEntry, User

FETCHED = "certificate.fetch"

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
    rows = CertificateRequest.objects.with_people().select_related("certificate", "corrects", "ready_by")
    parts = [f"{one}__{part}" for one in ("certificate", "corrects") for part in ("pdf", "content")]
    return access.get(request.user, rows.defer(*parts), pk, "handle")


def show(request: HttpRequest, asked: CertificateRequest, refused: str = "", /, **forms: Form) -> HttpResponse:
    """The page of one request, with what is wrong if something is: the form that was sent, by its name in the page."""
    now = timezone.now()
    context = {
        "header_title": str(asked),
        "header_icon": "doc-full",
        "breadcrumbs_items": crumbs(str(asked)),
        "asked": asked,
        "worked": worked.of(asked.substitute, asked.first_day, asked.last_day, now=asked.decided_at or now),
        "questions": asked.questions.select_related("asked_by").order_by("asked_at"),
        "history": (history := list(HistoryEntry.objects.of(asked).select_related("user"))),
        "fetches": [entry for entry in reversed(history) if entry.action == FETCHED],
        "refused": refused,
    }
    context |= _of_undecided(request, asked, now) if asked.is_undecided else _of_decided(asked)
    status = 422 if refused or forms else 200
    return render(request, "intyg/desk/handle.html", context | _beginning(request, asked, now) | forms, status=status)


def _beginning(request: HttpRequest, asked: CertificateRequest, now: datetime) -> dict[str, Form]:
    """The forms of the page before anything is typed."""
    if not asked.is_undecided:
        return {"correction": CorrectionForm()}
    return {
        "form": form_for(asked, at=now),
        "refusal": RefusalForm(),
        "question": QuestionForm(),
        "words": SendBackForm(),
        "hand_over": HandOverForm(user(request), at=now),
        "cover": CoverForm(asked),
    }


def _of_undecided(request: HttpRequest, asked: CertificateRequest, now: datetime) -> dict[str, object]:
    old_rules = asked.type == CertificateType.EMPLOYER and asked.purpose == CertificateRequest.Purpose.UNEMPLOYMENT
    return {
        "is_mine": asked.officer in (None, request.user),
        "takes_two": takes_two(asked.type),
        "may_review": asked.ready_at and asked.ready_by != request.user,
        "late": bool(asked.due_on and asked.due_on < timezone.localdate(now)),
        "suggested": reach.suggested_first_day(asked.substitute, asked.last_day, now=now) if old_rules else None,
    }


def _of_decided(asked: CertificateRequest) -> dict[str, object]:
    under_way = CertificateRequest.objects.undecided().filter(corrects__request=asked)
    newer = Certificate.objects.filter(replaces__request=asked).only("number", "request")
    return {"newer": newer.first(), "under_way": under_way.first(), "kept_until": kept_until.day(asked)}

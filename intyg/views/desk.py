"""The certificate officer's desk in Wagtail's admin: the queue, and one request at a time."""

import uuid
from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from intyg import content, operations, pdf, worked
from intyg.forms.payroll import PayrollForm, RefusalForm, form_for
from intyg.forms.queue import QueueFilter
from intyg.models import CertificateRequest
from intyg.views import looking
from people import access
from people.models import HistoryEntry, User
from people.operations import identity

ON_A_PAGE = 50
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


@for_officers
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """What waits, the oldest first; or what was decided, the latest first."""
    chosen = QueueFilter(request.GET)
    rows = access.scope(request.user, CertificateRequest.objects.with_people(), "handle")
    page = Paginator(chosen.of(rows), ON_A_PAGE).get_page(request.GET.get("sida"))
    now = timezone.now()
    waiting = [(asked, (timezone.localdate(now) - timezone.localdate(asked.requested_at)).days) for asked in page]
    return render(
        request,
        "intyg/desk/queue.html",
        {
            "header_title": _("Intyg"),
            "header_icon": "doc-full",
            "breadcrumbs_items": crumbs(),
            "form": chosen,
            "page": page,
            "waiting": waiting,
        },
    )


@for_officers
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def handle(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One request: what was worked, what payroll knows, and what to do. The pressed button says what (`do`)."""
    asked = _asked(request, pk)
    if request.method != "POST":
        return looking.before_it_is_shown(request, asked, by=_user(request)) or _page(request, asked)
    do = request.POST.get("do", "")
    form = form_for(asked, at=timezone.now(), data=request.POST, whole=do == "issue")
    if do not in DEEDS or not form.is_valid():
        return _page(request, asked, form=form)
    try:
        return DEEDS[do](request, asked, form)
    except operations.Refused as refused:
        form.add_error(None, str(refused))
        return _page(request, _asked(request, pk), form=form)


def save(request: HttpRequest, asked: CertificateRequest, form: PayrollForm) -> HttpResponse:
    """Keep it, to go on with later."""
    operations.fill_in(asked, form.details(), by=_user(request), at=timezone.now())
    messages.success(request, _("Uppgifterna är sparade."))
    return redirect("intyg:handle", asked.pk)


def preview(request: HttpRequest, asked: CertificateRequest, form: PayrollForm) -> HttpResponse:
    """The document as it would be, marked as a draft. Nothing is kept."""
    looking.before_a_draft(asked, form.details(), by=_user(request))
    identity.identify(asked.substitute, by=_user(request), at=timezone.now())
    said = content.draft(asked, form.details(), by=_user(request), at=timezone.now())
    answer = HttpResponse(pdf.render(said), content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="utkast.pdf"'
    return answer


def issue(request: HttpRequest, asked: CertificateRequest, form: PayrollForm) -> HttpResponse:
    """It is made, and the applicant is told."""
    certificate = operations.issue(asked, form.details(), by=_user(request), at=timezone.now())
    messages.success(request, _("Intyget %(number)s är utfärdat.") % {"number": certificate.number})
    return redirect("intyg:handle", asked.pk)


def take_over(request: HttpRequest, asked: CertificateRequest, form: PayrollForm) -> HttpResponse:
    """A colleague was first, and what was typed is not to be lost."""
    operations.assign(asked, by=_user(request), at=timezone.now(), instead_of=_seen(request))
    return save(request, asked, form)


DEEDS = {"save": save, "preview": preview, "issue": issue, "take_over": take_over}


@for_officers
@require_POST
def assign(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The officer takes it, from a colleague if she saw that one having it."""
    asked = _asked(request, pk)
    try:
        operations.assign(asked, by=_user(request), at=timezone.now(), instead_of=_seen(request))
    except operations.Refused as refused:
        return _page(request, _asked(request, pk), refused=str(refused))
    return redirect("intyg:handle", pk)


@for_officers
@require_POST
def refuse(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """No, and why."""
    asked = _asked(request, pk)
    form = RefusalForm(request.POST)
    if not form.is_valid():
        return _page(request, asked, refusal=form)
    try:
        operations.refuse(asked, reason=form.cleaned_data["reason"], by=_user(request), at=timezone.now())
    except operations.Refused as refused:
        form.add_error(None, str(refused))
        return _page(request, _asked(request, pk), refusal=form)
    messages.success(request, _("Beställningen är avslagen. Vikarien får veta varför."))
    return redirect("intyg:queue")


def crumbs(*further: str) -> list[dict[str, str]]:
    """Where one is in the admin."""
    queue_crumb = {"url": reverse("intyg:queue"), "label": _("Intyg")}
    return [
        {"url": reverse("wagtailadmin_home"), "label": _("Hem")},
        queue_crumb,
        *({"url": "", "label": label} for label in further),
    ]


def _user(request: HttpRequest) -> User:
    assert isinstance(request.user, User)  # noqa: S101 (for_officers)
    return request.user


def _seen(request: HttpRequest) -> User | None:
    key = request.POST.get("instead_of", "")
    return User.objects.filter(pk=key).first() if key.isdecimal() else None


def _asked(request: HttpRequest, pk: uuid.UUID) -> CertificateRequest:
    rows = CertificateRequest.objects.with_people().select_related("certificate")
    return access.get(request.user, rows, pk, "handle")


def _page(
    request: HttpRequest,
    asked: CertificateRequest,
    *,
    form: PayrollForm | None = None,
    refusal: RefusalForm | None = None,
    refused: str = "",
) -> HttpResponse:
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

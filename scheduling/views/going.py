"""Till schemat: what it is told of booked shifts and what became of that, and files with them."""

import uuid
from datetime import datetime

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from people import access
from people.operations.refusals import Refused
from people.requests import SignedIn
from people.views.desk.page import done, frame
from scheduling.formats import calendar_out, csv_out
from scheduling.forms import BookedFileForm
from scheduling.models import BookedFile, Delivery
from scheduling.operations import booked_files, delivering

ON_A_PAGE, LATEST = 100, 20
MEDIA = {BookedFile.Form.CSV: csv_out.CONTENT_TYPE, BookedFile.Form.CALENDAR: calendar_out.CONTENT_TYPE}
BADGES = {
    Delivery.Status.FILE: "grus", Delivery.Status.PENDING: "fraga", Delivery.Status.SENDING: "fraga",
    Delivery.Status.ACCEPTED: "bokad", Delivery.Status.FAILED: "lingon", Delivery.Status.OVERTAKEN: "grus",
}  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def index(request: SignedIn) -> HttpResponse:
    """What is told, the files, and the form for another; a file that is asked for is made."""
    if not access.may(request.user, "bookedfile.make"):
        raise Http404
    now = timezone.now()
    sent = request.POST if request.method == "POST" else None
    form = BookedFileForm(sent, user=request.user, today=timezone.localdate(now))
    file = done(form, lambda: _made(request, form, now))
    if file:
        messages.success(request, _("Fil %(number)s är gjord.") % {"number": file.number})
        return redirect("schedule_out:index")
    rows = access.scope(request.user, Delivery.objects.with_shifts())
    if (state := request.GET.get("status", "")) in Delivery.Status.values:
        rows = rows.filter(status=state)
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("sida"))
    made = access.scope(request.user, BookedFile.objects.select_related("area", "made_by")).order_by("-number")
    context = {
        "form": form,
        "page": page,
        "rows": [(row, BADGES[Delivery.Status(row.status)]) for row in page],
        "files": made[:LATEST],
        "states": Delivery.Status.choices,
        "state": state,
        "names": access.may(request.user, "booking.view"),
    }
    context |= frame(_("Till schemat"), [], "download")
    return render(request, "scheduling/going.html", context, status=422 if form.is_bound else 200)


@never_cache
@require_POST
def fetch(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """The file, the same each time."""
    file = access.get(request.user, BookedFile.objects.select_related("area"), pk, "fetch")
    try:
        content = booked_files.fetch(file, by=request.user, at=timezone.now())
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("schedule_out:index")
    answer = HttpResponse(content, content_type=MEDIA[BookedFile.Form(file.form)])
    answer["Content-Disposition"] = f'attachment; filename="{file}"'
    return answer


@require_POST
def retry(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """Send it once more."""
    row = access.get(request.user, Delivery.objects.select_related("booking__order__workplace"), pk, "retry")
    if delivering.retry(row, by=request.user, at=timezone.now()):
        messages.success(request, _("Beskedet skickas igen."))
    else:
        messages.info(request, _("Beskedet behöver inte skickas igen."))
    return redirect(f"{reverse('schedule_out:index')}?status=failed")


def _made(request: SignedIn, form: BookedFileForm, now: datetime) -> BookedFile:
    said = form.cleaned_data
    told = {"area": said["area"], "since": form.since_moment, "command": said["command"]}
    return booked_files.make(BookedFile.Form(said["form"]), **told, by=request.user, at=now)

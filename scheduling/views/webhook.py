"""What the scheduling system calls: signed, stored, answered with nothing, and acted on later."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from portal import security_log
from scheduling.formats import json_in, signing
from scheduling.formats.facts import Unreadable
from scheduling.operations import events


@csrf_exempt  # the call has no cookie; it is signed
@require_POST
def receive(request: HttpRequest) -> HttpResponse:
    """204, also the second time; 403 of whoever cannot show that it is the schedule; 400 what cannot be read.

    409 is an id that has been used for something else, which is not done.
    """
    now = timezone.now()
    try:
        body = request.body
    except RequestDataTooBig:
        return HttpResponse(status=413)
    if why := signing.why_not(body, request.headers, settings.SCHEDULE_SECRETS, now=now):
        security_log.event("schedule.not_believed", request=request, why=why)
        return HttpResponse(status=403)
    try:
        events.receive(json_in.read(body), body, at=now)
    except Unreadable:
        security_log.event("schedule.not_read", request=request, why="unreadable")
        return HttpResponse(status=400)
    except events.AnotherContent:
        security_log.event("schedule.not_read", request=request, why="reused")
        return HttpResponse(status=409)
    return HttpResponse(status=204)

"""A tick on the list of a course."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from people.models import User
from people.views.own import for_users
from portal.pages import languages
from portal.pages.courses import ticking
from portal.pages.models import CoursePage
from portal.pages.visible import visible_to


@for_users
@require_POST
def tick(request: HttpRequest, me: User, pk: int, item: uuid.UUID) -> HttpResponse:
    """Tick the item with `klar=1`, otherwise take the tick back; then the same place on the page, as it was read."""
    course = course_of(request, pk)
    if item not in course.keys:
        raise Http404
    if request.POST.get("klar") == "1":
        ticking.tick(course, item, by=me, at=timezone.now())
    else:
        ticking.untick(course, item, by=me)
    return redirect(f"{_read_at(request, course)}#punkt-{item}")


def _read_at(request: HttpRequest, course: CoursePage) -> str:
    """The course's address in the language of the page that the form stood on."""
    address, language = course.get_url(request) or "/", request.POST.get("sprak")
    return languages.turned(address, language) if language in languages.PREFIXES else address


def course_of(request: HttpRequest, pk: int) -> CoursePage:
    """The published course, if whoever asks may read it; otherwise it does not exist (404)."""
    return get_object_or_404(visible_to(request, CoursePage.objects.all()), pk=pk)

"""A substitute's days under LAS for her planners: the same facts as she reads herself, and no place of another area."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from booking.views import las
from booking.views.desk.substitute import framed, the_substitute
from people.requests import SignedIn


@require_safe
def show(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """For those who plan her; to others it is not there."""
    substitute, now = the_substitute(request, pk, "change"), timezone.now()
    context = framed(request, substitute, "las", now=now)
    context |= las.context(substitute, request.user, year=request.GET.get("ar"), now=now)
    return render(request, "booking/desk/substitute_las.html", context)

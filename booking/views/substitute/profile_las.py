"""Her days under LAS, in plain words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from booking.views import las as days
from people.models import Substitute
from people.views.own import for_substitutes


@for_substitutes
@require_safe
def las(request: HttpRequest, me: Substitute) -> HttpResponse:
    """What has been counted, from when to when, and what it leads to."""
    context = days.context(me, me.user, year=request.GET.get("ar"), now=timezone.now())
    return render(request, "booking/substitute/profile_las.html", context)

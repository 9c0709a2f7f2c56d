"""Whoever comes to what asks for more than she has shown is asked for it there and then."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from people import strength
from people.models import User
from people.views import kept
from portal import security_log
from portal.confirming import needs

View = Callable[[HttpRequest], HttpResponse]


class AskedOnTheSpot:
    """Leads to "Bekräfta att det är du" and back. A form that was sent is filled in again, and sent by nobody."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponse | None:  # noqa: ANN401 (Django's)
        """Before the view: nothing if she may go on. What asks for nothing asks for no session either."""
        if getattr(request, "helping", None):
            return None  # whoever looks as her is not asked to be her: portal.helping closes what asks for more
        match = request.resolver_match
        area = needs.area_of(match.route, match.view_name) if match else needs.FREE
        if area is None or not isinstance(request.user, User) or is_enough(request, request.user, area):
            return None
        security_log.event("session.asked_for_more", request=request, area=area.value)
        return kept.to_the_door(request, "confirm")


def is_enough(request: HttpRequest, user: User, area: needs.Area) -> bool:
    """Whether she has shown what the area asks for."""
    has = strength.of(request)
    return has is strength.Strength.TWO_STEPS or has >= needs.needed(area, user)

"""While the support looks as somebody else: every page says so, nothing is changed, and what is secret stays closed."""

from collections.abc import Callable, Mapping, Sequence

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from people import security_events
from people.models import SupportVisit, User
from people.operations import support
from people.views import answers
from portal import security_log
from portal.confirming import needs

OPEN_APPS = {"home", "booking"}
OPEN = {
    "wagtail_serve", "search", "manifest", "worker", "offline", "health",
    "django.views.static.serve", "portal.installable.favicon",
}  # fmt: skip
"""What may be looked at; whatever else the portal comes to have is closed until somebody has thought of it here."""

CLOSED = {"booking:without_network"}
"""Nothing of hers is kept for later in the browser of whoever helps her."""

STOP = "messaging:stop_helping"


class Helping:
    """Comes after the watch over sessions, which ends the visit by its limits. See adr/0042."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        visit = _visit(request)
        request.helping = visit  # type: ignore[attr-defined]  # base.html asks for it
        response = self.get_response(request)
        return closed(request, visit) if visit and answers.is_secret(response) else response

    def process_view(
        self, request: HttpRequest, view: object, args: Sequence[object], kwargs: Mapping[str, object]
    ) -> HttpResponse | None:
        """Refuse what is not for looking at, before anything of it is read."""
        visit: SupportVisit | None = getattr(request, "helping", None)
        return closed(request, visit) if visit and not is_open(request) else None


def is_open(request: HttpRequest) -> bool:
    """Whether the one who helps may ask for it: to read it, or to stop."""
    match = request.resolver_match
    if match is None or match.view_name == STOP:
        return True
    is_read = request.method in {"GET", "HEAD", "OPTIONS"}
    is_open_to_all = match.namespace in OPEN_APPS or match.view_name in OPEN
    is_for_any_session = needs.area_of(match.route, match.view_name) is needs.FREE
    return is_read and is_open_to_all and is_for_any_session and match.view_name not in CLOSED


def closed(request: HttpRequest, visit: SupportVisit) -> HttpResponse:
    """Why not, with the way out of it."""
    way = request.resolver_match.view_name if request.resolver_match else ""
    security_log.event("support.stopped", request=request, user=visit.helper, about=visit.person, way=way)
    return render(request, "helping_closed.html", {"visit": visit}, status=403)


def _visit(request: HttpRequest) -> SupportVisit | None:
    """The visit that goes on in this session. One that may not any more ends, and the page is asked for by nobody."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or not support.is_a_visit(request.session):
        return None
    user, key = request.user, str(request.session[support.IN_SESSION])
    visit = support.going_on(key, user, now=timezone.now()) if isinstance(user, User) else None
    if visit is None:
        setattr(request, security_events.WHY, "help_is_over")
        get_adapter().logout(request)
        messages.info(request, _("Hjälpen är avslutad."))
    return visit

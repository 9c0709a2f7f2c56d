"""What every answer passes through."""

from collections.abc import Callable

from csp.constants import SELF, UNSAFE_INLINE
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation

View = Callable[[HttpRequest], HttpResponse]

EDITOR_POLICY = {
    **settings.CONTENT_SECURITY_POLICY["DIRECTIVES"],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
}


class AdminContentPolicy:
    """Lets Wagtail's own editor have its inline scripts and styles; every other address keeps the strict policy."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith("/admin/"):
            response._csp_config = EDITOR_POLICY  # type: ignore[attr-defined]  # noqa: SLF001 (django-csp's own way)
        return response


class OwnLanguage:
    """Whoever has chosen a language for herself reads that, in whatever browser."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Without a session there is nobody to ask about, and the page is the same for all.
        if settings.SESSION_COOKIE_NAME in request.COOKIES and (language := getattr(request.user, "language", "")):
            translation.activate(language)
            request.LANGUAGE_CODE = language
        return self.get_response(request)


class DeskForColleagues:
    """To those who are signed in and have no desk, the admin does not exist.

    Wagtail would send them to the sign-in page, which sends whoever is signed in back again.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        at_the_desk = request.path.startswith("/admin/")
        if at_the_desk and request.user.is_authenticated and not request.user.has_perm("wagtailadmin.access_admin"):
            raise Http404
        return self.get_response(request)

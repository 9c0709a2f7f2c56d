"""What stands above every answer, whatever it is: a page, a file, a refusal, an error of ours."""

from collections.abc import Callable

from csp.constants import HEADER
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.clickjacking import XFrameOptionsMiddleware

from portal import content_policy, protection

HSTS = "Strict-Transport-Security"
READ_BY_BROWSERS = ("text/html", "text/javascript", "application/pdf")
"""What a browser makes something of by itself: pages, the service worker, certificates. All else is a file."""


class OnEveryAnswer:
    """Stands outside all else, so that not even a refused host or a redirect to TLS leaves without."""

    ALWAYS = {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
        "Cross-Origin-Opener-Policy": settings.SECURE_CROSS_ORIGIN_OPENER_POLICY,
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": protection.PERMISSIONS,
        "X-Frame-Options": settings.X_FRAME_OPTIONS,
        "X-Permitted-Cross-Domain-Policies": "none",
    }

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.strict_transport = f"max-age={settings.SECURE_HSTS_SECONDS}; includeSubDomains; preload"

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        answer = self.get_response(request)
        for name, value in self.ALWAYS.items():
            answer.headers.setdefault(name, value)
        if settings.SECURE_HSTS_SECONDS and request.is_secure():
            answer.headers.setdefault(HSTS, self.strict_transport)
        if HEADER not in answer.headers and not settings.DEBUG:  # Django's page of what went wrong is written inline
            answer.headers[HEADER] = _as_text(content_policy.OURS_ALONE) if is_page(answer) else content_policy.A_FILE
        if is_page(answer):
            answer.headers.setdefault("Reporting-Endpoints", content_policy.ENDPOINTS)
        return answer


class ContentPolicy:
    """Gives each page its policy, by its address: django-csp writes it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        if is_file(answer):
            answer.headers[HEADER] = content_policy.A_FILE
        policy = content_policy.of(request.path_info, in_preview=in_preview(request))
        answer._csp_config = policy  # type: ignore[attr-defined]  # noqa: SLF001 (django-csp's own way)
        return answer


class Framing(XFrameOptionsMiddleware):
    """For browsers that do not know `frame-ancestors`: the same as that says."""

    def get_xframe_options_value(self, request: HttpRequest, response: HttpResponse) -> str:
        """Only an editor's own screens, and what she previews there, stand in a frame of ours."""
        framed = in_preview(request) or request.path_info.startswith(content_policy.EDITORS_PATHS)
        return "SAMEORIGIN" if framed else str(settings.X_FRAME_OPTIONS)


def in_preview(request: HttpRequest) -> bool:
    """Whether Wagtail itself asks, to show an editor her draft."""
    return bool(getattr(request, "is_dummy", False) or getattr(request, "is_preview", False))


def is_file(answer: HttpResponseBase) -> bool:
    """Whether it is to be saved, or opened by itself."""
    saved = answer.headers.get("Content-Disposition", "").startswith("attachment")
    return saved or not answer.headers.get("Content-Type", "").startswith(READ_BY_BROWSERS)


def is_page(answer: HttpResponseBase) -> bool:
    """Whether a browser would show it as a page."""
    return answer.headers.get("Content-Type", "").startswith("text/html")


def _as_text(policy: content_policy.Policy) -> str:
    """As it stands in the header; what django-csp makes of it where it is asked."""
    return "; ".join(f"{name} {said if isinstance(said, str) else ' '.join(said)}" for name, said in policy.items())

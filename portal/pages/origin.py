"""Where a form was sent from, for forms without a token: their pages are the same for all, and kept whole."""

from urllib.parse import urlsplit

from django.http import HttpRequest


def is_ours(request: HttpRequest) -> bool:
    """Whether no header says that another site sent it.

    A browser says so itself, and no page can make it lie. What says nothing is no browser of today, and could send
    anything; all that these forms do is to add a line that tells of nobody.
    """
    if site := request.headers.get("Sec-Fetch-Site"):
        return site == "same-origin"
    if origin := request.headers.get("Origin") or request.headers.get("Referer"):
        return _host(origin) == request.get_host()
    return True


def _host(origin: str) -> str:
    """None of what is no address at all."""
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""

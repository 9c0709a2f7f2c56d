"""Whole pages, kept for those who are not signed in: who may be given one, and under what name it lies.

A page of the portal is the same for all who have no session, but for what they have chosen in the browser. Clock and
opening hours change by the minute, and so does the name: nobody reads "Öppet nu" a minute late.
"""

import hashlib
import re
import time
from typing import NamedTuple, TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.gzip import re_accepts_gzip
from django.utils import translation
from django.utils.cache import get_conditional_response

from portal.context_processors import theme

Answer = TypeVar("Answer", bound=HttpResponseBase)

CACHE = "pages"
"""Its own, so that no number of pages pushes out what counts failed sign-ins."""

A_MINUTE = 60  # seconds
PARAMETERS = ("sida", "gang", "lattlast", "omrade")
KNOWN_QUERY = re.compile(rf"(?:(?:^|&)(?:{'|'.join(PARAMETERS)})=[\w-]{{1,20}})*")
"""What a page reads of its address. Any other query is answered anew, so that nobody fills the cache with them."""

ONES_OWN_COOKIES = {settings.SESSION_COOKIE_NAME, f"{settings.COOKIE_PREFIX}messages"}
ONES_OWN_HEADERS = {"HTTP_AUTHORIZATION", "HTTP_HX_REQUEST"}
MARK = "same_for_all"


class Kept(NamedTuple):
    """A page as it was sent, and as of which change."""

    as_of: tuple[int, int]
    content: bytes
    headers: dict[str, str]


def same_for_all(answer: Answer) -> Answer:
    """Its view says that whoever has no session gets the same."""
    setattr(answer, MARK, True)
    return answer


def may_be_asked(request: HttpRequest) -> bool:
    """Whether the answer holds nothing of whoever asks. An editor's preview has the page's address and is a draft."""
    return (
        request.method in {"GET", "HEAD"}
        and not getattr(request, "is_dummy", False)
        and not ONES_OWN_COOKIES & request.COOKIES.keys()
        and not ONES_OWN_HEADERS & request.META.keys()
        and KNOWN_QUERY.fullmatch(request.META.get("QUERY_STRING", "")) is not None
    )


def name(request: HttpRequest) -> str:
    """All that the answer depends on: the address as asked for, what the browser has chosen and takes, the minute."""
    small = re_accepts_gzip.search(request.META.get("HTTP_ACCEPT_ENCODING", "")) is not None
    language = translation.get_language_from_request(request)
    chosen = f"{language} {theme(request)} {small} {int(time.time()) // A_MINUTE}"
    address = f"{request.scheme}://{request.get_host()}{request.get_full_path()}"
    return hashlib.blake2b(f"{chosen} {address}".encode(), digest_size=20).hexdigest()


def may_be_kept(request: HttpRequest, answer: HttpResponse) -> bool:
    """Whether others may be given it: a whole page that its view has marked, and that tells the browser nothing."""
    return (
        request.method == "GET"
        and getattr(answer, MARK, False)
        and answer.status_code == 200  # noqa: PLR2004 (OK)
        and not answer.streaming
        and not answer.cookies
        and "no-store" not in answer.headers.get("Cache-Control", "")
    )


def kept(answer: HttpResponse, *, as_of: tuple[int, int]) -> Kept:
    """The answer to put away. The browser asks each time whether it is still so, and keeps it for itself."""
    answer.headers["Cache-Control"] = "private, no-cache"
    answer.headers["ETag"] = f'"{hashlib.blake2b(answer.content, digest_size=12).hexdigest()}"'
    return Kept(as_of, answer.content, dict(answer.headers))


def again(request: HttpRequest, page: Kept) -> HttpResponseBase:
    """The same answer once more; without its content if the browser has it."""
    answer = HttpResponse(page.content, headers=page.headers)
    if "HTTP_IF_NONE_MATCH" not in request.META:
        return answer
    return get_conditional_response(request, etag=page.headers["ETag"], response=answer) or answer

"""What every answer passes through."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.core.exceptions import BadRequest
from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from django.middleware.gzip import GZipMiddleware
from django.shortcuts import render
from django.urls import NoReverseMatch
from django.utils import translation
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.crypto import salted_hmac

from people.views import answers, kept
from portal import security_log, uploads
from portal.pages import languages

logger = logging.getLogger(__name__)

View = Callable[[HttpRequest], HttpResponse]


class Compressed(GZipMiddleware):
    """Pages in fewer bytes, but not those with a secret that lasts.

    How well a page is compressed tells whether what a stranger put in the address is alike to what else stands there
    (BREACH), and every page names its own address. The token of a form is another each time, Django adds a random
    length, and with SameSite no page of another site can ask again and again with her cookie; still, a calendar's
    address and the code to a door are worth more than a few kilobytes.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """The answer, compressed if its page may be."""
        if answers.is_secret(response):
            return response
        return super().process_response(request, response)


class NoForgedCookie:
    """Refuses a NUL in a cookie: none of ours has one, and PostgreSQL cannot even look for such a session.

    Nor is there anything at an address with one: Wagtail's own would look for it.
    """

    NUL = "\0"

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if any(self.NUL in cookie for cookie in request.COOKIES.values()):
            message = "a NUL in a cookie"
            raise BadRequest(message)
        if self.NUL in request.path_info:
            raise Http404
        return self.get_response(request)


class NothingLeftBehind:
    """Keeps what is one person's out of every cache, so that Back shows nothing after she has signed out.

    The tag says to the service worker whose answer this is, without saying who she is: another session, another tag. An
    answer that did not ask who reads it has none.
    """

    TAG, NOBODY = "Portal-Person", "nobody"

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not request.session.accessed:
            return response
        signed_in = SESSION_KEY in request.session
        response[self.TAG] = tag_of(request.session.session_key or "") if signed_in else self.NOBODY
        if signed_in and not lasts(response):
            kept.remember_whose(request, response)
            patch_cache_control(response, private=True, no_store=True)
        return response


def tag_of(session_key: str) -> str:
    """Stands for a session in whatever the browser can read, and opens nothing."""
    return salted_hmac("portal.middleware.tag", session_key).hexdigest()[:24]


def lasts(response: HttpResponse) -> bool:
    """Whether its view has said for how long it may be kept: it is then the same for all."""
    return "max-age" in response.get("Cache-Control", "") and "max-age=0" not in response["Cache-Control"]


class OwnLanguage:
    """Whoever has chosen a language for herself reads that, in whatever browser.

    Somebody unknown who has chosen none goes on in the language of the page that she comes from, and keeps it: from an
    English guide to the search and to the sign-in page, whatever her browser prefers.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Without a session there is nobody to ask about, and the page is the same for all.
        known = settings.SESSION_COOKIE_NAME in request.COOKIES
        brought = "" if known else brought_along(request)
        if language := getattr(request.user, "language", "") if known else brought:
            translation.activate(language)
            request.LANGUAGE_CODE = language
        response = self.get_response(request)
        if brought:
            answers.remember(response, settings.LANGUAGE_COOKIE_NAME, brought)
        patch_vary_headers(response, ["Cookie"])  # which holds what this browser has chosen, besides who she is
        return response


def brought_along(request: HttpRequest) -> str:
    """The other language of one of our pages where she followed a link to what has no language in its address."""
    here, before = f"{request.scheme}://{request.get_host()}", request.headers.get("Referer", "")
    is_followed = request.method == "GET" and "text/html" in request.headers.get("Accept", "")
    if settings.LANGUAGE_COOKIE_NAME in request.COOKIES or not is_followed or not before.startswith(f"{here}/"):
        return ""
    language = languages.of_address(before.removeprefix(here))
    return "" if language == settings.LANGUAGE_CODE or languages.is_of_a_page(request.path_info) else language


class NothingTooLarge:
    """Refuses what is larger than any form of ours takes, before a byte of it is read."""

    STATUS = 413

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdecimal() and int(length) > uploads.MOST_BYTES:
            security_log.event("upload.refused", request=request, why="size")
            return render(request, "413.html", status=self.STATUS)
        return self.get_response(request)


class HandMadeForWagtail:
    """Answers 400 where a screen of Wagtail's own breaks on a form or an address that no page of its makes.

    Some of its views read a key, or a number of rows, without looking whether there is one. It is in the log all the
    same, with all that led there; an error of a view of ours stays one.
    """

    OF_WHAT_WAS_SENT = (ValueError, LookupError, AttributeError, TypeError, OverflowError, NoReverseMatch, DataError)

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page for what cannot be read, in place of an error."""
        match = request.resolver_match
        if match is None or not match.func.__module__.startswith("wagtail."):
            return None
        if not isinstance(error, self.OF_WHAT_WAS_SENT):
            return None
        logger.error("Wagtail could not read a request", exc_info=error, extra={"request": request})
        security_log.event("request.unreadable", request=request, way=match.view_name, error=type(error).__name__)
        return render(request, "400.html", status=400)


class WordsForWrongMethod:
    """Whoever opens the address of a button by itself reads where she is; Django's own answer is an empty page.

    No route of ours takes more than is named here. A screen of Wagtail's that asks before a row goes would take DELETE
    too, and let it go past the question, the operation and the history.
    """

    STATUS = 405
    TAKEN = ("GET", "HEAD", "POST", "OPTIONS")

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request) if request.method in self.TAKEN else HttpResponseNotAllowed(self.TAKEN)
        if "Allow" in response:
            said = {method.strip() for method in response["Allow"].split(",")}
            response["Allow"] = ", ".join(method for method in self.TAKEN if method in said)
        if response.status_code != self.STATUS or "text/html" not in request.headers.get("Accept", ""):
            return response
        page = render(request, "405.html", status=self.STATUS)
        page["Allow"] = response["Allow"]
        return page


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

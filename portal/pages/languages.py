"""Which language an address speaks: English lies under /en/, and what has no such beginning is Swedish.

The address alone decides, never a cookie, so that a page is the same for everybody who asks for it.
"""

import re
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage
from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.translation import get_language
from wagtail.models import Page, Site

PREFIXES = {code: "" if code == settings.LANGUAGE_CODE else f"{code}/" for code, _name in settings.LANGUAGES}


def of_address(path: str) -> str:
    """The language of an address such as `/en/guides/`."""
    prefixed = (code for code, prefix in PREFIXES.items() if prefix and path.startswith(f"/{prefix}"))
    return next(prefixed, settings.LANGUAGE_CODE)


def start() -> str:
    """The address of the start page in the language that is spoken now."""
    return f"/{PREFIXES.get(get_language() or '', '')}"


def turned(address: str, language: str) -> str:
    """The address of the same page in a language; any other address as it is. A page that lacks it tells so there."""
    path, mark, rest = address.partition("?")
    if not is_of_a_page(path):
        return address
    bare = path.removeprefix(f"/{PREFIXES[of_address(path)]}").lstrip("/")
    return f"/{PREFIXES[language]}{bare}{mark}{rest}"


def is_of_a_page(path: str) -> bool:
    """Whether editors' pages lie there."""
    try:
        return resolve(path).url_name == "wagtail_serve"
    except Resolver404:
        return False


def start_page(request: HttpRequest) -> Page | None:
    """The start page in the language that is spoken now, else the Swedish one; asked once per request and language."""
    site = Site.find_for_request(request)
    language = get_language() or settings.LANGUAGE_CODE
    if site is None or language == settings.LANGUAGE_CODE:
        return site.root_page if site else None
    known = request.__dict__.setdefault("_start_pages", {})
    if language not in known:
        same = Page.objects.live().filter(translation_key=site.root_page.translation_key)
        known[language] = same.filter(locale__language_code=language).first() or site.root_page
    return known[language]


class TreePattern:
    """The beginning of a page's address. Django's own would take the choice of language from all other addresses."""

    converters: dict[str, Any] = {}
    name = None

    @property
    def regex(self) -> re.Pattern[str]:
        """What addresses are made with, in the language that is spoken now."""
        return re.compile(re.escape(PREFIXES.get(get_language() or "", "")))

    def match(self, path: str) -> tuple[str, tuple[()], dict[str, Any]]:
        """What is left of an address in any language."""
        return path.removeprefix(PREFIXES[of_address(f"/{path}")]), (), {}

    def check(self) -> list[CheckMessage]:
        """Nothing to find fault with."""
        return []

    def describe(self) -> str:
        """For the page of errors in development."""
        return "a page, with its language first"

    def __str__(self) -> str:
        return ""

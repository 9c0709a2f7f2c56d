"""Whether a link leads anywhere. Each list is read when the first link asks for it.

Nobody is called: how addresses out of the portal answered is what the last run of `check_links` wrote down.
"""

from functools import cached_property
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.models import Page

from portal.pages.addresses import Addresses
from portal.pages.care import anchors
from portal.pages.models import OutsideLink

OUT = ("http", "https")
BY_HAND = ("mailto", "tel", "sms")
WAGTAILS = "wagtail_serve"
"""The route that every other path ends in: there is only something there if a page lies there."""


WORDS = ":~:"
"""What a link to some words on a page begins with, in the place of a name."""


class Leads:
    """What there is to lead to."""

    def __init__(self) -> None:
        self._known: dict[str, Page | None] = {}

    @cached_property
    def _pages(self) -> dict[str, str]:
        """The paths of the published pages, by their keys."""
        known = Addresses()
        published = Page.objects.live().values_list("pk", flat=True)
        return {str(key): urlsplit(known.url(known.page(key))).path for key in published}

    @cached_property
    def _paths(self) -> set[str]:
        old = Redirect.objects.values_list("old_path", flat=True)
        return {path.rstrip("/") for path in (*self._pages.values(), *old)}

    @cached_property
    def _documents(self) -> set[str]:
        return {str(key) for key in get_document_model().objects.values_list("pk", flat=True)}

    @cached_property
    def _out(self) -> dict[str, str]:
        return {link.address: link.problem for link in OutsideLink.objects.broken()}

    def to_page(self, key: object) -> bool:
        """Whether the page is published."""
        return str(key) in self._pages

    def to_document(self, key: object) -> bool:
        """Whether the document is there."""
        return str(key) in self._documents

    def trouble(self, address: str, *, on: Page | None = None) -> str:
        """Why the address leads nowhere; empty if it does, or if nobody knows."""
        try:
            parts = urlsplit(address.strip())
        except ValueError:
            return _("Adressen går inte att läsa")
        if parts.scheme in BY_HAND:
            return ""
        if parts.scheme in OUT and not address.startswith(f"{settings.PORTAL_URL}/"):
            return problem_in_words(self._out.get(address, ""))
        if parts.scheme and parts.scheme not in OUT:
            return _("Adressen går inte att följa")
        return self._trouble_within(unquote(parts.path), parts.fragment, on=on)

    def _trouble_within(self, path: str, fragment: str, *, on: Page | None) -> str:
        if not path:
            return self._missing(on, fragment) if fragment else _("Länken är tom")
        if not self._is_here(path):
            return _("Det finns ingenting på den adressen i portalen")
        return self._missing(self._page_at(path), fragment) if fragment else ""

    def _page_at(self, path: str) -> Page | None:
        """The page itself; none at an old address, or where the portal has something else."""
        keys = (key for key, its in self._pages.items() if its.rstrip("/") == path.rstrip("/"))
        key = next(keys, "")
        if key and key not in self._known:
            self._known[key] = Page.objects.filter(pk=key).first()
        return self._known.get(key)

    def _missing(self, page: Page | None, fragment: str) -> str:
        """Why the page has no such place; nothing of what is not a page, or of words that the browser looks for."""
        if page is None or fragment.startswith(WORDS) or unquote(fragment) in anchors.of(page):
            return ""
        return _("Sidan finns, men inte stället på den")

    def _is_here(self, path: str) -> bool:
        if not path.startswith("/"):
            return False
        try:
            route = resolve(path if path.endswith("/") else f"{path}/").url_name
        except Resolver404:
            return False
        return route != WAGTAILS or path.rstrip("/") in self._paths


def problem_in_words(problem: str) -> str:
    """What `asking` wrote down, for people."""
    said = {
        "name": _("Adressen finns inte"),
        "closed": _("Adressen får inte frågas"),
        "certificate": _("Certifikatet gäller inte"),
        "silent": _("Svarar inte"),
    }
    return said.get(problem) or (_("Svarar med fel %(code)s") % {"code": problem} if problem else "")

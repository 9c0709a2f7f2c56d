"""The places on a page that a link can lead to. Templates and blocks name them, so the page is made to know them."""

from datetime import timedelta
from html.parser import HTMLParser

from django.core.cache import cache
from django.http import Http404
from django.utils import translation
from wagtail.coreutils import get_dummy_request
from wagtail.models import Page

KEPT_FOR = timedelta(hours=1)
"""What stands on the page besides its own text, such as contacts, is looked at again after that."""

TOP = "top"
"""Is on every page, by the standard of HTML."""


def of(page: Page) -> frozenset[str]:
    """The names of the places on the published page, as it is shown to whoever is not signed in."""
    key = f"pages.anchors:{page.pk}:{page.last_published_at and page.last_published_at.timestamp()}"
    names: frozenset[str] | None = cache.get(key)
    if names is None:
        names = frozenset({TOP, *_named(_html(page))})
        cache.set(key, names, KEPT_FOR.total_seconds())
    return names


def _html(page: Page) -> str:
    """The page as it is shown; empty if it is not shown by itself."""
    with translation.override(translation.get_language()):  # making a page speaks its language
        try:
            answer = page.specific.serve(get_dummy_request(path=page.get_url() or "/"))
        except Http404:
            return ""
        made = answer.render() if hasattr(answer, "render") else answer
        return str(made.content.decode())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names |= {value for name, value in attrs if value and (name == "id" or (tag, name) == ("a", "name"))}


def _named(html: str) -> set[str]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.names

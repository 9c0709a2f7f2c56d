"""Where the published pages lie. While a page is shown this is asked once, however many links there are on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property

from django.db import DEFAULT_DB_ALIAS
from django.http import HttpRequest
from wagtail.models import Page

FIELDS = [field.attname for field in Page._meta.concrete_fields if field.attname in {"id", "live", "url_path"}]
"""All that a link needs, in the order of the table; a title is never read here."""


class Addresses:
    """The published pages, as they are when the first link is followed."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        self.request = request

    @cached_property
    def _rows(self) -> dict[str, tuple[object, ...]]:
        published = Page.objects.live().order_by()
        return {str(row[0]): row[1:] for row in published.values_list("pk", *FIELDS)}

    def page(self, key: object) -> Page | None:
        """The page; none if it is a draft or gone. Its other fields are asked for if somebody reads them."""
        row = self._rows.get(str(key)) if key else None
        return None if row is None else Page.from_db(DEFAULT_DB_ALIAS, FIELDS, row)

    def url(self, page: Page | None) -> str:
        """The page's address; empty if it is a draft, gone or in no site."""
        return str(page.get_url(self.request) or "") if page is not None and page.live else ""


_shown: ContextVar[Addresses | None] = ContextVar("addresses", default=None)


@contextmanager
def asked_once(request: HttpRequest) -> Iterator[None]:
    """Every link that is made within leads by the same answer; the next request asks again."""
    token = _shown.set(Addresses(request))
    try:
        yield
    finally:
        _shown.reset(token)


def shown() -> Addresses | None:
    """The addresses of the page that is being shown, if one is."""
    return _shown.get()

"""Where the published pages lie. While a page is shown this is asked once, however many links there are on it."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property

from django.db import DEFAULT_DB_ALIAS
from django.http import HttpRequest
from wagtail.models import Page

from portal.pages import languages
from portal.pages.visible import with_a_way_in

NEEDED = {"id", "live", "url_path", "translation_key"}
FIELDS = [field.attname for field in Page._meta.concrete_fields if field.attname in NEEDED]
"""All that a link needs, in the order of the table; a title is never read here."""


class Addresses:
    """The published pages that whoever asks may come to, as they are when the first link is followed."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        self.request = request

    @cached_property
    def _rows(self) -> dict[str, tuple[object, ...]]:
        every = Page.objects.order_by()
        pages = with_a_way_in(self.request, every) if self.request else every.live()
        return {str(row[0]): row[1:] for row in pages.values_list("pk", *FIELDS)}

    def page(self, key: object) -> Page | None:
        """The page; none if it is a draft, gone or not for her. Other fields are asked for if somebody reads them."""
        row = self._rows.get(str(key)) if key else None
        return None if row is None else Page.from_db(DEFAULT_DB_ALIAS, FIELDS, row)

    @property
    def spoken(self) -> str:
        """The language of the address where the links stand; empty where no page is shown."""
        return languages.of_address(self.request.path_info) if self.request else ""

    def url(self, page: Page | None) -> str:
        """The page's address, in the language of the page with the link; empty if it is a draft, gone or in no site."""
        there = self.led_to(page)
        address = str(there.get_url(self.request) or "") if there is not None else ""
        is_right = not address or self.spoken in {"", languages.of_address(address)}
        return address if is_right else languages.turned(address, self.spoken)

    def led_to(self, page: Page | None) -> Page | None:
        """The page, or what says the same in the language of the page with the link; none if it is a draft or gone."""
        if page is None or not page.live:
            return None
        address = str(page.get_url(self.request) or "")
        if not address or self.spoken in {"", languages.of_address(address)}:
            return page
        same = [key for key in self._same[page.translation_key] if key != str(page.pk)]
        return (self.page(same[0]) if same else None) or page

    @cached_property
    def _same(self) -> dict[object, list[str]]:
        """The keys of the pages that say the same, each in a language of its own."""
        found: dict[object, list[str]] = defaultdict(list)
        for key, row in self._rows.items():
            found[row[FIELDS.index("translation_key")]].append(key)
        return found


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

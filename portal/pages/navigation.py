"""The pages that every visitor finds her way by: the sections right below the start page."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page

from portal.pages import languages
from portal.pages.visible import visible_to

DEPTH_OF_SECTIONS = 3
DEPTH_BELOW_SECTIONS = 4


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A link in the header; `language` is that of its words where it is another than what is spoken."""

    title: str
    url: str
    current: bool
    language: str = ""


def sections(request: HttpRequest) -> list[Page]:
    """The pages below the start page that the visitor may read, in the order of the tree; asked once."""
    home = languages.start_page(request)
    known = request.__dict__.setdefault("_sections", {})
    if home and home.pk not in known:
        known[home.pk] = list(visible_to(request, home.get_children()).order_by("path"))
    return known[home.pk] if home else []


def crumbs(page: Page, request: HttpRequest) -> list[Page]:
    """The pages above this one, the start page first. Only pages below a section's pages need a query of their own."""
    start = languages.start_page(request)
    home = [start] if start and page.path != start.path else []
    if page.depth > DEPTH_BELOW_SECTIONS:
        return [*home, *page.get_ancestors().filter(depth__gte=DEPTH_OF_SECTIONS)]
    return [*home, *(section for section in sections(request) if page.is_descendant_of(section))]


def menu(request: HttpRequest) -> list[MenuItem]:
    """The sections that editors put in the menu. Where there is no start page in the language they are Swedish."""
    shown = [page for page in sections(request) if page.show_in_menus]
    return [_item(page.title, url, request.path) for page in shown if (url := page.get_url(request))]


def _item(title: str, url: str, path: str) -> MenuItem:
    spoken, language = get_language() or settings.LANGUAGE_CODE, languages.of_address(url)
    if spoken == language:
        return MenuItem(title, url, current=path.startswith(url))
    there = languages.turned(url, spoken)
    return MenuItem(title, there, current=path.startswith(there), language=language)

"""The pages that every visitor finds her way by: the sections right below the start page."""

from dataclasses import dataclass

from django.http import HttpRequest
from wagtail.models import Page, Site

from portal.pages.visible import visible

DEPTH_OF_SECTIONS = 3
DEPTH_BELOW_SECTIONS = 4


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A link in the header."""

    title: str
    url: str
    current: bool


def sections(request: HttpRequest) -> list[Page]:
    """The published pages below the start page, in the order of the tree; one query per request."""
    if not hasattr(request, "_sections"):
        site = Site.find_for_request(request)
        found = visible(site.root_page.get_children()).order_by("path") if site else []
        request._sections = list(found)  # type: ignore[attr-defined]  # noqa: SLF001 (kept with the request)
    return request._sections  # type: ignore[attr-defined]  # noqa: SLF001


def crumbs(page: Page, request: HttpRequest) -> list[Page]:
    """The pages above this one, the start page first. Only pages below a section's pages need a query of their own."""
    site = Site.find_for_request(request)
    home = [site.root_page] if site and page.path != site.root_page.path else []
    if page.depth > DEPTH_BELOW_SECTIONS:
        return [*home, *page.get_ancestors().filter(depth__gte=DEPTH_OF_SECTIONS)]
    return [*home, *(section for section in sections(request) if page.is_descendant_of(section))]


def menu(request: HttpRequest) -> list[MenuItem]:
    """The sections that editors put in the menu."""
    return [
        MenuItem(page.title, url, current=request.path.startswith(url))
        for page in sections(request)
        if page.show_in_menus and (url := page.get_url(request))
    ]

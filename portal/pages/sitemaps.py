"""What search engines are told: where the pages for everybody lie, and where they have nothing to seek."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from portal.pages.models import JobAdvertPage
from portal.pages.visible import visible

NOT_FOR_THEM = (
    "/admin/", "/konto/", "/min-sida/", "/mer/", "/kalender/", "/lediga-jobb/", "/forfragningar/", "/bokningar/",
    "/meddelanden/", "/profil/", "/intyg/", "/bestallningar/", "/demo/", "/sok/", "/sprak/", "/utseende/", "/halsa/",
)  # fmt: skip
DAY = 60 * 60 * 24


@dataclass(frozen=True, slots=True)
class Place:
    """A page on the map: its whole address, when it was changed, and where it is in each language that it has."""

    address: str
    changed: datetime | None
    languages: tuple[tuple[str, str], ...]


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Each page that is closed to nobody."""
    today = timezone.localdate()  # noqa: TID251 (a view)
    places = placed(request, on=today) if settings.SEARCH_ENGINES else []
    answer = render(request, "pages/sitemap.xml", {"places": places}, content_type="application/xml")
    answer["Cache-Control"] = f"max-age={DAY // 24}"
    return answer


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Nothing at all where the portal is only tried; else all but what is a person's own."""
    closed = NOT_FOR_THEM if settings.SEARCH_ENGINES else ("/",)
    lines = ["User-agent: *", *(f"Disallow: {address}" for address in closed)]
    if settings.SEARCH_ENGINES:
        lines += ["", f"Sitemap: {settings.PORTAL_URL}/sitemap.xml"]
    answer = HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")
    answer["Cache-Control"] = f"max-age={DAY}"
    return answer


def placed(request: HttpRequest, *, on: date) -> Iterator[Place]:
    """The pages of that day in the order of the tree; one query, however many."""
    site = Site.find_for_request(request)
    if site is None:
        return
    pages = visible(Page.objects.filter(depth__gte=site.root_page.depth)).select_related("locale").order_by("path")
    pages = pages.exclude(pk__in=JobAdvertPage.objects.over(on=on).values("pk"))
    there = [(page, f"{settings.PORTAL_URL}{url}") for page in pages if (url := page.get_url(request))]
    translations = by_key(there)
    for page, address in there:
        same = translations[page.translation_key]
        yield Place(address, page.last_published_at, tuple(same) if len(same) > 1 else ())


def by_key(there: Iterable[tuple[Page, str]]) -> dict[object, list[tuple[str, str]]]:
    """Language and address of each page that says the same, Swedish first."""
    found: dict[object, list[tuple[str, str]]] = {}
    for page, address in there:
        found.setdefault(page.translation_key, []).append((page.locale.language_code, address))
    return {key: sorted(same, key=lambda one: one[0] != settings.LANGUAGE_CODE) for key, same in found.items()}

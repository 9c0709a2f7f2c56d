"""The page at an address, if whoever asks may read it: the one door that every page is reached by."""

from collections.abc import Sequence

from django.contrib.auth.views import redirect_to_login
from django.db.models import OuterRef, Subquery, TextField, Value
from django.db.models.functions import Concat
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers
from wagtail.models import Page, PageQuerySet
from wagtail.url_routing import RouteResult

from portal.pages import readers
from portal.pages.visible import is_open_to, is_open_when_signed_in, is_without_restriction, visible_to


def at(home: Page, path: Sequence[str]) -> Page | None:
    """The published page at these slugs below a start page, or below the same start page in another language."""
    if not path:
        return home
    rest = f"{'/'.join(path)}/"
    named = Page.objects.live().filter(slug=path[-1])
    own = named.descendant_of(home).filter(url_path=f"{home.url_path}{rest}").first()
    there = Concat("url_path", Value(rest), output_field=TextField())
    return own or named.filter(url_path__in=_others(home).values_list(there)).first()


def _others(home: Page) -> PageQuerySet:
    return Page.objects.live().order_by().filter(translation_key=home.translation_key).exclude(pk=home.pk)


def opened(request: HttpRequest, pages: PageQuerySet, pk: int) -> RouteResult:
    """The page, with where it lies in another language; 404 if it is not for her, unless signing in is all it takes."""
    reader = readers.of(request)
    translated = visible_to(request, Page.objects.filter(translation_key=OuterRef("translation_key")))
    page = pages.annotate(
        opens=is_open_to(reader),
        is_without_restriction=is_without_restriction(),
        path_in_other_language=Subquery(translated.exclude(locale=OuterRef("locale")).values("url_path")[:1]),
    ).get(pk=pk)
    if page.opens:
        return RouteResult(page)
    if reader.user or not pages.filter(is_open_when_signed_in(), pk=pk).exists():
        raise Http404
    return RouteResult(page, kwargs={"sign_in_first": True})


def sign_in_first(request: HttpRequest) -> HttpResponse:
    """The way to sign in, and back to the page."""
    answer = redirect_to_login(request.get_full_path())
    add_never_cache_headers(answer)
    return answer

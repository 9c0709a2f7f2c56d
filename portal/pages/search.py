"""Finding pages. Whatever is typed is words, never a query language."""

import re
from collections.abc import Iterable

from django.conf import settings
from django.db.models import CharField, Exists, F, OuterRef, Q, Value
from django.db.models.functions import Coalesce, NullIf
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page, get_page_models

from portal.pages.models import PortalPage
from portal.pages.visible import visible_to

LONGEST = 100
MOST_WORDS = 8
MOST_FOUND = 100
START_PAGE = 2
"""Its depth in the tree: it says a little of everything, and answers nothing."""
WORD = re.compile(r"[^\W_]+")


def words(typed: str) -> str:
    """The words in what was typed; quotes, NUL and signs would make the database refuse the query."""
    return " ".join(WORD.findall(typed[:LONGEST])[:MOST_WORDS])


def pages(typed: str, *, request: HttpRequest) -> list[int]:
    """Keys of the pages that hold every word and that she may read, best first.

    Whole words in the title first, then anywhere, with Swedish endings on PostgreSQL. Last beginnings of words, which
    on SQLite, that knows no endings, is how "vikarie" finds "vikarier".
    """
    asked = words(typed)
    if not asked:
        return []
    every = Page.objects.live().filter(depth__gt=START_PAGE)
    named = [page.pk for page in every.search(asked, fields=["title"], operator="and")[:MOST_FOUND]]
    found = [page.pk for page in every.search(asked, operator="and")[:MOST_FOUND]]
    begun = [page.pk for page in every.autocomplete(asked, operator="and")[:MOST_FOUND]]
    keys = list(dict.fromkeys([*named, *found, *begun]))
    hers = to_read(request, keys)
    return [key for key in keys if key in hers]


def listed(keys: Iterable[int]) -> list[Page]:
    """Those pages in that order, each with its `description`: one query, not one for each type of page."""
    intros = [F(f"{model._meta.model_name}__intro") for model in get_page_models() if issubclass(model, PortalPage)]
    written = NullIf(F("search_description"), Value(""))
    description = Coalesce(written, *intros, Value(""), output_field=CharField())
    wanted = list(keys)
    by_key = Page.objects.annotate(description=description).in_bulk(wanted)
    return [by_key[key] for key in wanted]


def to_read(request: HttpRequest, keys: Iterable[int]) -> set[int]:
    """Those that she may read, in the language that is spoken now, or in Swedish where there is no other."""
    spoken = get_language() or settings.LANGUAGE_CODE
    there = visible_to(request, Page.objects.filter(translation_key=OuterRef("translation_key")))
    alone = ~Exists(there.filter(locale__language_code=spoken))
    in_swedish = Q(locale__language_code=settings.LANGUAGE_CODE)
    found = visible_to(request, Page.objects.filter(pk__in=list(keys)))
    return set(found.filter(Q(locale__language_code=spoken) | (in_swedish & alone)).values_list("pk", flat=True))

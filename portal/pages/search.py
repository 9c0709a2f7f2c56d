"""Finding pages. Whatever is typed is words, never a query language."""

import re
from collections.abc import Iterable
from datetime import date

from django.db.models import CharField, F, Value
from django.db.models.functions import Coalesce, NullIf
from wagtail.models import Locale, Page, PageQuerySet, get_page_models

from portal.pages.models import JobAdvertPage, PortalPage

LONGEST = 100
MOST_WORDS = 8
MOST_FOUND = 100
START_PAGE = 2
"""Its depth in the tree: it says a little of everything, and answers nothing."""
WORD = re.compile(r"[^\W_]+")


def words(typed: str) -> str:
    """The words in what was typed; quotes, NUL and signs would make the database refuse the query."""
    return " ".join(WORD.findall(typed[:LONGEST])[:MOST_WORDS])


def pages(typed: str, *, language: str, on: date) -> list[int]:
    """Keys of the public pages that hold every word, best first.

    Whole words in the title first, then anywhere, with Swedish endings on PostgreSQL. Last beginnings of words, which
    on SQLite, that knows no endings, is how "vikarie" finds "vikarier".
    """
    asked = words(typed)
    if not asked:
        return []
    public = in_language(language, on=on)
    named = [page.pk for page in public.search(asked, fields=["title"], operator="and")[:MOST_FOUND]]
    found = [page.pk for page in public.search(asked, operator="and")[:MOST_FOUND]]
    begun = [page.pk for page in public.autocomplete(asked, operator="and")[:MOST_FOUND]]
    return list(dict.fromkeys([*named, *found, *begun]))


def listed(keys: Iterable[int]) -> list[Page]:
    """Those pages in that order, each with its `description`: one query, not one for each type of page."""
    intros = [F(f"{model._meta.model_name}__intro") for model in get_page_models() if issubclass(model, PortalPage)]
    written = NullIf(F("search_description"), Value(""))
    description = Coalesce(written, *intros, Value(""), output_field=CharField())
    wanted = list(keys)
    by_key = Page.objects.annotate(description=description).in_bulk(wanted)
    return [by_key[key] for key in wanted]


def in_language(language: str, *, on: date) -> PageQuerySet:
    """The public pages in a language that day, if there are any; otherwise in Swedish."""
    locale = Locale.objects.filter(language_code=language).first() or Locale.get_default()
    public = Page.objects.live().public().filter(locale=locale, depth__gt=START_PAGE)
    return public.exclude(pk__in=JobAdvertPage.objects.over(on=on).values("pk"))

"""Passages that answer what was asked, best first, each with its address."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from wagtail.models import Page

from portal.pages import languages, navigation
from portal.pages.models import Contact, Passage
from portal.pages.search import postgresql, seen, sqlite
from portal.pages.search.asked import Asked
from portal.pages.search.tiers import Tier
from portal.pages.visible import visible_to

MOST = 100


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found in what editors keep."""

    title: str
    text: str
    url: str
    language: str
    tier: Tier
    is_answer: bool
    contact: Contact | None


def found(request: HttpRequest, asked: Asked, language: str, *, on: date) -> list[Hit]:
    """In the language, and then in Swedish: one query for each. Where something holds every word, only such things."""
    if not asked.parts:
        return []
    hers_first = dict.fromkeys([language, settings.LANGUAGE_CODE])
    hits = [
        hit for each in hers_first for hit in _hits(request, _rows(request, asked, each, language, on=on), language)
    ]
    whole = [hit for hit in hits if hit.tier < Tier.SOME]
    return whole or hits


def _rows(request: HttpRequest, asked: Asked, language: str, wanted: str, *, on: date) -> Iterable[Passage]:
    engine = postgresql if connection.vendor == "postgresql" else sqlite
    rows: QuerySet[Passage] = seen.passages(request, on=on).filter(language=language)
    if language != wanted:
        rows = rows.exclude(page__translation_key__in=_translated(request, wanted))
        told = Passage.objects.filter(contact=OuterRef("contact"), language=wanted)
        rows = rows.exclude(Exists(told))
    return engine.ranked(rows.select_related("page__locale", "contact"), asked, language)[:MOST]


def _translated(request: HttpRequest, language: str) -> QuerySet[Any]:
    """What says the same in the language, where she may read it."""
    there = Page.objects.order_by().filter(locale__language_code=language)
    return visible_to(request, there).values("translation_key")


def _hits(request: HttpRequest, rows: Iterable[Passage], wanted: str) -> Iterator[Hit]:
    for row in rows:
        tier = Tier(row.tier)  # type: ignore[attr-defined]
        url = contact_address(request, row.contact) if row.contact else _address(request, row, wanted)
        yield Hit(row.title, row.lead, url, row.language, tier, is_answer=bool(row.anchor), contact=row.contact)


def _address(request: HttpRequest, row: Passage, wanted: str) -> str:
    """The page in the frame of her own language, whatever its words are in."""
    address = languages.turned(str(row.page.get_url(request) or ""), wanted) if row.page else ""
    return f"{address}#{row.anchor}" if row.anchor else address


def contact_address(request: HttpRequest, contact: Contact) -> str:
    """Where the contact stands on the contact page; empty if there is none."""
    pages = (page for page in navigation.sections(request) if page.cached_content_type.model == "contactpage")
    page = next(pages, None)
    return f"{page.get_url(request)}#kontakt-{contact.pk}" if page else ""

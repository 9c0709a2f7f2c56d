"""Which pages anybody may see."""

from typing import TypeVar

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from wagtail.models import PageQuerySet, PageViewRestriction

Pages = TypeVar("Pages", bound=PageQuerySet)


def visible(pages: Pages) -> Pages:
    """The published ones that no restriction on them or above them hides. Wagtail's `public()` asks an extra query."""
    return pages.live().filter(~restricted())


def restricted() -> Exists:
    """Whether a restriction holds for a page: on it or above it, or on what it or one above it is an alias of."""
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    above = Q(of__startswith=F("page__path")) | Q(of__startswith=F("page__aliases__path"))
    return Exists(PageViewRestriction.objects.annotate(of=path).filter(above))

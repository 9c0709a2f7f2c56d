"""Which pages anybody may see."""

from typing import TypeVar

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from django.http import HttpRequest
from wagtail.models import PageQuerySet, PageViewRestriction

Pages = TypeVar("Pages", bound=PageQuerySet)


def visible(pages: Pages) -> Pages:
    """The published ones that no restriction on them or above them hides. Wagtail's `public()` asks an extra query."""
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    above = PageViewRestriction.objects.annotate(of=path).filter(of__startswith=F("page__path"))
    return pages.live().filter(~Exists(above))


def visible_to(request: HttpRequest, pages: Pages) -> Pages:
    """The published ones that whoever asks may read."""
    return visible(pages)

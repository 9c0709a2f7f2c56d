"""Which pages somebody may see. What she may not see does not exist: not in a menu, a list or a search, nor by address.

All of it is told by the query that asks for the pages: Wagtail's `public()` asks one more.
"""

from typing import TypeVar

from django.db.models import BooleanField, CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet, Value
from django.db.models.expressions import Combinable
from django.http import HttpRequest
from wagtail.models import PageQuerySet, PageViewRestriction

from portal.pages import readers
from portal.pages.audiences import Audience
from portal.pages.readers import Reader

ALL = Value(value=True, output_field=BooleanField())
Pages = TypeVar("Pages", bound=PageQuerySet)


def visible(pages: Pages) -> Pages:
    """The published ones that are closed to nobody."""
    return pages.live().filter(is_without_restriction(), _none_above(Audience.objects.order_by()))


def visible_to(request: HttpRequest, pages: Pages) -> Pages:
    """The published ones that whoever asks may read."""
    return pages.live().filter(is_without_restriction(), is_open_to(readers.of(request)))


def with_a_way_in(request: HttpRequest, pages: Pages) -> Pages:
    """The published ones that she may read, or could if she signed in; Wagtail's own restrictions ask at their door."""
    reader = readers.of(request)
    return pages.live().filter(is_open_to(reader) if reader.user else is_open_when_signed_in())


def is_open_to(reader: Reader) -> Combinable:
    """Whether a page, and each page above it, is for her."""
    return ALL if reader.reads_all else _none_above(_closed_to(reader.groups()))


def is_open_when_signed_in() -> Combinable:
    """Whether signing in is all that is asked."""
    return _none_above(_closed_to(readers.anybody_signed_in()))


def is_open_to_every_substitute() -> Combinable:
    """Whether it is for each of them, wherever she works."""
    return _none_above(_closed_to(readers.any_substitute()))


def is_without_restriction() -> Combinable:
    """Whether none of Wagtail's own restrictions stands on a page or above it. Editors have no button for them."""
    return _none_above(PageViewRestriction.objects.all())


def _closed_to(groups: QuerySet[Audience]) -> QuerySet[Audience]:
    """The rows of pages that none of these rows opens."""
    return Audience.objects.order_by().filter(~Exists(groups.filter(page=OuterRef("page"))))


def _none_above(rows: QuerySet[Audience] | QuerySet[PageViewRestriction]) -> Combinable:
    """Whether none stands on the page or on one above it, nor on what one of these is an alias of."""
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    above = Q(of__startswith=F("page__path")) | Q(of__startswith=F("page__aliases__path"))
    return ~Exists(rows.annotate(of=path).filter(above))

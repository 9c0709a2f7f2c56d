"""What somebody may find. Every question of a search begins here."""

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from wagtail.models import Page

from portal.pages.models import Passage
from portal.pages.visible import visible_to


def passages(request: HttpRequest) -> QuerySet[Passage]:
    """Those of pages that she may read, and the contacts; part of the query that asks."""
    return Passage.objects.filter(Q(page=None) | Q(page__in=visible_to(request, Page.objects.order_by())))

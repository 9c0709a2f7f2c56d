"""What somebody may find. Every question of a search begins here."""

from datetime import date

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from wagtail.models import Page

from portal.pages.models import JobAdvertPage, Passage
from portal.pages.visible import visible_to


def passages(request: HttpRequest, *, on: date) -> QuerySet[Passage]:
    """Those of pages that she may read that day, and the contacts; part of the query that asks."""
    there = visible_to(request, Page.objects.order_by()).exclude(pk__in=JobAdvertPage.objects.over(on=on).values("pk"))
    return Passage.objects.filter(Q(page=None) | Q(page__in=there))

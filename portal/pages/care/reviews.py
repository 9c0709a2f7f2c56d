"""When a page was to be read again, and that somebody did."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Q
from django.utils.timezone import localtime
from wagtail.log_actions import log
from wagtail.models import Page, PageQuerySet

from people.models import User
from portal.pages.editor_form import HOLDS
from portal.pages.models import PageReview

READ_AGAIN = "pages.read_again"
"""The action, as the history of a page names it."""

START_PAGE = 2
"""Its depth in the tree, and that of the pages that are anybody's."""


def overdue(pages: PageQuerySet, *, today: date) -> PageQuerySet:
    """The published ones whose day has come, or that nobody has touched for a year; the longest ago first."""
    untouched = Q(review=None, last_published_at__date__lt=today - HOLDS)
    late = pages.live().filter(Q(review__review_by__lt=today) | untouched, depth__gte=START_PAGE)
    by_day = F("review__review_by").asc(nulls_last=True)
    return late.select_related("review", "owner").order_by(by_day, "last_published_at", "pk")


@transaction.atomic
def choose(page: Page, review_by: date | None = None, owner: User | None = None) -> None:
    """Let the page be read again by the day, and be somebody's to look after; what is not said stays as it is."""
    if review_by is not None:
        PageReview.objects.update_or_create(page_id=page.pk, defaults={"review_by": review_by})
    if owner is not None:
        Page.objects.filter(pk=page.pk).update(owner=owner)


@transaction.atomic
def read_again(page: Page, *, by: User, at: datetime) -> None:
    """Somebody has read it, and it still holds: good for a year more. Twice on a day is once."""
    until = localtime(at).date() + HOLDS
    if PageReview.objects.filter(page_id=page.pk, review_by=until).exists():
        return
    choose(page, until)
    log(page, READ_AGAIN, user=by)

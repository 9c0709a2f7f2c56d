"""Whether anything that pages show has changed: written down with each change, in its own transaction."""

from datetime import datetime, timedelta

from django.apps import apps
from django.db import connection, models
from django.db.models.signals import post_delete, post_save
from wagtail.models import get_page_models
from wagtail.signals import page_published, page_unpublished, post_page_move

from portal.pages.models import PageChange

AsOf = tuple[int, int]

OF_EDITORS = ("pages", "home")
"""What is in these apps stands on some page, as far as is known."""

OF_OTHERS = (
    "wagtailcore.Page", "wagtailcore.Site", "wagtailcore.Locale", "wagtailcore.PageViewRestriction",
    "people.Area", "people.Workplace", "people.RetentionRule", "booking.Policy",
)  # fmt: skip
ON_NO_PAGE = (
    "pages.PageChange", "pages.PageAnswer", "pages.Feedback", "pages.PortalRendition", "pages.CourseTick",
    "pages.Passage", "pages.Word", "pages.Keyword", "pages.BestHit", "pages.OutsideLink", "pages.PageReview",
)  # fmt: skip
LATEST = f"SELECT COUNT(*), COALESCE(MAX(id), 0) FROM {PageChange._meta.db_table}"  # noqa: S608 (our own name)  # nosec B608
KEPT_FOR = timedelta(hours=1)
"""Longer than any page is kept."""


def latest() -> AsOf:
    """How many changes there are, and the key of the last: another than before means that something has changed."""
    with connection.cursor() as cursor:
        cursor.execute(LATEST)
        count, last = cursor.fetchone()
    return count, last


def note(sender: object, **_sent: object) -> None:
    """Write down that something has changed."""
    PageChange.objects.create()


def follow(*shown: type[models.Model]) -> None:
    """Write down each change of these tables' rows."""
    for model in shown:
        for signal in (post_save, post_delete):
            signal.connect(note, sender=model, dispatch_uid=f"pages.changes:{model._meta.label}")


def follow_what_pages_show() -> None:
    """All that editors keep, and when a page is moved or has been published with all that belongs to it."""
    of_editors = [model for label in OF_EDITORS for model in apps.get_app_config(label).get_models()]
    hidden = {apps.get_model(label) for label in ON_NO_PAGE}
    follow(*({*of_editors, *get_page_models(), *map(apps.get_model, OF_OTHERS)} - hidden))
    for signal in (page_published, page_unpublished, post_page_move):
        signal.connect(note, dispatch_uid="pages.changes")


def forget(*, at: datetime) -> None:
    """Take away what is old, and say that there was a change: the rest are fewer than before."""
    old, _of_each = PageChange.objects.filter(at__lt=at - KEPT_FOR).delete()
    if old:
        PageChange.objects.create()

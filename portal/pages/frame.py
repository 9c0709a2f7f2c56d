"""What stands around every page, whoever reads it: the banners, and the ways to what everybody may need.

A page that editors keep shows it as it is. The pages where people work ask the database for enough already: they show
what the process has read within a minute, and at once what it has changed itself. The clock is always looked at.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.cache import cache
from django.db import transaction
from django.db.models.signals import post_save
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Page

from portal.pages import changes
from portal.pages.models import Banner, PageChange
from portal.pages.visible import with_a_way_in
from portal.pages.ways import Ways, by_language

KEY = "pages.frame"
KEPT_FOR = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Frame:
    """The same for all who read, with the banners that are still to come; as of a change, if it was asked for."""

    as_of: changes.AsOf | None
    banners: list[Banner]
    ways: dict[str, Ways]

    def spoken(self) -> Ways:
        """The ways in the language that is spoken now."""
        return self.ways.get(get_language() or "", {})


def now() -> Frame:
    """As it is: one query if nothing has changed."""
    as_of, kept = changes.latest(), _kept()
    return kept if kept and kept.as_of == as_of else _read(as_of)


def lately() -> Frame:
    """As it was within a minute: no query, but once a minute."""
    return _kept() or _read(None)


def banners(frame: Frame, request: HttpRequest, *, at: datetime) -> list[Banner]:
    """Those that stand at the moment. One that leads to a page that is closed to the reader leads nowhere."""
    standing = Banner.standing(frame.banners, at=at)
    closed = {banner.page_id for banner in standing if banner.page_id and not banner.leads_all}
    if closed:
        hers = set(with_a_way_in(request, Page.objects.filter(pk__in=closed)).values_list("pk", flat=True))
        for banner in standing:
            banner.leads = banner.page_id not in closed - hers
    return standing


def _kept() -> Frame | None:
    kept: Frame | None = cache.get(KEY)
    return kept


def _read(as_of: changes.AsOf | None) -> Frame:
    at = timezone.now()  # noqa: TID251 (the frame of a view)
    frame = Frame(as_of, list(Banner.objects.not_over(at=at)), by_language())
    cache.set(KEY, frame, KEPT_FOR.total_seconds())
    return frame


def _forget(sender: object, **_sent: object) -> None:
    """Now, and when others can read what has been written: somebody may have kept what was before meanwhile."""
    cache.delete(KEY)
    transaction.on_commit(lambda: cache.delete(KEY))


post_save.connect(_forget, sender=PageChange, dispatch_uid="pages.frame")

"""The links out of the portal, asked by the clock and never while somebody waits for a page."""

from collections.abc import Callable
from datetime import datetime, timedelta
from time import monotonic

from django.conf import settings
from django.db.models import F
from django.utils.timezone import localtime
from wagtail.models import Page

from portal.pages.care import asking
from portal.pages.care.leading import OUT
from portal.pages.models import OutsideLink, SystemShortcut
from portal.pages.pieces import Kind, pieces

LONGEST = 600
EACH_TIME = 40
"""Links that one run asks at most."""

BUDGET = 10  # seconds; the last link may take as long again, and the queue ends a task after 30

HOLDS = timedelta(days=7)


def check(*, at: datetime, ask: Callable[[str], str] = asking.problem) -> int:
    """Ask those that have not been asked for a week, the longest ago first; answers with how many."""
    if not settings.CHECK_OUTSIDE_LINKS:
        return 0
    _note_all()
    due = OutsideLink.objects.unasked(since=localtime(at - HOLDS).date() + timedelta(days=1))
    asked, began = 0, monotonic()
    for link in due.order_by(F("asked_at").asc(nulls_first=True), "pk")[:EACH_TIME]:
        if monotonic() - began > BUDGET:
            break
        link.problem, link.asked_at = ask(link.address), at
        link.save(update_fields=["problem", "asked_at"])
        asked += 1
    return asked


def addresses() -> set[str]:
    """Every address out of the portal that stands on a published page, and that of each system."""
    on_pages = (
        str(piece.value)
        for page in Page.objects.live().specific()
        for piece in pieces(page)
        if piece.kind is Kind.ADDRESS
    )
    found = {*on_pages, *SystemShortcut.objects.values_list("address", flat=True)}
    out = {one for one in found if one.partition(":")[0] in OUT and len(one) <= LONGEST}
    return {one for one in out if not one.startswith(f"{settings.PORTAL_URL}/")}


def _note_all() -> None:
    """What no page leads to any more is forgotten."""
    now = addresses()
    OutsideLink.objects.exclude(address__in=now).delete()
    known = set(OutsideLink.objects.values_list("address", flat=True))
    OutsideLink.objects.bulk_create(OutsideLink(address=one) for one in sorted(now - known))

"""Those who own pages are reminded of them: once a week at most, however many there are."""

from collections import defaultdict
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localtime
from wagtail.models import Page

from messaging.models import Message
from people.models import User
from portal.pages.care import notices, reviews

PAUSE = timedelta(days=7) - timedelta(hours=2)
"""Between two reminders to the same person; the clock of the queue may go a little ahead."""


@transaction.atomic
def remind(*, at: datetime) -> None:
    """Tell each of hers. Where the owner is gone, or edits no longer, all editors are told."""
    editors = {editor.pk: editor for editor in notices.holders("page.edit")}
    hers: defaultdict[int, list[Page]] = defaultdict(list)
    for page in reviews.overdue(Page.objects.all(), today=localtime(at).date()):
        for reader in [page.owner_id] if page.owner_id in editors else editors:
            hers[reader].append(page)
    told = _told_lately(list(editors.values()), at=at)
    for key, pages in hers.items():
        if key not in told:
            notices.to_read(editors[key], pages, at=at)


def _told_lately(editors: list[User], *, at: datetime) -> set[int]:
    lately = Message.objects.filter(kind=notices.TO_READ, recipient__in=editors, posted_at__gt=at - PAUSE)
    return set(lately.values_list("recipient", flat=True))

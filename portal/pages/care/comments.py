"""What editors write beside a page's text: who is told of it. By the outbox, in the place of Wagtail's own mail.

Wagtail's mail is sent while somebody waits for the page to be saved, and a mail server that is gone would be an error
on a page that has been saved.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import COMMENTS_RELATION_NAME, Page

from messaging import outbox
from people.languages import speaking
from people.models import RoleAssignment, User
from portal.pages.care.notices import COMMENTED, editor_of

Changes = Mapping[str, Sequence[Any]]
"""By what was done (`new_comments`, `new_replies`, …): the comments, or pairs of a comment and its new replies."""


@transaction.atomic
def tell(view: Any, changes: Changes) -> None:  # noqa: ANN401 (Wagtail's view of a page's form)
    """Those who follow the page, and those who have written in what was answered or done with; if they edit still."""
    said = any(changes[what] for what in ("new_comments", "deleted_comments", "resolved_comments", "new_replies"))
    page, writer = view.page, view.request.user
    now = timezone.now()  # noqa: TID251 (Wagtail calls it from its view)
    for reader in _readers(page, writer, changes, now) if said else ():
        with speaking(reader):
            about = {"who": writer, "title": page.draft_title, "url": editor_of(page)}
            outbox.post(
                key=f"{COMMENTED}:{page.pk}:{now.isoformat()}:{reader.pk}",
                kind=COMMENTED,
                to=reader,
                subject=_("Nytt bland kommentarerna på en sida"),
                body=_("%(who)s har skrivit eller ändrat i kommentarerna på sidan %(title)s. Läs dem här: %(url)s")
                % about,
                at=now,
            )


def has_no_switches(_panel: object) -> bool:
    """Wagtail's switches for its own mail would do nothing."""
    return False


def _readers(page: Page, writer: User, changes: Changes, now: datetime) -> list[User]:
    threads = [comment.pk for comment in changes["resolved_comments"]]
    threads += [comment.pk for comment, _replies in changes["new_replies"]]
    follows = Q(page_subscriptions__page=page, page_subscriptions__comment_notifications=True)
    takes_part = Q(comment_replies__comment__in=threads) | Q(**{f"{COMMENTS_RELATION_NAME}__in": threads})
    editors = RoleAssignment.objects.granting(["page.edit"], now=now).values("user")
    found = User.objects.filter(follows | takes_part, is_active=True, pk__in=editors).exclude(pk=writer.pk)
    return list(found.order_by("pk").distinct())

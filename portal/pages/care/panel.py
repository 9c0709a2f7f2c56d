"""What needs care, on the editors' first page."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.forms import Media
from django.utils.timezone import localtime
from wagtail.admin.ui.components import Component
from wagtail.models import Page, Revision, TaskState

from people.models import User
from portal.pages.care import contacts, findings, hers, reviews

SHOWN = 5

Count = tuple[str, str, int]
"""An address, what it counts, and how many."""

others: list[Callable[[User], list[Count]]] = []
"""What other parts of the pages count here: said by them."""


class Care(Component):
    """Her own pages to read first, then what waits, what is to come, and what is broken."""

    name = "page_care"
    template_name = "pages/care/panel.html"
    order = 15
    media = Media()

    def __init__(self, *, now: datetime) -> None:
        self.now = now

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """So many questions, however many pages."""
        request = parent_context["request"]
        user = request.user
        late = list(reviews.overdue(hers.pages(user), today=localtime(self.now).date()))
        published = list(hers.pages(user).live().order_by("path").specific())
        return {
            "late": sorted(late, key=lambda page: page.owner_id != user.pk)[:SHOWN],
            "late_count": len(late),
            "reader": user.pk,
            "waiting": waiting(user),
            "coming": coming(user, now=self.now)[:SHOWN],
            "links": len(findings.broken_links(published, hers.shortcuts(user))),
            "pictures": len(findings.without_words(published)),
            "contacts": len(contacts.lacking(hers.contacts(user), today=localtime(self.now).date())),
            "heavy": len(findings.heavy(published)),
            "others": [count for count_of in others for count in count_of(user)],
            "csrf_token": parent_context["csrf_token"],
        }


def waiting(user: User) -> int:
    """How many pages wait for her to approve them."""
    return TaskState.objects.reviewable_by(user).count()


def coming(user: User, *, now: datetime) -> list[Page]:
    """Those that are to be published by the clock, the first to come first, each with when (`goes_live_at`)."""
    planned = Revision.page_revisions.filter(approved_go_live_at__gt=now)
    when = dict(planned.order_by("-approved_go_live_at").values_list("object_id", "approved_go_live_at"))
    found = list(hers.pages(user).filter(pk__in=[int(key) for key in when]))
    for page in found:
        page.goes_live_at = when[str(page.pk)]
    return sorted(found, key=lambda page: page.goes_live_at)

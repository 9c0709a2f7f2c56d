"""How the answers of a time speak of each page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q
from wagtail.models import Page

from people import access
from people.models import User
from portal.pages.models import PageAnswer
from portal.pages.models.answer import AnswerQuerySet


@dataclass(frozen=True, slots=True)
class Line:
    """A page: how many answered, how many said yes, and how many comments nobody has seen to."""

    page: Page
    answers: int
    yes: int
    waiting: int

    @property
    def share(self) -> int:
        """Yes, of a hundred."""
        return round(100 * self.yes / self.answers) if self.answers else 0


def answers(user: User, *, since: datetime) -> AnswerQuerySet:
    """What has been answered since then, of the pages that the user edits."""
    return access.scope(user, PageAnswer.objects.filter(at__gte=since))


def lines(user: User, *, since: datetime) -> Sequence[Line]:
    """The pages with most that said no first; two queries, however many there are."""
    counted = (
        answers(user, since=since)
        .values("page")
        .annotate(
            answers=Count("pk"),
            yes=Count("pk", filter=Q(helped=True)),
            waiting=Count("pk", filter=Q(handled_at=None) & ~Q(comment="")),
        )
    )
    rows = {row["page"]: row for row in counted}
    pages = Page.objects.only("title", "path", "depth").in_bulk(rows)
    told = [Line(pages[key], row["answers"], row["yes"], row["waiting"]) for key, row in rows.items()]
    return sorted(told, key=lambda line: (line.yes - line.answers, -line.waiting, line.page.title))


def of_page(user: User, page: Page, *, since: datetime) -> Line:
    """The same of one page."""
    told = [line for line in lines(user, since=since) if line.page.pk == page.pk]
    return told[0] if told else Line(page, answers=0, yes=0, waiting=0)

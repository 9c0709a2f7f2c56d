"""The reports of the pages: what each is called, and its rows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import PageQuerySet

from people.models import User
from portal.pages.care import contacts, findings, hers, reviews
from portal.pages.care.findings import Finding

Rows = Callable[[User, date], list[Finding]]


@dataclass(frozen=True, slots=True)
class Report:
    """A list of findings: its heading, what it says of itself, and what it says when there are none."""

    code: str
    name: str | Promise
    about: str | Promise
    none: str | Promise
    rows: Rows
    where: str | Promise


def _published(user: User) -> PageQuerySet:
    return hers.pages(user).live().order_by("path").specific()


def _stale(user: User, today: date) -> list[Finding]:
    return [
        Finding(page, _overdue(page), page.owner.get_full_name() if page.owner else "")
        for page in reviews.overdue(hers.pages(user), today=today)
    ]


def _overdue(page: object) -> str:
    review = getattr(page, "review", None)
    if review is not None:
        return _("Skulle ha lästs %(day)s") % {"day": date_format(review.review_by, "j F Y")}
    return _("Inte ändrad på ett år")


REPORTS: Sequence[Report] = (
    Report(
        "gamla",
        gettext_lazy("Att läsa igenom"),
        gettext_lazy("Sidor vars dag har kommit, eller som ingen har ändrat på ett år. Stämmer allt räcker ett tryck."),
        gettext_lazy("Alla sidor är genomlästa."),
        _stale,
        gettext_lazy("Äger sidan"),
    ),
    Report(
        "lankar",
        gettext_lazy("Trasiga länkar"),
        gettext_lazy("Länkar till sidor, dokument och platser som inte finns. Länkar ut ur portalen frågas i förväg."),
        gettext_lazy("Alla länkar leder rätt."),
        lambda user, _today: findings.broken_links(_published(user), hers.shortcuts(user)),
        gettext_lazy("Var"),
    ),
    Report(
        "bilder",
        gettext_lazy("Bilder utan beskrivning"),
        gettext_lazy("Den som inte ser får veta vad bilden visar. En bild som bara pryder markeras som dekorativ."),
        gettext_lazy("Alla bilder är beskrivna."),
        lambda user, _today: findings.without_words(_published(user)),
        gettext_lazy("Var"),
    ),
    Report(
        "lasbarhet",
        gettext_lazy("Svåra texter"),
        gettext_lazy("Sidor med LIX över 40. Korta meningar och vanliga ord gör mest."),
        gettext_lazy("Alla sidor har LIX under 40."),
        lambda user, _today: findings.heavy(_published(user)),
        gettext_lazy("Gör så här"),
    ),
    Report(
        "kontakter",
        gettext_lazy("Kontakter att se över"),
        gettext_lazy("Kontakter som ingen når, eller vars andra tider har varit. De visas på många sidor."),
        gettext_lazy("Alla kontakter går att nå."),
        lambda user, today: contacts.lacking(hers.contacts(user), today=today),
        gettext_lazy("Gör så här"),
    ),
)
BY_CODE: Mapping[str, Report] = {report.code: report for report in REPORTS}

"""How the search for somebody goes, in numbers and in words.

Never by name: who said no is between her and the planner. The one exception is the one whom the manager wished for.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, F, Max, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from booking.models import Asking, Enquiry, Interest, Order
from booking.templatetags.shifts import by
from booking.weeks import local_day

ANSWERABLE = Q(status__in=[*Enquiry.ASKED, Enquiry.Status.WAITING_YES])


@dataclass(frozen=True, slots=True)
class Progress:
    """How the search goes in this round."""

    asked: int = 0
    no: int = 0
    closes: datetime | None = None  # when the last answer must be in
    interested: int = 0
    opens: datetime | None = None  # when asking begins, if it waits for the morning
    exhausted: bool = False


def of(orders: Sequence[Order], *, now: datetime) -> Mapping[uuid.UUID, Progress]:
    """By order; those of whom nobody has been asked and nobody is interested are missing. Three queries."""
    asked = Enquiry.objects.put().filter(order__in=orders, round=F("order__round")).values("order")
    numbers = asked.annotate(
        asked=Count("pk"),
        no=Count("pk", filter=Q(status=Enquiry.Status.NO)),
        closes=Max("answer_by", filter=ANSWERABLE & Q(answer_by__gt=now)),
    )
    live = Interest.objects.live().filter(order__in=orders, round=F("order__round")).values("order")
    found: defaultdict[uuid.UUID, dict[str, Any]] = defaultdict(dict)
    for row in (*numbers, *live.annotate(interested=Count("pk")), *_askings(orders)):
        found[row["order"]] |= {name: value for name, value in row.items() if name != "order"}
    return {order: Progress(**row) for order, row in found.items()}


def _askings(orders: Sequence[Order]) -> Iterator[dict[str, Any]]:
    """Of the latest drive of each order in this round: when it begins, or that it has come to its end."""
    drives = Asking.objects.filter(order__in=orders, round=F("order__round")).order_by("started_at", "pk")
    for drive in drives:
        waits = drive.ended_at is None and drive.waves == 0
        opens = drive.next_wave_at if waits else None
        yield {"order": drive.order_id, "opens": opens, "exhausted": drive.exhausted_at is not None}


def in_words(order: Order, progress: Progress, *, now: datetime) -> list[str]:
    """What an order that lacks somebody waits for: Frågat 6, 1 nej, stänger 07.10."""
    today = local_day(now)
    if order.returned_at:
        return [_("Returnerad av bemanningen: %(why)s") % {"why": order.return_reason}]
    if order.stopped_at:
        return [_("Stoppad %(when)s. Inget går ut, och inget ja bokar.") % {"when": by(order.stopped_at, today)}]
    return [*_asking(order, progress, now), *_others(progress)]


def _asking(order: Order, progress: Progress, now: datetime) -> Iterator[str]:
    today = local_day(now)
    if order.wished and order.wished_until and order.wished_until > now:
        facts = {"who": order.wished, "when": by(order.wished_until, today)}
        yield _("Reserverad för %(who)s till %(when)s. Sedan får andra se passet.") % facts
    if progress.opens and progress.opens > now:
        yield _("Vikarier frågas från %(when)s.") % {"when": by(progress.opens, today)}
    if progress.asked:
        facts = {"asked": progress.asked, "no": progress.no}
        if progress.closes:
            facts |= {"when": by(progress.closes, today)}
            yield _("Frågat %(asked)d, %(no)d nej, stänger %(when)s.") % facts
        else:
            yield _("Frågat %(asked)d, %(no)d nej.") % facts
    if progress.exhausted:
        yield _("Alla som kan ta passet är tillfrågade. Bemanningen söker vidare.")


def _others(progress: Progress) -> Iterator[str]:
    if progress.interested:
        number = {"n": progress.interested}
        yield ngettext("%(n)d har anmält intresse.", "%(n)d har anmält intresse.", progress.interested) % number
    elif not progress.asked:
        yield _("Ingen har anmält intresse än.")

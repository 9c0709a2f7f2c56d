"""A planner asks those who could work on a day, and have said nothing of it, whether they have time: one message."""

import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from booking import receivers
from booking.models import TimeAsked
from booking.operations import writing
from booking.operations.deciding import decision, locked_substitutes
from booking.operations.refusals import Refused
from booking.period import whole_day
from messaging import choices, ways
from people import access
from people.history import record
from people.models import Agreement, Area, Occupation, Substitute, User

LIKE = "reminder.availability"
"""Who has turned off what is said of empty weeks wants no questions of empty days either."""


@dataclass(frozen=True, slots=True)
class Askable:
    """Who may be asked of a day: those who have not been, and those who have."""

    anew: list[Substitute]
    before: list[Substitute]

    def people(self, *, again: bool) -> list[Substitute]:
        """Those who are asked; `again`: also who has been."""
        return [*self.anew, *self.before] if again else self.anew


def askable(area: Area, day: date, *, by: User, occupation: Occupation | None = None) -> Askable:
    """Who could work there that day and has put in no time, has no shift, is not away and wants such messages.

    As many queries for one as for hundreds.
    """
    span = whole_day(day)
    papers = Agreement.objects.touching(span).filter(Q(area=area) | Q(workplace__area=area), substitute=OuterRef("pk"))
    if occupation:
        papers = papers.filter(occupation=occupation)
    could = Substitute.objects.active().filter(Exists(papers), by_hand_only=False, user__protected=False)
    could = could.filter(receivers.said_nothing_in(span)).select_related("user")
    rows = list(access.scope(by, could, "write").order_by("user__first_name", "user__last_name", "pk"))
    asked = set(TimeAsked.objects.filter(area=area, day=day).values_list("substitute", flat=True))
    with choices.known(one.user for one in rows):
        wanting = [one for one in rows if ways.reaches(one.user, LIKE)]
    return Askable([one for one in wanting if one.pk not in asked], [one for one in wanting if one.pk in asked])


@decision
def ask(  # noqa: PLR0913 (each is a part of the question)
    area: Area,
    day: date,
    to: Collection[Substitute],
    body: str,
    *,
    by: User,
    command: uuid.UUID,
    at: datetime,
    at_once: bool = False,
    again: bool = False,
) -> int:
    """Ask those of them who are still to be asked; how many that is.

    The same `command` asks once. Somebody who has been asked of the day meanwhile is not asked twice, unless `again`.
    `Refused` if nobody is left, and as `writing.write` refuses.
    """
    locked_substitutes([one.pk for one in to])
    if done := TimeAsked.objects.filter(command=command).count():
        return done
    people = _still(to, askable(area, day, by=by).people(again=again))
    if not people:
        raise Refused(_("Ingen är kvar att fråga: alla har lagt in tid, är bokade, är borta eller redan tillfrågade."))
    writing.write(people, body, by=by, command=command, at=at, at_once=at_once)
    TimeAsked.objects.bulk_create(
        TimeAsked(area=area, day=day, substitute=one, asked_by=by, asked_at=at, command=command) for one in people
    )
    record(area, "area.ask_for_time", by=by, at=at, area_id=area.pk, day=day.isoformat(), number=len(people))
    return len(people)


def _still(to: Collection[Substitute], now: Iterable[Substitute]) -> list[Substitute]:
    keys = {one.pk for one in to}
    return [one for one in now if one.pk in keys]

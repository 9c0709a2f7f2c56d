"""What waits for a planner, each in a sentence that says what has happened and what is so now."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.models import Order, PlannerTask, WorkplaceRequest
from booking.templatetags.shifts import by
from booking.weeks import local_day
from people import access
from people.models import Substitute, User

Kind = PlannerTask.Kind

SENTENCES: Mapping[str, str | Promise] = {
    Kind.LATE_YES: gettext_lazy("%(who)s svarade ja efter svarstiden. Passet saknar fortfarande vikarie."),
    Kind.NO_AFTER_WON: gettext_lazy("%(who)s svarade nej efter att ha fått passet. Bokningen gäller tills du avbokar."),
    Kind.PAPER_ENDED: gettext_lazy("%(who)s är bokad men saknar något som passet kräver: %(lost)s."),
    Kind.ABSENT_YET_BOOKED: gettext_lazy("%(who)s är bokad men frånvarande då. Bokningen gäller tills du avbokar."),
    Kind.BLOCKED_YET_BOOKED: gettext_lazy(
        "%(who)s är bokad men spärrad på arbetsplatsen. Bokningen gäller tills du avbokar."
    ),
    Kind.EXHAUSTED: gettext_lazy("Alla som passar är tillfrågade. Passet saknar fortfarande vikarie."),
    Kind.ASKING_WAITS: gettext_lazy("Förfrågningarna väntar till morgonen. De börjar gå ut %(opens)s."),
    Kind.NO_SMS: gettext_lazy("%(who)s får inga sms. Förfrågan syns i portalen. Ring om det är bråttom."),
    Kind.CALL: gettext_lazy("Passet börjar snart och saknar vikarie. Ring i turordning."),
    Kind.WISHED_WORKPLACE: gettext_lazy("%(who)s vill jobba på en ny arbetsplats och väntar på svar."),
    Kind.LATE: gettext_lazy("%(who)s kommer senare. Väntas %(expected)s."),
    Kind.REGRETTED: gettext_lazy("%(who)s ångrade sitt ja. Passet saknar vikarie igen."),
    Kind.WORKED_OTHERWISE: gettext_lazy("%(who)s arbetade en annan tid, skriver arbetsplatsen: %(note)s"),
    Kind.SCHEDULE_CHANGED: gettext_lazy("Schemat har inte kvar tiden där %(who)s är bokad. Bokningen gäller."),
    Kind.TIME_DISPUTED: gettext_lazy("%(who)s säger att tiden som är antecknad är fel: %(note)s"),
}
ICONS = {
    Kind.LATE_YES: "clock",
    Kind.NO_AFTER_WON: "x",
    Kind.PAPER_ENDED: "doc",
    Kind.ABSENT_YET_BOOKED: "temp",
    Kind.BLOCKED_YET_BOOKED: "stop",
    Kind.EXHAUSTED: "users",
    Kind.ASKING_WAITS: "moon",
    Kind.NO_SMS: "sms",
    Kind.CALL: "phone",
    Kind.WISHED_WORKPLACE: "pin",
    Kind.LATE: "clock",
    Kind.REGRETTED: "undo",
    Kind.WORKED_OTHERWISE: "edit",
    Kind.TIME_DISPUTED: "edit",
    Kind.SCHEDULE_CHANGED: "calendar",
}
OF_WORKED_TIME = {Kind.WORKED_OTHERWISE, Kind.TIME_DISPUTED}
"""What is dealt with where the time is corrected."""

PAPERS: Mapping[str, Promise] = {
    "agreement": gettext_lazy("avtal"),
    "competence": gettext_lazy("kompetens"),
    "introduced": gettext_lazy("introduktion"),
    "records_check": gettext_lazy("registerkontroll"),
    "account": gettext_lazy("ett öppet konto"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A task as it is shown; without a shift or a person that the reader may not see."""

    task: PlannerTask
    sentence: str
    icon: str
    order: Order | None
    person: Substitute | None
    wish: WorkplaceRequest | None = None

    @property
    def address(self) -> str:
        """Where it is dealt with."""
        if self.wish:
            return reverse("workplace_request:inspect", args=[self.wish.pk])
        if self.order is None:
            return ""
        if self.task.kind in OF_WORKED_TIME and self.task.booking_id:
            return reverse("booking_desk:inspect", args=[self.task.booking_id])
        page = reverse("order:inspect", args=[self.order.pk])
        return f"{page}#ring" if self.task.kind == Kind.CALL else page

    @property
    def to_be_called(self) -> bool:
        """Whether her number is of use here."""
        return self.task.kind in {Kind.NO_SMS, Kind.LATE} and self.person is not None


def of(tasks: Iterable[PlannerTask], *, seen_by: User, now: datetime) -> list[Row]:
    """The rows of a page; two queries, and one more for those who wish for a workplace."""
    tasks = list(tasks)
    wishes = _wishes(seen_by, tasks)
    orders = _seen(seen_by, Order, {task.order_id for task in tasks})
    people = _seen(seen_by, Substitute, {task.substitute_id for task in tasks})
    return [
        Row(
            task,
            _sentence(task, now=now),
            ICONS[Kind(task.kind)],
            task.order if task.order_id in orders else None,
            task.substitute if task.substitute_id in people else None,
            wishes.get(str(task.facts.get("request", ""))),
        )
        for task in tasks
    ]


def _seen(user: User, model: type[Order | Substitute], keys: set[uuid.UUID | None]) -> set[uuid.UUID | None]:
    return set(access.scope(user, model._default_manager.filter(pk__in=keys)).values_list("pk", flat=True))


def _wishes(user: User, tasks: Iterable[PlannerTask]) -> Mapping[str, WorkplaceRequest]:
    """What the tasks are answered on, by the key in their facts."""
    keys = {task.facts["request"] for task in tasks if "request" in task.facts}
    rows = WorkplaceRequest.objects.for_a_list().filter(pk__in=keys)
    return {row.pk.hex: row for row in access.scope(user, rows)} if keys else {}


def _sentence(task: PlannerTask, *, now: datetime) -> str:
    lost = task.facts.get("lost", [])
    facts = {
        "who": task.substitute or _("Någon"),
        "lost": ", ".join(str(PAPERS.get(code, code)) for code in lost),
        "note": task.facts.get("note", ""),
        "opens": _moment(task.facts.get("opens"), now),
        "expected": _moment(task.facts.get("expected"), now),
    }
    return str(SENTENCES[task.kind]) % facts


def _moment(written: str | None, now: datetime) -> str:
    return by(datetime.fromisoformat(written), local_day(now)) if written else ""

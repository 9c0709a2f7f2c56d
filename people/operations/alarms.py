"""Alarms for the system owner: raised once a day of each kind, and taken care of by somebody."""

from datetime import datetime

from django.db import transaction

from people.days import day_of
from people.history import record
from people.models import Alarm, RoleAssignment, User
from people.models.user import let_in
from people.roles import SYSTEM_OWNER


@transaction.atomic
def sound(kind: Alarm.Kind, *, at: datetime, **facts: int) -> Alarm | None:
    """The alarm, if it is the first of its kind that day; nothing if it has sounded."""
    alarm, new = Alarm.objects.get_or_create(kind=kind, day=day_of(at), defaults={"raised_at": at, "facts": facts})
    return alarm if new else None


def owners(*, at: datetime) -> list[User]:
    """The system owners of that moment, who are told of what somebody must see to."""
    holding = RoleAssignment.objects.in_force(now=at).filter(role=SYSTEM_OWNER.code).values("user")
    return list(User.objects.filter(let_in(at), pk__in=holding).order_by("pk"))


@transaction.atomic
def see_to(alarm: Alarm, *, by: User, at: datetime) -> None:
    """She has taken care of it; twice is once."""
    if Alarm.objects.filter(pk=alarm.pk, seen_at=None).update(seen_at=at, seen_by=by):
        record(alarm, "alarm.see_to", by=by, at=at, area_id=None, kind=alarm.kind)

"""Handing a role to a colleague for some days, as before a holiday, and taking it back.

She has it in her place beside her own, no wider and no longer than the one who hands it over has it, and hands it to
nobody else. One who has the same role of her own may stand in too: what is told of the other's orders goes to her then.
When it is over the row goes; the history keeps it.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from people.days import begins, day_of, is_over
from people.history import record
from people.models import RoleAssignment, User
from people.operations.refusals import Refused

GIVEN, ENDED = "roleassignment.delegate", "roleassignment.end"
LONGEST = timedelta(days=92)
FURTHEST = timedelta(days=366)
"""How far ahead it may begin."""

Tell = Callable[[RoleAssignment, str, datetime], None]
"""Told of a role in another's place, of `GIVEN` or `ENDED`, and when; the row is still there."""

_tellers: list[Tell] = []


def told_by(tell: Tell) -> None:
    """Register what tells both of them."""
    _tellers.append(tell)


@transaction.atomic
def delegate(role: RoleAssignment, to: User, *, first: date, last: date, by: User, at: datetime) -> RoleAssignment:
    """Let `to` have the role in its holder's place from the first day through the last; twice is once."""
    held = _locked(role)
    if held is None:
        raise Refused(role=_("Du har inte rollen längre."))
    if reasons := _why_not_then(held, first, last, at):
        raise Refused(**reasons)
    days = {"starts": begins(first), "ends": is_over(last)}
    if same := held.delegations.filter(user=to, **days).first():
        return same
    if reasons := _why_not_her(held, to, **days):
        raise Refused(**reasons)
    place: dict[str, Any] = {"area": held.area, "workplace": held.workplace}
    given = RoleAssignment.objects.create(user=to, role=held.role, delegated_from=held, **place, **days)
    _finish(given, GIVEN, by=by, at=at)
    return given


@transaction.atomic
def end(given: RoleAssignment, *, by: User | None, at: datetime) -> None:
    """Take it back at once, or before it has begun, and tell both; what is ended already stays so."""
    row = _locked(given)
    if row and row.delegated_from:
        _finish(row, ENDED, by=by, at=at)
        row.delete()


def end_all(user: User, *, by: User | None, at: datetime) -> None:
    """Take back what she has handed to others, and what she has in others' places."""
    rows = RoleAssignment.objects.delegated()
    for given in rows.filter(delegated_from__user=user) | rows.filter(user=user):
        end(given, by=by, at=at)


def written_down(assignment: RoleAssignment, action: str, *, by: User | None, at: datetime) -> None:
    """The history of a role; of one in another's place also whose, and for how long."""
    area = assignment.area_id or (assignment.workplace.area_id if assignment.workplace else None)
    facts: dict[str, object] = {"role": assignment.role, "user": assignment.user_id}
    if assignment.delegated_from:
        facts |= {"instead_of": assignment.delegated_from.user_id}
    if assignment.source:
        facts["source"] = assignment.source
    for name in ("starts", "ends"):
        if moment := getattr(assignment, name):
            facts[name] = moment.isoformat()
    record(assignment, action, by=by, at=at, area_id=area, **facts)


def _finish(given: RoleAssignment, action: str, *, by: User | None, at: datetime) -> None:
    written_down(given, action, by=by, at=at)
    ran_out = action == ENDED and given.ends is not None and given.ends <= at
    for tell in () if ran_out else _tellers:  # its last day was told when it was handed over
        tell(given, action, at)


def _locked(role: RoleAssignment) -> RoleAssignment | None:
    rows = RoleAssignment.objects.select_for_update(of=("self",))
    return rows.select_related("user", "area", "workplace", "delegated_from__user").filter(pk=role.pk).first()


def _why_not_then(held: RoleAssignment, first: date, last: date, at: datetime) -> dict[str, str]:
    today = day_of(at)
    if held.delegated_from_id:
        return {"role": _("Rollen har du i någon annans ställe. Den kan inte lämnas vidare.")}
    if first < today or first > today + FURTHEST:
        return {"first": _("Välj en dag från och med i dag och högst ett år fram.")}
    if last < first:
        return {"last": _("Sista dagen kan inte ligga före den första.")}
    if last - first >= LONGEST:
        return {"last": _("Välj högst %(n)d dagar.") % {"n": LONGEST.days}}
    if held.ends and is_over(last) > held.ends:
        return {"last": _("Din egen roll slutar tidigare.")}
    return {}


def _why_not_her(held: RoleAssignment, to: User, starts: datetime, ends: datetime) -> dict[str, str]:
    if to.pk == held.user_id:
        return {"who": _("Välj någon annan än dig själv.")}
    if not to.is_active or to.has_ended(now=starts) or to.protected:
        return {"who": _("Personen kan inte vara ersättare.")}
    if held.delegations.filter(user=to, starts__lt=ends, ends__gt=starts).exists():
        return {"who": _("%(person)s ersätter dig redan någon av dagarna.") % {"person": to}}
    return {}

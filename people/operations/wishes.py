"""What she would like: taken into account where it can be, promised nowhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from people.history import record
from people.models import Locality, Substitute, User, Workplace
from people.operations import accounts, areas
from people.operations.locking import locked
from people.operations.refusals import Refused


@dataclass(frozen=True, slots=True)
class Wishes:
    """Hours a week, workplaces, and from where how far at most. What is not said is none."""

    weekly_hours: int | None = None
    workplaces: Sequence[Workplace] = ()
    locality: Locality | None = None
    farthest_km: int | None = None


def of(substitute: Substitute) -> Wishes:
    """What she has said."""
    return Wishes(
        weekly_hours=substitute.wished_weekly_hours,
        workplaces=tuple(substitute.wished_workplaces.order_by("name", "pk")),
        locality=substitute.locality,
        farthest_km=substitute.farthest_km,
    )


@transaction.atomic
def wish(substitute: Substitute, wishes: Wishes, *, by: User, at: datetime) -> Substitute:
    """Write down what she would like, in place of what she said before. Where she lives is in no history."""
    substitute = locked(substitute)
    if wishes.locality or wishes.farthest_km:
        accounts.demand_open(substitute.user, "locality")
    reached = set(substitute.agreements.not_over(now=at).workplaces().values_list("pk", flat=True))
    if not {place.pk for place in wishes.workplaces} <= reached:
        raise Refused(workplaces=_("Välj bland dina arbetsplatser."))
    changed = _changed(of(substitute), wishes)
    if not changed:
        return substitute
    substitute.wished_weekly_hours = wishes.weekly_hours
    substitute.locality, substitute.farthest_km = wishes.locality, wishes.farthest_km
    substitute.save(update_fields=["wished_weekly_hours", "locality", "farthest_km"])
    substitute.wished_workplaces.set(wishes.workplaces)
    record(substitute, "substitute.wish", by=by, at=at, area_id=areas.of_substitute(substitute), changed=changed)
    return substitute


def _changed(before: Wishes, after: Wishes) -> list[str]:
    """The names of what is new, and no more than that."""
    are_new = {
        "wished_weekly_hours": before.weekly_hours != after.weekly_hours,
        "wished_workplaces": {place.pk for place in before.workplaces} != {place.pk for place in after.workplaces},
        "locality": before.locality != after.locality,
        "farthest_km": before.farthest_km != after.farthest_km,
    }
    return [name for name, is_new in are_new.items() if is_new]

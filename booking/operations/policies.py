"""What an area or a workplace decides on how its orders are offered."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from booking import policy_steps
from booking.models import Policy
from booking.policy_settings import SETTINGS
from people.history import record
from people.models import Area, User, Workplace
from people.operations import areas
from people.operations.refusals import Refused

A_MINUTE = timedelta(minutes=1)


@transaction.atomic
def decide(place: Area | Workplace, said: Mapping[str, object], *, by: User, at: datetime) -> Policy:
    """Decide what is said, by the names of `OfferTerms`; `None` goes back to what holds one step up.

    What is not named stays as it is. Raises `Refused` with a sentence for each thing that cannot be meant.
    """
    if faults := {name: fault for name, value in said.items() if (fault := SETTINGS[name].fault(value))}:
        raise Refused(**faults)
    policy = _locked(place)
    before = policy.said()
    for name, value in said.items():
        setattr(policy, name, _emptied(name) if value is None else value)
    changes = [
        {"name": name, "before": plain(before.get(name)), "after": plain(policy.said().get(name))}
        for name in said
        if before.get(name) != policy.said().get(name)
    ]
    if changes:
        policy.save()
        _refuse_an_assistant_without_hours(place)
        record(policy, "policy.decide", by=by, at=at, area_id=areas.of_place(place), changes=changes)
    return policy


def plain(value: object) -> object:
    """The value as the history keeps it: minutes, 21:00, a code, a number, yes or no; `None` is not decided."""
    if isinstance(value, timedelta):
        return int(value / A_MINUTE)
    return value.isoformat("minutes") if isinstance(value, time) else value


def _locked(place: Area | Workplace) -> Policy:
    """The place's row, made if there is none, with nobody else at it."""
    where = {"area": place} if isinstance(place, Area) else {"workplace": place}
    made, _new = Policy.objects.get_or_create(**where)
    policy = Policy.objects.select_for_update(of=("self",)).get(pk=made.pk)
    for name, known in where.items():
        setattr(policy, name, known)  # the place knows of the row that is being decided on, and of no older one
    return policy


def _emptied(name: str) -> str | None:
    return None if Policy._meta.get_field(name).null else ""


def _refuse_an_assistant_without_hours(place: Area | Workplace) -> None:
    terms = policy_steps.of(place).terms
    if terms.assistant_to <= terms.assistant_from:
        raise Refused(assistant_to=_("Välj en tid som är senare än den då den börjar."))

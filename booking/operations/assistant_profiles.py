"""What a booking assistant is set to do: kept, changed, turned on and off, and taken away."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from booking.models import AssistantProfile, Kind
from booking.operations.deciding import decision
from booking.policy_settings import SETTINGS
from booking.policy_words import length
from people import changes
from people.history import has_done, record
from people.models import User
from people.operations.refusals import Refused
from portal.templatetags.times import clock

FURTHEST = timedelta(days=366)
NOT_SETTINGS = {"is_on", "changed_at", "changed_by", "removed_at"}
Tied = Mapping[str, Collection[Any]]
"""What a profile is to be tied to, by field: areas, workplaces, occupations, reasons, rule profiles."""


@decision
def save(profile: AssistantProfile, tied: Tied, *, seen: str = "", by: User, at: datetime) -> AssistantProfile:
    """Keep what is said of it from now on; a new one is off. The same again is the one that is there.

    `seen` is the mark of it on the page that was answered, empty for a new one: what somebody else has changed since is
    not overwritten. Raises `Refused` with a sentence for each field that cannot be meant.
    """
    was = AssistantProfile.objects.select_for_update().filter(pk=profile.pk).first()
    if was and not seen and has_done(by, "assistantprofile.add", profile.pk):
        return was
    profile.changed_by, profile.changed_at = by, at
    if faults := dict(_faults(profile, tied)):
        raise Refused(**faults)
    told = _told(profile, was, tied)
    if was and seen and not told:
        return was
    if was and seen != changes.mark_of(was):
        raise Refused(name=_("Någon har ändrat assistenten sedan du öppnade sidan. Kontrollera och spara igen."))
    profile.is_on, profile.removed_at = (was.is_on, was.removed_at) if was else (False, None)
    profile.save(force_insert=was is None)
    for name, rows in tied.items():
        getattr(profile, name).set(rows)
    _record(profile, "change" if was else "add", by=by, at=at, called=profile.name, changes=told)
    return profile


@decision
def switch(profile: AssistantProfile, *, on: bool, by: User, at: datetime) -> bool:
    """Let it work, or not, from this moment; whether that is another than before."""
    row = _locked(profile)
    if row.removed_at or row.is_on == on:
        return False
    _switch(row, on=on, by=by, at=at)
    return True


@decision
def switch_all_off(profiles: Collection[AssistantProfile], *, by: User, at: datetime) -> int:
    """None of them works from this moment; how many did."""
    rows = AssistantProfile.objects.select_for_update().filter(pk__in=[each.pk for each in profiles], is_on=True)
    on = list(rows.order_by("pk"))
    for row in on:
        _switch(row, on=False, by=by, at=at)
    return len(on)


@decision
def remove(profile: AssistantProfile, *, by: User, at: datetime) -> None:
    """Off, and found by nobody; its runs stay, and tell why shifts went to whom they did. Twice is once."""
    row = _locked(profile)
    if row.removed_at:
        return
    row.is_on, row.removed_at, row.changed_by, row.changed_at = False, at, by, at
    row.save(update_fields=["is_on", "removed_at", "changed_by", "changed_at"])
    _record(row, "remove", by=by, at=at, called=row.name)


def _locked(profile: AssistantProfile) -> AssistantProfile:
    return AssistantProfile.objects.select_for_update().get(pk=profile.pk)


def _switch(row: AssistantProfile, *, on: bool, by: User, at: datetime) -> None:
    row.is_on, row.changed_by, row.changed_at = on, by, at
    row.save(update_fields=["is_on", "changed_by", "changed_at"])
    _record(row, "turn_on" if on else "turn_off", by=by, at=at, called=row.name)


def _record(row: AssistantProfile, verb: str, *, by: User, at: datetime, **facts: object) -> None:
    """What spans several areas is of none of them: those who reach it all read it on its own page."""
    areas = list(row.areas.values_list("pk", flat=True)[:2])
    of_one = areas[0] if len(areas) == 1 else None
    record(row, f"assistantprofile.{verb}", by=by, at=at, area_id=of_one, **facts)


def _faults(profile: AssistantProfile, tied: Tied) -> Sequence[tuple[str, str]]:
    return [(name, sentence) for is_wrong, name, sentence in _checks(profile, tied) if is_wrong]


def _checks(profile: AssistantProfile, tied: Tied) -> Sequence[tuple[bool, str, str]]:
    areas = {area.pk for area in tied["areas"]}
    strangers = [str(place) for place in tied["workplaces"] if place.area_id not in areas]
    uneven = (profile.works_from is None) != (profile.works_to is None)
    interval = profile.interval and SETTINGS["assistant_interval"].fault(profile.interval)
    asks_first = profile.mode == AssistantProfile.Mode.BOOK and Kind.ASK_ME in profile.kinds
    return [
        (not areas, "areas", _("Välj minst ett område.")),
        (bool(strangers), "workplaces", _("Inte i de valda områdena: %(places)s.") % {"places": ", ".join(strangers)}),
        (profile.starts_within <= profile.starts_after, "starts_within", _("Välj en längre tid än tidigast om.")),
        (profile.starts_within > FURTHEST, "starts_within", _("Välj högst ett år.")),
        (profile.open_for > FURTHEST, "open_for", _("Välj högst ett år.")),
        (uneven, "works_to" if profile.works_to is None else "works_from", _("Skriv båda klockslagen, eller inget.")),
        (bool(interval), "interval", str(interval)),
        (asks_first, "kinds", _("Den som vill bli frågad först kan inte bokas utan att bli frågad.")),
    ]


def _told(profile: AssistantProfile, was: AssistantProfile | None, tied: Tied) -> list[changes.Change]:
    """What it says otherwise than it did, as it is read: 14 dygn, not 1209600 seconds."""
    many: Mapping[str, Collection[Model]] = tied
    found = [change for change in changes.of(profile, was, many) if change["name"] not in NOT_SETTINGS]
    for change in found:
        say = SAID.get(str(change["name"]))
        for when, row in (("before", was), ("after", profile)) if say else ():
            change[when] = say(getattr(row, str(change["name"]))) if row and say else None
    return [change for change in found if change["before"] != change["after"]]


def _kinds(kinds: Collection[str]) -> str:
    return ", ".join(str(Kind(kind).label) for kind in kinds)


def _length(value: timedelta | None) -> str | None:
    return None if value is None else length(value)


def _clock(value: time | None) -> str | None:
    return None if value is None else clock(value)


SAID: Mapping[str, Callable[[Any], str | None]] = {
    "kinds": _kinds,
    "starts_after": _length,
    "starts_within": _length,
    "open_for": _length,
    "interval": _length,
    "works_from": _clock,
    "works_to": _clock,
}

"""Two assistants, which are off, and what the first of them did yesterday; the second has been tried."""

import uuid
from datetime import datetime, time, timedelta

from booking.assistant import run as assistants
from booking.models import AssistantProfile, AssistantRun, Kind
from booking.period import local
from home.demo.cast import HOME_CARE, NURSE
from home.demo.ordering import DEMO, Need, order
from home.demo.world import World

PLACE = "Hemtjänst Norr"
Mode, Why = AssistantProfile.Mode, AssistantRun.Why

# What was missing yesterday: in how many working days, and when. Nobody has put in time for the night.
MISSING = ((6, "07:00-15:30"), (7, "07:00-15:30"), (8, "14:00-21:30"), (9, "21:00-07:00"))


def build(world: World) -> None:
    """Its orders lie so far ahead that nothing else of the demo meets them."""
    for number, hours in MISSING:
        order(world, Need(PLACE, NURSE, hours, "Semester"), world.workday(number), placed=timedelta(days=3))
    ten = local(world.day(-1), time(10))
    first = _profile(world, "Egen tid först", priority=1, mode=Mode.BOOK, kinds=[Kind.AVAILABLE, Kind.RESOURCE])
    second = _profile(
        world, "Frågar timavlönade", priority=2, mode=Mode.ASK, pay_form="hourly", open_for=timedelta(minutes=30)
    )
    _work(world, first, Why.NOW, at=ten)
    _work(world, second, Why.DRY, at=ten + timedelta(minutes=40))
    AssistantProfile.objects.filter(pk=first.pk).update(is_on=False)


def _profile(world: World, name: str, **said: object) -> AssistantProfile:
    profile = AssistantProfile.objects.create(
        name=name,
        is_on=said["mode"] == Mode.BOOK,
        starts_within=timedelta(days=21),
        changed_at=world.ago(days=5),
        changed_by=world.in_charge[HOME_CARE],
        **said,
    )
    profile.areas.add(world.areas[HOME_CARE])
    profile.workplaces.add(world.workplaces[PLACE])
    profile.occupations.add(world.occupations[NURSE])
    return profile


def _work(world: World, profile: AssistantProfile, why: AssistantRun.Why, *, at: datetime) -> None:
    command, by = uuid.uuid5(DEMO, f"{profile.name} {at}"), world.in_charge[HOME_CARE]
    run = assistants.start(profile, why=why, command=str(command), by=by, at=at)
    assistants.carry_out(run, now=lambda: at)

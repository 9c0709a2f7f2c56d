"""What the demo's areas have decided, and where its people stand with its places."""

from collections.abc import Mapping
from datetime import timedelta

from booking.offering import Days
from booking.operations import message_texts, policies
from home.demo.cast import ELDERLY, HOME_CARE, LSS, SCHOOL
from home.demo.people import OWNER
from home.demo.world import World
from people.models import Block, Favourite, RecordsCheck, RecordsCheckKind

# Wherever nothing else is said the defaults hold. People are asked of the nearest days at any hour, as a demo is shown
# at any hour.
ALL_HOURS: Mapping[str, object] = {"urgent_limit": timedelta(days=2)}
POLICIES: Mapping[str, Mapping[str, object]] = {
    HOME_CARE: ALL_HOURS,
    ELDERLY: {**ALL_HOURS, "direct_min_notice": timedelta(hours=2), "wave_size": 4},
    SCHOOL: {**ALL_HOURS, "direct_min_notice": timedelta(minutes=30), "direct_days": Days.WEEKDAYS},
    LSS: {**ALL_HOURS, "direct": False, "days_in_row": 8},
}
OWN_WORDS = "Hej. Vecka {vecka} är tom i din kalender. Lägg in när du kan jobba, så hör vi av oss. {länk}"
AT_NIGHT = "Nattpatrullen"
SHOWN = ("Tomasz Wiśniewski", "Linh Nguyen", "Yonas Tesfaye")
ISSUED_BEFORE = timedelta(days=20)


def build(world: World) -> None:
    """Decide, before anything is ordered."""
    owner = world.users[OWNER]
    for name, said in POLICIES.items():
        policies.decide(world.areas[name], said, by=owner, at=world.ago(days=300))
    policies.decide(world.workplaces[AT_NIGHT], {"direct": False}, by=owner, at=world.ago(days=90))
    message_texts.word(
        "reminder.availability", "sv", OWN_WORDS, seen=message_texts.FIRST, by=owner, at=world.ago(days=40)
    )
    _standing(world)


def _standing(world: World) -> None:
    planner = world.in_charge[ELDERLY]
    for name in SHOWN:
        RecordsCheck.objects.create(
            substitute=world.substitutes[name],
            kind=RecordsCheckKind.SCHOOL,
            issued_on=world.day(-200) - ISSUED_BEFORE,
            starts=world.midnight(-200),
            ends=world.midnight(165),
            checked_by=planner,
        )
    Favourite.objects.create(
        substitute=world.substitutes["Elin Back"],
        workplace=world.workplaces["Björkgården"],
        chosen_by=planner,
        chosen_at=world.ago(days=60),
    )
    Block.objects.create(
        substitute=world.substitutes["Nils Hedman"],
        workplace=world.workplaces["Gläntan"],
        asked_by=Block.AskedBy.SUBSTITUTE,
        reason="Släkt med en boende.",
        made_by=planner,
        made_at=world.ago(days=30),
    )

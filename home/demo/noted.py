"""What the planners have written about some of the substitutes, and a time that one of them told on the telephone."""

import uuid

from booking.models import Kind
from booking.operations import said_for_her
from home.demo.cast import ELDERLY, HOME_CARE, SCHOOL
from home.demo.ordering import DEMO
from home.demo.world import World, span
from people.models import RecordsCheck, RecordsCheckKind
from people.operations import notes

# Of whom, for the planners of which area, by whom, what, how many days ago.
NOTES = (
    ("Amira Hassan", HOME_CARE, "Karin Öberg", "Tar gärna kvällar med kort varsel. Ring hellre än att skriva.", 12),
    ("Amira Hassan", ELDERLY, "Karin Öberg", "Vill helst till Solgården. Kan visa nya vikarier runt där.", 40),
    ("Birgitta Norén", ELDERLY, "Karin Öberg", "Går på semester i juli. Frågade om fler nätter i höst.", 6),
)
A_YEAR, LEFT = 365, 18
"""Days that an extract holds, and days that those of the preschools have left."""


def build(world: World) -> None:
    """Three notes, one time, and the extracts of the preschools, which are soon to be shown anew."""
    for number, (name, area, planner, text, days) in enumerate(NOTES):
        notes.write(
            world.substitutes[name],
            world.areas[area],
            text,
            by=world.users[planner],
            command=uuid.uuid5(DEMO, f"note {number}"),
            at=world.ago(days=days),
        )
    said_for_her.put_in(
        world.substitutes["Birgitta Norén"],
        span(world.workday(6), "16:00-21:00"),
        kind=Kind.AVAILABLE,
        by=world.users["Karin Öberg"],
        at=world.ago(hours=20),
    )
    checks = RecordsCheck.objects.filter(kind=RecordsCheckKind.SCHOOL)
    checks.filter(substitute__agreements__area=world.areas[SCHOOL]).update(
        issued_on=world.day(LEFT - A_YEAR), ends=world.midnight(LEFT)
    )

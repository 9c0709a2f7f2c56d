"""The usual shifts of the workplaces that have a manager of their own."""

from datetime import time, timedelta

from booking.models import OrderTemplate
from booking.operations import order_templates
from home.demo.cast import CHILD, DELEGATION, NURSE, PUPIL
from home.demo.history import BREAKS, USUAL_BREAK
from home.demo.world import World

# Where, its name, what as, hours, what is required, and whether the portal may fill it.
USUAL = (
    ("Solgården", "Dag", NURSE, "07:00-16:00", (DELEGATION,), True),
    ("Solgården", "Kväll", NURSE, "14:00-21:30", (), True),
    ("Björkgården", "Dag", NURSE, "07:00-16:00", (), False),
    ("Förskolan Kastanjen", "Öppning", CHILD, "06:30-15:00", (), True),
    ("Förskolan Kastanjen", "Stängning", CHILD, "09:00-17:30", (), True),
    ("Västra skolan", "Skoldag", PUPIL, "08:00-15:00", (), False),
)
AGO = timedelta(days=90)


def build(world: World) -> None:
    """Each kept by whoever orders there."""
    for place, name, occupation, hours, required, allow_direct in USUAL:
        workplace = world.workplaces[place]
        starts, ends = (time.fromisoformat(part) for part in hours.split("-"))
        usual = OrderTemplate(
            workplace=workplace,
            name=name,
            occupation=world.occupations[occupation],
            starts=starts,
            ends=ends,
            break_minutes=BREAKS.get(hours, USUAL_BREAK),
            allow_direct=allow_direct,
        )
        competences = [world.competences[one] for one in required]
        order_templates.make(usual, competences=competences, by=world.orderer_of(workplace), at=world.now - AGO)

"""Where people live, and what some of them would like. The villages are as invented as the rest."""

from home.demo.world import World
from people.models import Locality
from people.operations import wishes
from people.operations.wishes import Wishes

# Name, latitude, longitude: around the workplaces.
LOCALITIES = (
    ("Älvsunda centrum", "66.90100", "19.80200"),
    ("Norrbyn", "66.92900", "19.78400"),
    ("Granheden", "66.87300", "19.86500"),
    ("Sjöviken", "66.91800", "19.91200"),
    ("Lomtjärn", "66.79500", "19.55000"),
)
# Whose, hours a week, workplaces, village, kilometres.
WISHES = (
    ("Amira Hassan", 25, ("Solgården", "Hemtjänst Centrum"), "Norrbyn", 15),
    ("Lars-Erik Sundin", 12, (), "Granheden", 30),
    ("Elin Back", 38, ("Björkgården",), "", None),
    ("Yonas Tesfaye", None, ("Gläntan", "Ängsvägen"), "Sjöviken", None),
)


def build(world: World) -> None:
    """The list to choose from, and what four have said."""
    villages = {
        name: Locality.objects.create(name=name, latitude=latitude, longitude=longitude)
        for name, latitude, longitude in LOCALITIES
    }
    for name, hours, places, village, kilometres in WISHES:
        said = Wishes(
            weekly_hours=hours,
            workplaces=tuple(world.workplaces[place] for place in places),
            locality=villages.get(village),
            farthest_km=kilometres,
        )
        wishes.wish(world.substitutes[name], said, by=world.users[name], at=world.ago(days=20))

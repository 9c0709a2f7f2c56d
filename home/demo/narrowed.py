"""The lists as the planners like to find them again."""

from datetime import timedelta

from booking.models import SavedView
from booking.operations import saved_views
from home.demo.world import World

# Whose, of which list, its name, and what it is narrowed to.
VIEWS = (
    ("Karin Öberg", SavedView.Of.ORDERS, "Saknas den här veckan", "when=vecka&status=open"),
    ("Karin Öberg", SavedView.Of.ORDERS, "Frågade som väntar", "status=vantar"),
    ("Samir Haddad", SavedView.Of.ORDERS, "Intresse att ta hand om", "status=intresse"),
)
AGO = timedelta(days=20)


def build(world: World) -> None:
    """Each planner's own."""
    for who, of, name, query in VIEWS:
        saved_views.save(of, name, query, by=world.users[who], at=world.now - AGO)

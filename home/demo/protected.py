"""Somebody whose name is hidden, and who keeps it."""

from datetime import date

from home.demo.cast import HOME_CARE, NURSE
from home.demo.world import World
from people.operations import substitutes
from people.operations.accounts import Person
from people.operations.papers import Terms

SARA = Person("Sara", "Lindh", "070-174 06 16", "sara.lindh@alvsunda.example")
BORN, EMPLOYEE_NUMBER = date(1988, 9, 15), "104301"


def build(world: World) -> None:
    """A planner takes her on, and hides her at once."""
    area = world.areas[HOME_CARE]
    terms = Terms(area, world.occupations[NURSE], world.day(-30))
    substitutes.take_on(
        SARA, born=BORN, employee_number=EMPLOYEE_NUMBER, terms=terms, protected=True,
        by=world.in_charge[HOME_CARE], at=world.ago(days=30),
    )  # fmt: skip

"""Two who want to work somewhere new: one waits for an answer, one is soon to be introduced."""

import uuid

from booking.operations import introductions, workplace_requests
from booking.operations.introductions import Shift
from home.demo.cast import NURSE
from home.demo.ordering import DEMO
from home.demo.places import INTRODUCTION
from home.demo.world import World, span
from people.operations import papers
from people.operations.papers import Terms

WAITING = ("Oskar Hedman", "Solgården", "Jag läser till undersköterska på kvällarna och vill prova äldreomsorg.")
PLANNED = ("Birgitta Norén", "Hemtjänst Norr", "Jag bor granne med er.")
DAYS_AHEAD, HOURS = 5, "07:00-12:00"


def build(world: World) -> None:
    """Ask, and let the planner answer the one who asked first."""
    for number, (name, place, text) in enumerate((WAITING, PLANNED), start=1):
        workplace_requests.ask(
            world.substitutes[name], world.workplaces[place], text=text, by=world.users[name],
            at=world.ago(days=2 * number, hours=3),
        )  # fmt: skip
    _introduce(world)


def _introduce(world: World) -> None:
    """An agreement first, then the shift."""
    name, place, _text = PLANNED
    workplace, occupation = world.workplaces[place], world.occupations[NURSE]
    planner, at = world.planner_of(workplace), world.ago(days=1, hours=4)
    substitute, period = world.substitutes[name], span(world.day(DAYS_AHEAD), HOURS)
    papers.agree(substitute, Terms(workplace, occupation, world.day(-1)), by=planner, at=at)
    shift = Shift(
        occupation, period.starts, period.ends, 0, uuid.uuid5(DEMO, INTRODUCTION),
        contact="Samordnaren", text="Du går bredvid en kollega hela passet.",
    )  # fmt: skip
    introductions.plan(substitute.workplace_requests.get(), shift, by=planner, at=at)

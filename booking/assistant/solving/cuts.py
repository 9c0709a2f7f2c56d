"""What a model does not know of: rest in a week, days in a row, the average, and booked work between two shifts.

A person whose answer breaks such a limit gets a sum more in the model: of the shifts that together break it, and of
those that would in their place on the same day, she has at least one less.
"""

from collections import defaultdict
from collections.abc import Sequence

from booking.assistant.problem import Person, Seat
from booking.assistant.solving.models import Model
from booking.assistant.solving.roster import Roster

ROUNDS = 4
"""Answers to a model, each with what was cut of the one before."""


def cut(model: Model, chosen: list[int], people: Sequence[Person], seats: Sequence[Seat]) -> int:
    """Add the sums that forbid what breaks a limit in the answer; how many."""
    of_person: dict[int, list[int]] = defaultdict(list)
    for choice in sorted(chosen, key=lambda choice: seats[model.seats[choice]].shift.starts):
        of_person[model.people[choice]].append(choice)
    added = 0
    for number, choices in of_person.items():
        person = people[number]
        if _holds(person, [seats[model.seats[choice]] for choice in choices]):
            continue
        least = _least(person, choices, model, seats)
        alike = _alike(person, least, model, seats)
        model.sums.append((alike, [1] * len(alike), len(least) - 1))
        added += 1
    return added


def _holds(person: Person, seats: list[Seat]) -> bool:
    roster = Roster(person)
    for seat in seats:
        if not roster.fits(seat):
            return False
        roster.add(seat)
    return True


def _least(person: Person, choices: list[int], model: Model, seats: Sequence[Seat]) -> list[int]:
    """As few of the choices as still break a limit: each is left out if the others do without it."""
    least = list(choices)
    for choice in choices:
        without = [other for other in least if other != choice]
        if not _holds(person, [seats[model.seats[other]] for other in without]):
            least = without
    return least


def _alike(person: Person, least: list[int], model: Model, seats: Sequence[Seat]) -> list[int]:
    """These choices, and those of the same person and day that break a limit in the place of one of them."""
    number, found = model.people[least[0]], list(least)
    days = {seats[model.seats[choice]].shift.day: choice for choice in least}
    tried: dict[object, bool] = {}
    for choice, (seat, who) in enumerate(zip(model.seats, model.people, strict=True)):
        shift = seats[seat].shift
        if who != number or choice in least or shift.day not in days:
            continue
        if shift not in tried:
            place = [seats[seat if one == days[shift.day] else model.seats[one]] for one in least]
            tried[shift] = not _holds(person, sorted(place, key=lambda each: each.shift.starts))
        if tried[shift]:
            found.append(choice)
    return found

"""Seeded municipal instances: the same seed gives the same people, orders and pairs."""

from array import array
from dataclasses import dataclass
from datetime import date

import numpy as np

from benchmarks.assistant.absences import Orders, orders
from benchmarks.assistant.booked import bookings, persons
from benchmarks.assistant.habits import HABITS, SHARES, Spans, availability
from benchmarks.assistant.times import OF_MINORS, START, Flags, Ints, Table, table
from benchmarks.assistant.town import OCCUPATIONS, Town, town
from benchmarks.assistant.weights import points
from booking.assistant.problem import Pairs, Problem, Seat

PART = 5_000
"""So many orders at a time are looked at, for the sake of memory."""


@dataclass(frozen=True, slots=True)
class Instance:
    """A problem, and beside it what the solver is not told: by seat and by person, for reports."""

    problem: Problem
    workplaces: "array[int]"  # by seat
    occupations: "array[int]"  # by seat, an index in `town.OCCUPATIONS`
    absences: "array[int]"  # by seat: those of the same absence have the same number
    stages: "array[int]"  # by person
    habits: "array[int]"  # by person, an index in `habits.HABITS`


def instance(substitutes: int, number: int, *, seed: int = 0, start: date = START) -> Instance:
    """So many people and orders, in the month that begins then."""
    dice = np.random.default_rng(seed)
    days = table(start)
    place = town(dice, substitutes, days.days)
    habit = dice.choice(len(HABITS), substitutes, p=SHARES)
    free = availability(dice, habit, days)
    booked = bookings(dice, place.people, habit, days)
    asked = orders(dice, place, days, number)
    people = persons(dice, place.people, booked, days)
    order, person, rank = _pairs(place, asked, days, free, booked.spans)
    worth = points(asked, order, person, rank, place.people, booked, days)
    problem = Problem(_seats(asked, days), people, Pairs(_column(order), _column(person), _column(worth, "q")))
    facts = (asked.place, asked.occupation, asked.block, place.people.stage, habit)
    return Instance(problem, *map(_column, facts))


def _seats(orders: Orders, table: Table) -> list[Seat]:
    columns = zip(orders.day.tolist(), orders.form.tolist(), orders.second.tolist(), strict=True)
    return [Seat(number, table.shifts[day][form], second) for number, (day, form, second) in enumerate(columns)]


def _pairs(town: Town, orders: Orders, table: Table, free: Spans, booked: Spans) -> tuple[Ints, Ints, Ints]:
    """Order, person, and how near it is among her workplaces; by order and person."""
    keys = town.key
    asked = orders.place * len(OCCUPATIONS) + orders.occupation
    lows, highs = np.searchsorted(keys, asked), np.searchsorted(keys, asked, side="right")
    parts = []
    for first in range(0, len(orders), PART):
        some = np.arange(first, min(first + PART, len(orders)))
        many = highs[some] - lows[some]
        order = np.repeat(some, many)
        at = np.arange(len(order)) + np.repeat(lows[some] - np.cumsum(many) + many, many)
        can = _can(town, orders, table, order, town.person[at], free, booked)
        parts.append((order[can], town.person[at][can], town.rank[at][can]))
    order, person, rank = (np.concatenate(column) for column in zip(*parts, strict=True))
    return order, person, rank


def _can(town: Town, orders: Orders, table: Table, order: Ints, person: Ints, free: Spans, booked: Spans) -> Flags:
    """Those who have the competences that day, said that they can, are free, and old enough."""
    day, form = orders.day[order], orders.form[order]
    starts, ends = table.starts[day, form], table.ends[day, form]
    return (
        free.covering(person, starts, ends)
        & ~booked.touching(person, starts, ends)
        & ((town.people.until[person] > day[:, None]) | ~orders.needs[order]).all(axis=1)
        & (OF_MINORS[form] | ~town.people.minor[person])
    )


def _column(numbers: Ints, code: str = "i") -> "array[int]":
    column = array(code)
    column.frombytes(numbers.astype(np.dtype(code)).tobytes())
    return column

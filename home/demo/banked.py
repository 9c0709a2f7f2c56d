"""Somebody who is paid by the month: her resource time, what she worked on it, her time bank, and jobs for her."""

import uuid
from datetime import timedelta
from functools import partial

from booking.models import Kind
from booking.operations import attendance, availability, time_bank
from home.demo.cast import BY_THE_MONTH, NURSE
from home.demo.ordering import DEMO, Need, book, let_sms_leave, order
from home.demo.world import World, span

# Days ago, where and when, within which time.
WORKED = (
    (33, Need("Björkgården", NURSE, "07:00-16:00", "Semester"), "06:00-22:00"),
    (19, Need("Solgården", NURSE, "14:00-22:00", "Vård av barn"), "14:00-22:00"),
    (8, Need("Björkgården", NURSE, "07:00-15:30", "Utbildning"), "06:00-22:00"),
)
BEFORE = timedelta(days=6)
ACUTE, EIGHT_HOURS = (3, 5), 480
RESOURCE, RESOURCE_HOURS = 11, "07:00-16:00"
# Days ahead, and what is out in Lediga jobb: one to move her time to, one within it, one of its own times.
WANTED = (
    (3, Need("Björkgården", NURSE, "14:00-22:00", "Vård av barn")),
    (11, Need("Solgården", NURSE, "08:00-15:00", "Utbildning")),
    (11, Need("Björkgården", NURSE, "07:00-16:00", "Utbildning")),
)
FREE, TAKEN = 12, 4 * 60  # how many days ago, and minutes


def build(world: World) -> None:
    """Three shifts that are approved, half a day that was taken out, and time ahead of two kinds, with jobs for it."""
    for days, need, hours in WORKED:
        _worked(world, days, need, hours)
    let_sms_leave()
    signe = world.substitutes[BY_THE_MONTH.name]
    planner = world.planner_of(world.workplaces["Solgården"])
    time_bank.take_out(
        signe,
        TAKEN,
        day=world.day(-FREE),
        key=uuid.uuid5(DEMO, "taken out"),
        note="Ledig eftermiddag, enligt överenskommelse",
        by=planner,
        at=world.ago(days=FREE + 3),
    )
    say = partial(availability.put_in, signe, by=signe.user, at=world.ago(days=4))
    acute = [span(world.day(days), "06:00-22:00") for days in ACUTE]
    say(acute, kind=Kind.ACUTE_RESOURCE, gives_time=True, shift_minutes=EIGHT_HOURS)
    say([span(world.day(RESOURCE), RESOURCE_HOURS)], kind=Kind.RESOURCE)
    for days, wanted in WANTED:
        order(world, wanted, world.day(days))


def _worked(world: World, days: int, need: Need, hours: str) -> None:
    """She lay open, was sent there, and the workplace approved it."""
    signe, day = world.substitutes[BY_THE_MONTH.name], world.day(-days)
    said = timedelta(days=days) + BEFORE
    period = span(day, hours)
    availability.put_in(signe, [period], kind=Kind.ACUTE_RESOURCE, gives_time=True, by=signe.user, at=world.now - said)
    made = order(world, need, day, placed=said - timedelta(days=1), advertise=False)
    booking = book(world, made, BY_THE_MONTH.name, ago=said - timedelta(days=2))
    by = world.orderer_of(made.workplace)
    attendance.attest(booking, by=by, at=booking.ends + timedelta(hours=14))

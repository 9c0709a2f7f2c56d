"""Time that is paid for already comes first, however the shift lies to it."""

import pytest

from booking.assistant import situation
from booking.assistant.choosing import Selection
from booking.assistant.policy import Stage
from booking.assistant.solver import Effort, solve
from booking.models import Kind, Order
from booking.rules import Channel
from tests.booking.banking import paid_by_the_month
from tests.cast import NOW, at
from tests.factories.booking import AvailabilityFactory, BookingFactory
from tests.factories.standing import PolicyFactory


def lay(substitute, hours, kind, **fields):
    starts, ends = (at(f"2026-05-14 {clock}") for clock in hours.split("-"))
    AvailabilityFactory(substitute=substitute, kind=kind, starts=starts, ends=ends, **fields)


@pytest.fixture
def people(town):
    """One of each kind, all with time for the order, 08.00–16.00."""
    names = ("exact", "inside", "movable", "monthly")
    found = {name: paid_by_the_month(town, name).maja for name in names} | {"hourly": town.substitute()}
    lay(found["exact"], "08:00-16:00", Kind.RESOURCE)
    lay(found["inside"], "07:00-17:00", Kind.RESOURCE)
    lay(found["movable"], "06:00-23:00", Kind.ACUTE_RESOURCE, shift_minutes=480)
    for name in ("monthly", "hourly"):
        lay(found[name], "08:00-16:00", Kind.AVAILABLE)
    return found


def considered(town, hours="08:00-16:00", selection=Selection()):  # noqa: B008 (frozen)
    starts, ends = hours.split("-")
    order = town.order(f"2026-05-14 {starts}", f"2026-05-14 {ends}")
    found = situation.of(Order.objects.filter(pk=order.pk), selection, channel=Channel.ASSISTANT, now=NOW)
    return {who: pair for (_order, who), pair in found.considered.items()}


def test_exact_inside_and_movable_are_all_chosen_before_monthly_and_hourly(town, people):
    pairs = considered(town)
    points = {name: pairs[who.pk].worth.total for name, who in people.items()}
    stages = {name: pairs[who.pk].stage for name, who in people.items()}

    assert stages == {
        "exact": Stage.RESOURCE, "inside": Stage.RESOURCE, "movable": Stage.RESOURCE,
        "monthly": Stage.MONTHLY, "hourly": Stage.HOURLY,
    }  # fmt: skip
    assert min(points[name] for name in ("exact", "inside", "movable")) > max(points["monthly"], points["hourly"])


def test_acute_time_that_is_used_up_is_thought_of_no_more(town, people):
    used = town.order("2026-05-14 17:00", "2026-05-14 20:00")
    BookingFactory(order=used, substitute=people["movable"])

    assert people["movable"].pk not in considered(town)


def test_a_profile_that_asks_for_acute_time_alone_takes_none_that_is_too_short(town, people):
    only = Selection(kinds=[Kind.ACUTE_RESOURCE])
    lay(people["monthly"], "16:00-23:00", Kind.ACUTE_RESOURCE, shift_minutes=120)

    assert set(considered(town, selection=only)) == {people["movable"].pk}
    assert not set(considered(town, "16:00-19:00", only)) & {people["monthly"].pk}


def test_she_may_be_limited_to_other_workplaces(town, elsewhere, people):
    people["exact"].availability.update(limited=True)
    people["exact"].availability.get().workplaces.add(elsewhere.workplace)

    assert people["exact"].pk not in considered(town)


@pytest.mark.parametrize(
    ("hours", "filled"), [(["07:00-13:00", "13:30-18:00"], 1), (["07:00-11:00", "12:00-16:00"], 2)]
)
def test_two_shifts_are_planned_on_acute_time_if_it_has_room_for_both(town, hours, filled):
    PolicyFactory(area=town.area, direct_second_shift_same_day=True)
    maja = paid_by_the_month(town, "movable").maja
    lay(maja, "06:00-23:00", Kind.ACUTE_RESOURCE, shift_minutes=480)
    for each in hours:
        town.order(*(f"2026-05-14 {clock}" for clock in each.split("-")))

    found = situation.of(Order.objects.all(), Selection(), channel=Channel.ASSISTANT, now=NOW)

    assert len(found.considered) == 2
    assert solve(found.problem, effort=Effort.THOROUGH).filled == filled

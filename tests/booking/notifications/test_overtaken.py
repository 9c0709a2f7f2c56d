"""Each kind that can be overtaken: it leaves as long as it holds, and no longer."""

import uuid
from collections.abc import Callable
from datetime import date

import pytest

from booking.models import Advert, Enquiry, Interest, Order, PayPeriod, WorkedTime, WorkplaceRequest
from booking.notifications.catalogue import CATALOGUE
from messaging import outbox
from messaging.models import Message
from tests.booking.notifications.examples import LATE, World, happen, posted
from tests.cast import NOW, at
from tests.factories.booking import AdvertFactory, AvailabilityFactory

Happening = Callable[[World], object]


def the_order(**fields: object) -> Happening:
    return lambda world: Order.objects.filter(pk=world.order.pk).update(**fields)


def the_booking(**fields: object) -> Happening:
    return lambda world: type(world.booking).objects.filter(pk=world.booking.pk).update(**fields)


def the_enquiries(**fields: object) -> Happening:
    return lambda world: Enquiry.objects.filter(substitute=world.substitute).update(**fields)


def the_interest(**fields: object) -> Happening:
    return lambda world: Interest.objects.filter(pk=world.interest.pk).update(**fields)


def the_wish(**fields: object) -> Happening:
    return lambda _world: WorkplaceRequest.objects.update(**fields)


def nothing(world: World) -> None:
    """All is as it was."""


def out_in_lediga_jobb(world: World) -> None:
    for order in world.released[1:3]:
        AdvertFactory(order=order)


def one_job_taken(world: World) -> None:
    Advert.objects.filter(order=world.released[1]).update(closed_at=NOW)


def every_job_taken(world: World) -> None:
    Order.objects.all().update(status=Order.Status.BOOKED)


def asked_only_later(world: World) -> None:
    Enquiry.objects.all().update(status=Enquiry.Status.QUEUED)
    Order.objects.filter(pk=world.order.pk).update(status=Order.Status.OPEN)


def told_that_she_is_late(world: World) -> None:
    """The orderer has heard that she comes later; then she comes in time after all."""
    happen("booking.late", world)
    Message.objects.filter(kind="booking.late").update(status=Message.Status.DELIVERED)


def said_by_her(world: World) -> None:
    fields = {"starts": world.booking.starts, "ends": world.booking.ends, "said_by": world.planner, "said_at": NOW}
    WorkedTime.objects.create(booking=world.booking, number=7, side="substitute", **fields)


def taken_back(_world: World) -> None:
    WorkedTime.objects.update(attested_at=None, attested_by=None)


def approved(world: World) -> None:
    the_booking(attested_at=NOW, attested_by=world.planner)(world)


def closed(world: World) -> None:
    PayPeriod.objects.create(
        first_day=date(2026, 5, 1), last_day=date(2026, 5, 31), closed_at=NOW, closed_by=world.planner
    )


IS_LATE = the_booking(expected_at=LATE)
ENDED = the_booking(ended_at=NOW, end_reason="other")
LATER = at("2026-05-13 08:00")
RETURNED = the_order(status=Order.Status.OPEN, returned_at=NOW, return_reason="Fel dag")

HOLDS: list[tuple[str, Happening]] = [
    ("booking.booked", nothing),
    ("booking.filled", nothing),
    ("booking.changed", nothing),
    ("booking.shortened", the_booking(ends=at("2026-05-13 14:10"))),
    ("booking.left_early", the_booking(ends=at("2026-05-13 14:10"))),
    ("booking.late", IS_LATE),
    ("booking.in_time", told_that_she_is_late),
    ("booking.emptied", the_order(status=Order.Status.OPEN)),
    ("interest.not_selected", ENDED),
    ("interest.lapsed", the_interest(status=Interest.Status.LAPSED)),
    ("enquiry.asked", nothing),
    ("enquiry.asked", the_enquiries(status=Enquiry.Status.UNDELIVERABLE)),
    ("enquiry.asked_many", nothing),
    ("enquiry.lost", ENDED),
    ("enquiry.closed", ENDED),
    ("order.returned", RETURNED),
    ("order.exhausted", the_order(status=Order.Status.OPEN)),
    ("order.asking_waits", asked_only_later),
    ("order.lapsed", the_order(status=Order.Status.LAPSED)),
    ("reminder.shift", nothing),
    ("reminder.availability", nothing),
    ("time.answered", approved),
    ("reminder.time", nothing),
    ("reminder.attest", said_by_her),
    ("jobs.released", out_in_lediga_jobb),
    ("workplace.active", the_wish(status="active")),
    ("workplace.introduced", the_wish(status="active")),
    ("workplace.declined", nothing),
]
OVERTAKEN: list[tuple[str, Happening, Happening, str]] = [
    ("booking.booked", nothing, ENDED, "bokningen är avslutad"),
    ("booking.filled", nothing, ENDED, "bokningen är avslutad"),
    ("booking.changed", nothing, ENDED, "bokningen är avslutad"),
    ("booking.shortened", nothing, ENDED, "bokningen är avslutad"),
    ("booking.shortened", nothing, the_booking(ends=at("2026-05-13 12:00")), "passet har fått en annan tid"),
    ("booking.left_early", nothing, ENDED, "bokningen är avslutad"),
    ("booking.late", IS_LATE, ENDED, "bokningen är avslutad"),
    ("booking.late", IS_LATE, the_booking(expected_at=None), "vikarien har sagt en annan tid"),
    ("booking.in_time", nothing, ENDED, "bokningen är avslutad"),
    ("booking.in_time", nothing, IS_LATE, "vikarien har sagt en annan tid"),
    ("booking.in_time", nothing, nothing, "förseningen hann aldrig meddelas"),
    ("booking.emptied", the_order(status="open"), the_order(status="booked"), "beställningen är inte längre öppen"),
    ("interest.not_selected", ENDED, the_booking(ended_at=None, end_reason=""), "vikarien fick passet ändå"),
    ("interest.lapsed", nothing, nothing, "intresseanmälan är öppen igen"),
    ("enquiry.asked", nothing, the_enquiries(status=Enquiry.Status.WITHDRAWN), "förfrågan är avslutad"),
    ("enquiry.asked_many", nothing, the_enquiries(status=Enquiry.Status.LOST), "förfrågan är avslutad"),
    ("enquiry.lost", ENDED, the_booking(ended_at=None, end_reason=""), "vikarien fick passet ändå"),
    ("enquiry.closed", ENDED, the_booking(ended_at=None, end_reason=""), "vikarien fick passet ändå"),
    ("order.returned", RETURNED, the_order(status="cancelled"), "beställningen ligger inte längre hos beställaren"),
    (
        "order.returned", RETURNED, the_order(returned_at=None, return_reason=""),
        "beställningen ligger inte längre hos beställaren",
    ),
    ("order.exhausted", the_order(status="open"), the_order(round=2), "beställningen är inte längre öppen"),
    ("order.asking_waits", asked_only_later, the_order(status="booked"), "beställningen är inte längre öppen"),
    ("order.asking_waits", asked_only_later, the_enquiries(status="sent"), "frågorna har börjat gå ut"),
    ("order.lapsed", nothing, the_order(status="booked"), "passet fick en vikarie"),
    ("reminder.shift", nothing, ENDED, "bokningen är avslutad"),
    ("reminder.shift", nothing, the_booking(starts=LATER), "passet har fått en annan tid"),
    (
        "reminder.availability", nothing,
        lambda world: AvailabilityFactory(
            substitute=world.substitute, starts=at("2026-05-24 07:00"), ends=at("2026-05-24 12:00")
        ),
        "tid är inlagd den veckan",
    ),
    ("time.answered", nothing, taken_back, "tiden gäller inte längre"),
    ("reminder.time", nothing, said_by_her, "tiden är bekräftad"),
    ("reminder.time", nothing, approved, "tiden är bekräftad"),
    ("reminder.time", nothing, closed, "tiden är bekräftad"),
    ("reminder.attest", nothing, approved, "tiden är bekräftad"),
    ("reminder.attest", nothing, the_booking(no_show=True), "tiden är bekräftad"),
    ("jobs.released", out_in_lediga_jobb, every_job_taken, "passen är inte längre lediga"),
    ("workplace.active", nothing, the_wish(status="asked"), "introduktionen räknas inte längre"),
    ("workplace.introduced", nothing, the_wish(status="asked"), "introduktionen räknas inte längre"),
    ("workplace.declined", nothing, the_wish(status="asked"), "önskemålet om arbetsplatsen är inte avslaget"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "world_is"), HOLDS)
def test_it_leaves_while_it_holds(code, world_is, usual):
    message = posted(code, usual)

    world_is(usual)

    assert outbox.overtaken(message) == ""


@pytest.mark.parametrize(("code", "before", "then", "why"), OVERTAKEN)
def test_it_stays_when_it_has_been_overtaken(code, before, then, why, usual):
    before(usual)
    message = posted(code, usual)

    then(usual)

    assert outbox.overtaken(message) == why


def test_each_kind_that_can_be_overtaken_is_tried_both_ways():
    asked = {code for code, kind in CATALOGUE.items() if kind.holds} - {"booking.ended"}  # with its own tests below

    assert asked == {code for code, *_ in HOLDS} == {code for code, *_ in OVERTAKEN}


def test_of_two_changes_the_last_is_told(usual):
    first = posted("booking.changed", usual)
    usual.order.terms_version = 2
    happen("booking.changed", usual)

    last = Message.objects.get(kind="booking.changed", facts__terms=2)
    assert (outbox.overtaken(first), outbox.overtaken(last)) == ("passet har fått en annan tid", "")


def test_one_job_still_out_is_enough(usual):
    out_in_lediga_jobb(usual)
    message = posted("jobs.released", usual)

    one_job_taken(usual)

    assert outbox.overtaken(message) == ""


@pytest.mark.parametrize("heard", ["booking.booked", "booking.changed", "reminder.shift"])
def test_who_heard_in_any_way_that_it_is_hers_hears_that_it_is_not(heard, usual):
    told = posted(heard, usual)
    told.pk, told.key, told.status = uuid.uuid4(), "heard before", told.Status.DELIVERED
    ended = posted("booking.ended", usual)
    told.save(force_insert=True)

    assert outbox.overtaken(ended) == ""


def test_who_never_heard_that_it_is_hers_hears_nothing(usual):
    assert outbox.overtaken(posted("booking.ended", usual)) == "bokningen hann aldrig meddelas"

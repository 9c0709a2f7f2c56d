"""What lies ahead: the time people have put in, who comes, what is still missing and who has been asked."""

import uuid
from collections.abc import Iterator
from datetime import date, timedelta

from booking.models import Absence, EndReason, Kind, Order, Origin
from booking.operations import absences, availability, orders, writing
from booking.period import Period, whole_day
from home.demo.cast import (
    AIDE,
    CHILD,
    DELEGATION,
    ELDERLY,
    LICENCE,
    LIFTING,
    NURSE,
    PUPIL,
    SUBSTITUTES,
    SUPPORT,
    Hand,
)
from home.demo.ordering import Need, ask, book, cancel_booking, order, say_no, want
from home.demo.world import World, span
from messaging import inbound

AMIRA = "Amira Hassan"
WEEKS_PUT_IN = 4
SOME_TIME = timedelta(minutes=37)
CENTRUM = "Hemtjänst Centrum"

# Who is booked: name, days from today, and what for.
BOOKED = (
    ("Lars-Erik Sundin", 0, Need("Björkgården", NURSE, "07:00-16:00")),
    ("Ingrid Wallin", 0, Need("Solgården", NURSE, "14:00-22:00", "Semester")),
    (AMIRA, 2, Need("Björkgården", NURSE, "07:00-16:00", text="Vi samlas i personalrummet.")),
    (AMIRA, 4, Need("Solgården", NURSE, "14:00-22:00")),
    (AMIRA, 12, Need(CENTRUM, NURSE, "07:00-15:30", "Semester", (LICENCE,))),
    ("Lars-Erik Sundin", 1, Need("Björkgården", NURSE, "07:00-16:00", "Semester", (DELEGATION,))),
    ("Lars-Erik Sundin", 3, Need(CENTRUM, NURSE, "07:00-15:30", competences=(LICENCE,))),
    ("Birgitta Norén", 2, Need("Solgården", NURSE, "07:00-16:00", "Utbildning")),
    ("Birgitta Norén", 8, Need("Solgården", NURSE, "07:00-16:00", "Semester")),
    ("Elin Back", 2, Need("Hemtjänst Norr", NURSE, "07:00-15:30", competences=(LICENCE,))),
    ("Elin Back", 5, Need("Björkgården", NURSE, "07:00-16:00")),
    ("Fatima Noor", 2, Need("Solgården", NURSE, "21:00-07:00", "Semester", (DELEGATION,))),
    ("Petra Lund", 6, Need(CENTRUM, NURSE, "14:00-21:30", "Vård av barn")),
    ("Ingrid Wallin", 3, Need("Solgården", NURSE, "07:00-16:00", "Vård av barn")),
    ("Yonas Tesfaye", 5, Need("Ängsvägen", SUPPORT, "14:00-21:30", "Extra behov")),
    ("Oskar Hedman", 3, Need("Gläntan", SUPPORT, "08:00-15:00")),
)
# The same for those places that are closed at weekends: counted in working days.
BOOKED_ON_WORKDAYS = (
    ("Tomasz Wiśniewski", 1, Need("Förskolan Kastanjen", CHILD, "07:30-16:00", "Vård av barn")),
    ("Tomasz Wiśniewski", 3, Need("Västra skolan", PUPIL, "08:00-15:00", "Utbildning")),
    ("Linh Nguyen", 2, Need("Förskolan Kastanjen", CHILD, "09:00-17:00")),
    ("Linh Nguyen", 4, Need("Förskolan Tallbacken", CHILD, "07:30-16:00", "Föräldraledighet")),
)
# Out in Lediga jobb, each with its answer to Amira.
JOBS = {
    "overlap": (2, Need(CENTRUM, NURSE, "14:00-21:30")),
    "rest": (5, Need("Solgården", NURSE, "07:00-15:30", "Vård av barn")),
    "fits": (6, Need("Björkgården", NURSE, "07:00-16:00", "Utbildning", text="Lugn avdelning med åtta boende.")),
    "no time": (7, Need("Gläntan", SUPPORT, "08:00-15:00", "Extra behov")),
    "competence": (8, Need("Björkgården", NURSE, "07:00-16:00", "Semester", (LIFTING,))),
    "wanted": (9, Need("Solgården", NURSE, "14:00-21:30", "Semester", (DELEGATION,))),
    "agreement ends": (10, Need("Gläntan", SUPPORT, "21:00-07:00")),
    "aide": (4, Need("Hemtjänst Norr", AIDE, "08:00-16:30", "Extra behov")),
}
JOBS_ON_WORKDAYS = (
    (1, Need("Förskolan Kastanjen", CHILD, "09:00-17:00", reference="Maja på Blåbäret")),
    (2, Need("Västra skolan", PUPIL, "08:00-15:00", "Extra behov")),
    (5, Need("Förskolan Tallbacken", CHILD, "07:30-16:00", "Utbildning")),
)
INVITED = ("Elin Back", "Birgitta Norén", "Lars-Erik Sundin", "Petra Lund")


def build(world: World) -> None:
    """Put in the time, place the orders, and let things happen to them."""
    for hand in SUBSTITUTES:
        _put_in(world, hand)
    _bookings(world)
    jobs = {name: order(world, need, world.day(offset)) for name, (offset, need) in JOBS.items()}
    for number, need in JOBS_ON_WORKDAYS:
        order(world, need, world.workday(number))
    _interests(world, jobs)
    _enquiries(world)
    _changes_of_mind(world)
    _for_somebody_to_decide(world)


def _bookings(world: World) -> None:
    dated = [(who, world.day(offset), need) for who, offset, need in BOOKED]
    dated += [(who, world.workday(number), need) for who, number, need in BOOKED_ON_WORKDAYS]
    for number, (who, day, need) in enumerate(dated):
        made = order(world, need, day, placed=timedelta(days=3), advertise=False)
        book(world, made, who, ago=timedelta(days=2) - number * SOME_TIME)


def _put_in(world: World, hand: Hand) -> None:
    substitute, user, at = world.substitutes[hand.name], world.users[hand.name], world.ago(days=4)
    if days := list(_usual_days(world, hand)):
        availability.put_in(substitute, days, kind=Kind.AVAILABLE, by=user, at=at)
    if hand.name == AMIRA:
        said = {Kind.AVAILABLE: (1, 2, 4, 6, 9, 12, 13, 16), Kind.ASK_ME: (3, 14, 20), Kind.NOT_AVAILABLE: (11,)}
        for kind, offsets in said.items():
            days = [span(world.day(offset), "06:00-22:00") for offset in offsets]
            availability.put_in(substitute, days, kind=kind, by=user, at=at)


def _usual_days(world: World, hand: Hand) -> Iterator[Period]:
    days: list[date] = [world.day(offset) for offset in range(7 * WEEKS_PUT_IN)]
    yield from (span(day, "-".join(hand.hours)) for day in days if day.weekday() in hand.weekdays)


def _interests(world: World, jobs: dict[str, Order]) -> None:
    want(world, jobs["wanted"], AMIRA, "Petra Lund")
    want(world, jobs["fits"], "Yonas Tesfaye", "Birgitta Norén")
    want(world, jobs["overlap"], "Yonas Tesfaye")
    given = order(world, Need("Solgården", NURSE, "07:00-16:00", "Semester"), world.day(10))
    want(world, given, "Elin Back", AMIRA)
    book(world, given, "Elin Back", ago=timedelta(hours=5), origin=Origin.INTEREST)


def _enquiries(world: World) -> None:
    """One that waits for Amira and two others, and one where the others have said no."""
    tomorrow = order(world, Need(CENTRUM, NURSE, "07:00-15:30"), world.day(1), placed=timedelta(hours=1))
    answer_by = min(world.half_hour(4), tomorrow.starts - timedelta(minutes=30))
    asked = ask(world, tomorrow, [AMIRA, "Elin Back", "Petra Lund"], answer_by=answer_by)
    say_no(world, asked["Petra Lund"])
    evening = order(world, Need("Ängsvägen", SUPPORT, "14:00-21:30"), world.day(1), placed=timedelta(hours=3))
    asked = ask(
        world,
        evening,
        ["Yonas Tesfaye", "Oskar Hedman", "Nils Hedman", "Linh Nguyen"],
        answer_by=world.half_hour(6),
    )
    for name in ("Yonas Tesfaye", "Linh Nguyen"):
        say_no(world, asked[name])


def _changes_of_mind(world: World) -> None:
    """Taken ill, so that a shift is open again; needed at once; nobody came; and a need that went away."""
    need = Need("Solgården", NURSE, "07:00-16:00", competences=(DELEGATION,), reference="Anita, plan 2")
    booking = book(world, order(world, need, world.day(1), advertise=False), "Birgitta Norén")
    cancel_booking(world, booking, EndReason.CALLED_OFF, "Ringde i morse.")
    by = world.orderer_of(booking.order.workplace)
    orders.advertise(booking.order, by=by, at=world.ago(minutes=30))
    day, hours = world.next_shift()
    order(world, Need("Björkgården", NURSE, hours, competences=(DELEGATION,)), day, placed=timedelta(minutes=20))
    unfilled = order(world, Need("Solgården", NURSE, "14:00-21:30", "Vård av barn"), world.day(-1))
    orders.lapse(unfilled, at=unfilled.starts)
    gone = order(world, Need("Björkgården", NURSE, "14:00-21:30", "Utbildning"), world.day(3))
    by = world.orderer_of(gone.workplace)
    orders.cancel(gone, by=by, at=world.ago(hours=8), note="Utbildningen är inställd.")


def _for_somebody_to_decide(world: World) -> None:
    """Away on a day when she is booked, an SMS that no portal should answer, and words that she may."""
    away = world.substitutes["Fatima Noor"]
    by = world.in_charge[ELDERLY]
    absences.note(away, whole_day(world.day(2)), kind=Absence.Kind.SET_DAYS, by=by, at=world.ago(hours=1))
    asked, at = world.users["Elin Back"], world.ago(minutes=8)
    came = inbound.receive(
        gateway="local", provider_id="demo-1", sender=asked.phone, body="Ja men bara till kl 14", at=at
    )
    inbound.understand(came.pk, at=at)
    amira, words = world.substitutes[AMIRA], "Nya nycklar finns i receptionen. Kan du hämta dem i veckan?"
    writing.write([amira], words, by=by, command=uuid.uuid4(), at=world.ago(minutes=50), at_once=True)
    several, words = [world.substitutes[name] for name in INVITED], "Träff för vikarier på torsdag 14.00. Välkommen."
    writing.write(several, words, by=by, command=uuid.uuid4(), at=world.ago(hours=26), at_once=True)

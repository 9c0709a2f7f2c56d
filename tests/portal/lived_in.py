"""A substitute to whom all has happened that her pages can tell of, in a town that has no Swedish words of its own."""

from collections.abc import Iterator
from datetime import date, timedelta

from booking.models import (
    Absence,
    AvailabilityPattern,
    Booking,
    EndReason,
    Enquiry,
    Interest,
    Kind,
    Order,
    Policy,
    RestDebt,
    WorkplaceRequest,
)
from booking.operations import calendar_feeds
from intyg.models import UNDECIDED, CertificateRequest
from messaging.models import Message, PushSubscription
from people.models import Substitute, Workplace
from tests.booking.notifications.examples import World, happen
from tests.cast import NOW, Town, at
from tests.factories.booking import (
    AdvertFactory,
    AvailabilityFactory,
    BookingFactory,
    EnquiryFactory,
    InterestFactory,
    OrderReasonFactory,
)
from tests.factories.intyg import CertificateRequestFactory
from tests.factories.people import CompetenceFactory, SubstituteCompetenceFactory, UserFactory, WorkplaceFactory
from tests.factories.standing import AbsenceFactory, BlockFactory, IntroductionFactory, RecordsCheckFactory

YESTERDAY = NOW - timedelta(days=1)
TOLD = ["booking.booked", "booking.changed", "booking.shortened", "booking.ended", "interest.not_selected"]
TOLD += ["interest.lapsed", "enquiry.asked", "enquiry.asked_many", "enquiry.lost", "enquiry.closed", "reminder.shift"]
TOLD += ["reminder.availability", "jobs.released", "workplace.active", "workplace.declined", "desk.written"]


def a_life(town: Town, language: str) -> Substitute:
    """Her, who has chosen the language, and all that is hers."""
    user = UserFactory(first_name="Amira", last_name="Hassan", phone="+46701740612", language=language)
    her = town.substitute(user=user, wished_weekly_hours=20, farthest_km=30)
    Policy.objects.create(area=town.area, regret_within=timedelta(minutes=15))
    Workplace.objects.filter(pk=town.workplace.pk).update(clothes="4711", way_in="1937", directions="Left")
    ahead = a_day_at_a_time()
    for part in (shifts, asked, jobs, papers, told):
        part(town, her, ahead)
    time_of_hers(town, her)
    calendar_feeds.open_to(her, by=user, at=NOW)
    PushSubscription.objects.create(user=user, endpoint="https://push.example/1", device="", made_at=NOW)
    return her


def a_day_at_a_time() -> Iterator[str]:
    """Days from the day after tomorrow on, each given once."""
    return ((date(2026, 5, 14) + timedelta(days=number)).isoformat() for number in range(200))


def an_order(town: Town, day: str, span: str = "07:00 12:00", **fields: object) -> Order:
    starts, ends = span.split()
    usual = {"break_minutes": 30, "text": "4711", "contact": "Jonas Berg", "reason": OrderReasonFactory(name="Vakans")}
    return town.order(f"{day} {starts}", f"{day} {ends}", **(usual | fields))


def a_booking(town: Town, her: Substitute, day: str, span: str = "07:00 12:00", **fields: object) -> Booking:
    return BookingFactory(order=an_order(town, day, span, status=Order.Status.BOOKED), substitute=her, **fields)


def shifts(town: Town, her: Substitute, ahead: Iterator[str]) -> None:
    """Soon, just taken by herself, come to late, worked, and off for each reason."""
    a_booking(town, her, "2026-05-12", "07:00 16:00")
    a_booking(town, her, next(ahead), origin="interest", booked_by=her.user, booked_at=NOW)
    a_booking(town, her, "2026-05-12", "17:00 20:00", expected_at=at("2026-05-12 17:20"))
    worked = a_booking(town, her, "2026-04-28")
    RestDebt.objects.create(booking=worked, substitute=her, owed=timedelta(hours=2), due_by=at("2026-05-24 07:00"))
    for reason in EndReason:
        a_booking(town, her, next(ahead), ended_at=YESTERDAY, end_reason=reason)


def asked(town: Town, her: Substitute, ahead: Iterator[str]) -> None:
    """An enquiry, an interest, a wish for a workplace and a certificate in each state."""
    for enquiry in Enquiry.Status:
        EnquiryFactory(order=an_order(town, next(ahead)), substitute=her, status=enquiry, answered_at=YESTERDAY)
    for interest in Interest.Status:
        order = an_order(town, next(ahead))
        AdvertFactory(order=order)
        InterestFactory(order=order, substitute=her, status=interest, changed_at=YESTERDAY)
    for wish in WorkplaceRequest.Status:
        place = WorkplaceFactory(area=town.area, name=f"Oakhill {wish}", needs_introduction=True)
        fields = {"status": wish, "reason": "4711", "asked_at": YESTERDAY, "decided_at": NOW}
        WorkplaceRequest.objects.create(substitute=her, workplace=place, **fields)
    for status in CertificateRequest.Status:
        is_decided, is_fetched = status not in UNDECIDED, status == CertificateRequest.Status.FETCHED
        when = {"decided_at": NOW if is_decided else None, "fetched_at": NOW if is_fetched else None}
        CertificateRequestFactory(substitute=her, status=status, refusal="4711", officer=town.planner, **when)


def jobs(town: Town, her: Substitute, ahead: Iterator[str]) -> None:
    """What she may take, what she may wish for, and what each hindrance keeps from her."""
    closed, new = (WorkplaceFactory(area=town.area, name=name) for name in ("Elm Lodge", "Ash Lodge"))
    BlockFactory(substitute=her, workplace=closed)
    Workplace.objects.filter(pk=new.pk).update(needs_introduction=True, records_check="school")
    free = next(ahead)
    AvailabilityFactory(substitute=her, starts=at(f"{free} 06:00"), ends=at(f"{free} 18:00"))
    for day, place in (
        (free, town.workplace),
        (next(ahead), town.workplace),
        (next(ahead), closed),
        (next(ahead), new),
    ):
        AdvertFactory(order=an_order(town, day, workplace=place))
    demanding = an_order(town, next(ahead))
    demanding.competences.add(CompetenceFactory(name="driving"))
    AdvertFactory(order=demanding)
    AdvertFactory(order=an_order(town, "2026-05-12", "15:00 22:00"))


def papers(town: Town, her: Substitute, ahead: Iterator[str]) -> None:
    """Of each paper one in force, one that ends soon and one that has ended."""
    for name, ends in (("first aid", None), ("feeding", NOW + timedelta(days=9)), ("lifting", NOW - timedelta(days=9))):
        SubstituteCompetenceFactory(substitute=her, competence=CompetenceFactory(name=name), ends=ends)
    RecordsCheckFactory(substitute=her)
    IntroductionFactory(substitute=her, workplace=town.workplace)
    for kind in Absence.Kind:
        day = next(ahead)
        AbsenceFactory(substitute=her, kind=kind, starts=at(f"{day} 00:00"), ends=at(f"{day} 23:00"))


def time_of_hers(town: Town, her: Substitute) -> None:
    """Time of each kind, added by herself and by the staffing unit, and time that comes back."""
    facts = {"substitute": her, "entered_by": her.user, "entered_at": YESTERDAY}
    for number, kind in enumerate(Kind):
        day = f"2026-05-{12 + number}"
        AvailabilityFactory(**facts, kind=kind, starts=at(f"{day} 00:00"), ends=at(f"{day} 06:00"))
    span = {"starts": at("2026-05-15 00:00").time(), "ends": at("2026-05-15 06:00").time()}
    pattern = AvailabilityPattern.objects.create(
        **facts, **span, weekdays=[4], first_day=date(2026, 5, 8), laid_out_to=date(2026, 5, 22), every_weeks=2
    )
    moments = {"starts": at("2026-05-22 00:00"), "ends": at("2026-05-22 06:00")}
    block = AvailabilityFactory(**facts, **moments, pattern=pattern, limited=True, by_herself=False)
    block.workplaces.add(town.workplace)


def told(town: Town, her: Substitute, ahead: Iterator[str]) -> None:
    """Each message that can be hers; the first did not arrive, the next was stopped."""
    orders = [an_order(town, next(ahead)) for _number in range(5)]
    world = World(
        order=orders[0],
        booking=a_booking(town, her, "2026-05-13", "07:00 16:00"),
        interest=InterestFactory(order=orders[0], substitute=her),
        enquiries=[EnquiryFactory(order=order, substitute=her) for order in orders],
        substitute=her,
        planner=town.planner,
        reason="4711",
        words="4711",
    )
    for kind in TOLD:
        happen(kind, world)
    failed, stopped = list(Message.objects.filter(recipient=her.user).order_by("kind")[:2])
    Message.objects.filter(pk=failed.pk).update(status=Message.Status.FAILED)
    Message.objects.filter(pk=stopped.pk).update(status=Message.Status.SUPPRESSED, silenced=True)

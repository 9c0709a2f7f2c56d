"""May 2026, seeded: 500 people with 20 shifts each by day, evening and night, every tenth of them said otherwise."""

import random
import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from booking.models import Booking, Order, OrderReason, Origin, WorkedTime
from booking.period import local
from payroll.models import AccountString, Layout
from people.models import Agreement, Area, Occupation, Substitute, User, Workplace

PEOPLE, SHIFTS, PLACES, SEED, AT_A_TIME = 500, 20, 25, 7, 1000
SPANS = ((7, 9), (13, 9), (21, 10))  # from which hour, and how many hours
FIRST, LAST = date(2026, 5, 1), date(2026, 5, 31)
LONG_AGO, AFTER = datetime(2020, 1, 1, tzinfo=UTC), datetime(2026, 6, 1, 12, tzinfo=UTC)


def lay_out() -> None:
    """All of it, in a few large statements."""
    officer = User.objects.create(username="lon")
    Layout.objects.create(name="PAXml", kind=Layout.Kind.PAXML)
    area, occupation = Area.objects.create(name="Äldreomsorg"), Occupation.objects.create(name="undersköterska")
    reason = OrderReason.objects.create(name="Sjukdom", legal_kind=OrderReason.LegalKind.SUBSTITUTE)
    places = [Workplace(area=area, name=f"Enhet {n:02}", address="Storgatan 1") for n in range(PLACES)]
    Workplace.objects.bulk_create(places)
    AccountString.objects.bulk_create(
        [AccountString(workplace=place, text=f"50{n:02}") for n, place in enumerate(places)]
    )
    shared = {"occupation": occupation, "reason": reason, "placed_by": officer, "placed_at": LONG_AGO}
    worked = list(_worked(_people(area, occupation), places, shared, officer))
    Order.objects.bulk_create([booking.order for booking in worked], batch_size=AT_A_TIME)
    Booking.objects.bulk_create(worked, batch_size=AT_A_TIME)
    corrected = [_corrected(booking, officer) for booking in worked[::10]]
    WorkedTime.objects.bulk_create(corrected, batch_size=AT_A_TIME)


def _people(area: Area, occupation: Occupation) -> list[Agreement]:
    users = User.objects.bulk_create([User(username=f"vik{n:04}", last_name=f"Ek{n}") for n in range(PEOPLE)])
    people = [Substitute(user=user, employee_number=f"{100_000 + n}") for n, user in enumerate(users)]
    Substitute.objects.bulk_create(people)
    papers = [Agreement(substitute=one, area=area, occupation=occupation, starts=LONG_AGO) for one in people]
    return Agreement.objects.bulk_create(papers)


def _worked(
    papers: list[Agreement], places: list[Workplace], shared: dict[str, Any], officer: User
) -> Iterator[Booking]:
    dice = random.Random(SEED)  # noqa: S311 (a seed, no secret)
    days = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days)]
    for paper in papers:
        for day in sorted(dice.sample(days, SHIFTS)):
            (hour, length), place = dice.choice(SPANS), dice.choice(places)
            starts = local(day, time(hour))
            span = {"starts": starts, "ends": starts + timedelta(hours=length), "break_minutes": 45}
            order = Order(workplace=place, command=uuid.uuid4(), status=Order.Status.COMPLETED, **span, **shared)
            terms = {"workplace": place.name, "occupation": paper.occupation.name, "pay_form": paper.pay_form}
            yield Booking(
                order=order, substitute=paper.substitute, agreement=paper, terms=terms, origin=Origin.PLANNER,
                booked_at=LONG_AGO, attested_at=AFTER, attested_by=officer, **span,
            )  # fmt: skip


def _corrected(booking: Booking, officer: User) -> WorkedTime:
    """She stayed for 25 minutes."""
    return WorkedTime(
        booking=booking, number=1, side=WorkedTime.Side.WORKPLACE, starts=booking.starts,
        ends=booking.ends + timedelta(minutes=25), break_minutes=45, said_by=officer, said_at=AFTER,
        attested_at=AFTER, attested_by=officer,
    )  # fmt: skip

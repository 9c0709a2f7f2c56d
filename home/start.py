"""What meets a substitute first: what needs her now, her next shift, her days, and what is missing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from booking import agenda
from booking.matching import jobs
from booking.models import Booking, Enquiry, Interest
from booking.period import Period
from booking.views.substitute.days import Day, days_with, first_empty
from booking.views.substitute.job_cards import Fit, JobCard, in_order
from booking.weeks import Month, Week, local_day, span_of
from intyg.models import CertificateRequest
from people import access
from people.models import Substitute

DAYS_SHOWN = 7
WEEKS_LOOKED_AT = 4
JOBS_SHOWN = 3
MORNING, EVENING = range(4, 10), range(18, 24)


@dataclass(frozen=True, slots=True)
class Hours:
    """How much she has worked this month, and how much more is booked."""

    worked: timedelta
    booked: timedelta

    @property
    def total(self) -> timedelta:
        """Both together."""
        return self.worked + self.booked


@dataclass(frozen=True, slots=True)
class Start:
    """The start page of one substitute at one moment."""

    enquiries: Sequence[Enquiry]
    next_shift: Booking | None
    days: list[Day]
    fitting: list[JobCard]
    open_jobs: int
    empty_week: Week | None
    hours: Hours
    certificate: CertificateRequest | None


def of(me: Substitute, *, now: datetime) -> Start:
    """Everything on the page; a constant number of queries, however much there is."""
    today = local_day(now)
    ahead = [Week.of(today).later(n) for n in range(1, WEEKS_LOOKED_AT + 1)]
    span = span_of(Month.of(today).first, max(ahead[-1].sunday, Month.of(today).last))
    shifts = list(agenda.shifts_within(me, span))
    enquiries = list(agenda.unanswered(me, now=now))
    cards = in_order(jobs.open_to(me, now=now))
    entries = [
        *agenda.of_bookings(shifts),
        *agenda.of_enquiries(enquiries),
        *agenda.of_interests(hoped_for(cards)),
        *agenda.of_availability(agenda.put_in_within(me, span)),
    ]
    return Start(
        enquiries=enquiries,
        next_shift=next((shift for shift in shifts if shift.ends > now), None),
        days=days_with(entries, [today + timedelta(days=n) for n in range(DAYS_SHOWN)], today=today),
        fitting=[card for card in cards if is_news(card, enquiries)][:JOBS_SHOWN],
        open_jobs=len(cards),
        empty_week=first_empty(ahead, entries),
        hours=hours_in(Month.of(today), shifts, now=now),
        certificate=latest_certificate(me),
    )


def is_news(card: JobCard, enquiries: Iterable[Enquiry]) -> bool:
    """Whether the job fits her, and she has neither wished for it nor been asked about it."""
    asked = {enquiry.order_id for enquiry in enquiries}
    return card.fit is Fit.YES and not card.job.wanted and card.order.pk not in asked


def hoped_for(cards: Iterable[JobCard]) -> Iterator[Interest]:
    """Her interests among the jobs, each with the order that is already at hand."""
    for card in cards:
        if card.job.wanted and (interest := card.job.interest):
            interest.order = card.order
            yield interest


def hours_in(month: Month, shifts: Iterable[Booking], *, now: datetime) -> Hours:
    """The hours of the shifts that begin in the month, in real time and without breaks."""
    worked = booked = timedelta()
    for shift in shifts:
        if Month.of(local_day(shift.starts)) != month or shift.no_show:
            continue
        if shift.ends <= now:
            worked += paid(shift.period, shift.break_minutes)
        else:
            booked += paid(shift.period, shift.break_minutes)
    return Hours(worked, booked)


def paid(period: Period, break_minutes: int) -> timedelta:
    """The length less the break."""
    return max(period.length - timedelta(minutes=break_minutes), timedelta())


def latest_certificate(me: Substitute) -> CertificateRequest | None:
    """The certificate that she asked for last."""
    hers = CertificateRequest.objects.filter(substitute=me)
    return access.scope(me.user, hers).order_by("-requested_at", "pk").first()


def greeting(hour: int) -> str:
    """A word that suits the hour."""
    if hour in MORNING:
        return _("God morgon")
    return _("God kväll") if hour in EVENING else _("Hej")

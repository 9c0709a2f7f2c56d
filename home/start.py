"""What meets a substitute first: what needs her now, her next shift, her days, and what is missing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from booking import agenda
from booking.entries import Entry
from booking.matching import jobs
from booking.models import Absence, Availability, Booking, Enquiry, Interest
from booking.operations import lateness
from booking.views.substitute.days import Day, days_with, first_empty
from booking.views.substitute.job_cards import Fit, JobCard, in_order
from booking.weeks import Month, Week, local_day, span_of
from home import first_steps, hours, news, notes, standing
from home.first_steps import Step
from home.hours import Hours
from home.news import News
from home.notes import Note
from home.standing import Held, Standing
from intyg.models import CertificateRequest
from people.models import Substitute

DAYS_SHOWN = 7
WEEKS_LOOKED_AT = 4
JOBS_SHOWN = 3
ASKED_OF = 2
"""Of the latest shift she is asked whether its time was right; the second tells that there are more."""

MORNING, EVENING = range(4, 10), range(18, 24)


@dataclass(frozen=True, slots=True)
class Start:
    """The start page of one substitute at one moment."""

    enquiries: Sequence[Enquiry]
    ill: Held | None
    next_shift: Booking | None
    to_say: Sequence[Booking]
    may_be_late: bool
    days: list[Day]
    fitting: list[JobCard]
    open_jobs: int
    news: News
    notes: list[Note]
    steps: list[Step]
    hours: Hours
    certificate: CertificateRequest | None


def of(me: Substitute, *, now: datetime) -> Start:
    """Everything on the page; a constant number of queries, however much there is."""
    today, held = local_day(now), standing.of(me, now=now)
    ahead = [Week.of(today).later(n) for n in range(1, WEEKS_LOOKED_AT + 1)]
    span = span_of(Month.of(today).first, max(ahead[-1].sunday, Month.of(today).last))
    shifts = list(agenda.shifts_within(me, span))
    enquiries = list(agenda.unanswered(me, now=now))
    cards = in_order(jobs.open_to(me, now=now))
    own_time = list(agenda.put_in_within(me, span).filter(order=None).prefetch_related(None))
    entries = [*entries_of(shifts, enquiries, cards, own_time), *agenda.of_absences(absences(held.away), span)]
    next_shift = next((shift for shift in shifts if shift.ends > now), None)
    is_new = not (shifts or enquiries or own_time)
    return Start(
        enquiries=enquiries,
        ill=held.ill,
        next_shift=next_shift,
        to_say=list(Booking.objects.of(me).to_say(now=now).with_places().order_by("-starts", "pk")[:ASKED_OF]),
        may_be_late=next_shift is not None and lateness.opens(next_shift) <= now,
        days=days_with(entries, [today + timedelta(days=n) for n in range(DAYS_SHOWN)], today=today),
        fitting=[card for card in cards if is_news(card, enquiries)][:JOBS_SHOWN],
        open_jobs=len([card for card in cards if not card.job.wanted]),
        news=news.of(me.user, told=told_of(enquiries), now=now),
        notes=[] if is_new else notes.of(me, held, first_empty(at_home(ahead, held.away), entries), now=now),
        steps=first_steps.of(me, held, now=now) if is_new else [],
        hours=hours_of(me, shifts, held, now=now),
        certificate=held.certificate,
    )


def entries_of(
    shifts: Iterable[Booking], enquiries: Iterable[Enquiry], cards: Iterable[JobCard], own_time: Iterable[Availability]
) -> list[Entry]:
    """What fills her days, of what has been read."""
    return [
        *agenda.of_bookings(shifts),
        *agenda.of_enquiries(enquiries),
        *agenda.of_interests(hoped_for(cards)),
        *agenda.of_availability(own_time),
    ]


def absences(away: Iterable[Held]) -> Iterator[Absence]:
    """What has been read of her absences, as the calendar draws them."""
    return (Absence(kind=held.name, starts=held.period.starts, ends=held.period.ends) for held in away)


def hours_of(me: Substitute, shifts: Iterable[Booking], held: Standing, *, now: datetime) -> Hours:
    """The hours of this month, with her wish and her cap."""
    counted = hours.hours_in(Month.of(local_day(now)), shifts, now=now)
    cap = hours.cap_of(held.agreements, now=now)
    return replace(counted, wish=hours.wished(me.wished_in_a_month), cap=cap)


def at_home(weeks: Iterable[Week], away: Sequence[Held]) -> list[Week]:
    """The weeks in which she is not away: nobody asks her for time in the others."""
    return [week for week in weeks if not any(week.span.overlaps(held.period) for held in away)]


def told_of(enquiries: Iterable[Enquiry]) -> set[str]:
    """The pages of what stands first on hers: a message about them says nothing more."""
    return {reverse("booking:enquiries"), *(reverse("booking:enquiry", args=[one.pk]) for one in enquiries)}


def is_news(card: JobCard, enquiries: Iterable[Enquiry]) -> bool:
    """Whether the job fits her, and she has neither wished for it nor been asked about it."""
    asked = {enquiry.order_id for enquiry in enquiries}
    return card.fit is Fit.YES and not card.job.wanted and card.order.pk not in asked


def hoped_for(cards: Iterable[JobCard]) -> Iterator[Interest]:
    """Her interests among the jobs."""
    return (card.job.interest for card in cards if card.job.wanted and card.job.interest)


def greeting(hour: int) -> str:
    """A word that suits the hour."""
    if hour in MORNING:
        return _("God morgon")
    return _("God kväll") if hour in EVENING else _("Hej")

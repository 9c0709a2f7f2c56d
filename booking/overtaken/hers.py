"""Of what she may do herself: jobs to take, time to put in, workplaces to come to."""

from django.utils.translation import gettext_noop

from booking.models import Advert, Availability, Order, WorkplaceRequest
from booking.weeks import Week
from messaging import outbox
from messaging.models import Message

NO_JOBS = gettext_noop("passen är inte längre lediga")
WEEK_FILLED = gettext_noop("tid är inlagd den veckan")
WORKPLACE_NOT_HERS = gettext_noop("introduktionen räknas inte längre")
WORKPLACE_NOT_DECLINED = gettext_noop("önskemålet om arbetsplatsen är inte avslaget")


@outbox.still_true("jobs.released")
def some_job_is_out(message: Message) -> str:
    """One of them can still be taken."""
    out = Advert.objects.filter(order__in=message.facts["orders"], order__status=Order.Status.OPEN, closed_at=None)
    return "" if out.exists() else NO_JOBS


@outbox.still_true("reminder.availability")
def week_is_empty(message: Message) -> str:
    """She has put in nothing for that week since."""
    hers = Availability.objects.filter(substitute=message.facts["pk"])
    return WEEK_FILLED if hers.touching(Week.named(message.facts["week"]).span).exists() else ""


@outbox.still_true("workplace.active")
@outbox.still_true("workplace.introduced")
def workplace_is_hers(message: Message) -> str:
    """The introduction still counts."""
    return "" if _request(message, WorkplaceRequest.Status.ACTIVE) else WORKPLACE_NOT_HERS


@outbox.still_true("workplace.declined")
def workplace_declined(message: Message) -> str:
    """It has been answered so."""
    return "" if _request(message, WorkplaceRequest.Status.DECLINED) else WORKPLACE_NOT_DECLINED


def _request(message: Message, status: WorkplaceRequest.Status) -> bool:
    return WorkplaceRequest.objects.filter(pk=message.facts["pk"], status=status).exists()

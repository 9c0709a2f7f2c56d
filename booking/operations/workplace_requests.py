"""She wants to work at one more workplace: asked, answered by a planner, and hers once she is introduced there."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from booking import notifications, reach
from booking.models import PlannerTask, WorkplaceRequest
from booking.operations import follow_ups, standing
from booking.operations.deciding import decision, locked_substitutes
from booking.operations.refusals import Refused
from booking.weeks import local_day
from people.history import record
from people.models import Substitute, User, Workplace
from portal.templatetags.times import clock, day

Status = WorkplaceRequest.Status

MOST = 5
"""So many at once of one person's can wait: a planner answers each by hand."""


@decision
def ask(substitute: Substitute, workplace: Workplace, *, text: str, by: User, at: datetime) -> WorkplaceRequest:
    """Ask for the workplace; what is asked for already is the same request.

    A block is not told of here: she is answered as anybody, and the planner sees it.
    """
    substitute = locked_substitutes([substitute.pk])[substitute.pk]
    live = WorkplaceRequest.objects.live().filter(substitute=substitute)
    if asked := live.filter(workplace=workplace).first():
        return asked
    if reach.is_open(substitute, workplace, now=at):
        raise Refused(_("Du kan redan jobba på %(place)s.") % {"place": workplace})
    if live.count() >= MOST:
        raise Refused(_("Du har redan frågat om %(n)d arbetsplatser. Vänta på svar, eller återta någon.") % {"n": MOST})
    request = WorkplaceRequest.objects.create(
        substitute=substitute, workplace=workplace, text=text.strip(), asked_at=at
    )
    written_down(request, "ask", by=by, at=at)
    to_be_answered(request, at=at)
    return request


@decision
def withdraw(request: WorkplaceRequest, *, by: User, at: datetime) -> WorkplaceRequest:
    """She no longer wants to; twice is once. A shift that is booked is not undone by it."""
    request = locked(request)
    if request.status == Status.WITHDRAWN:
        return request
    if request.status == Status.INTRODUCTION:
        raise Refused(_("Du har ett pass för introduktion. Avboka det först."))
    still_asked(request)
    return decided(request, Status.WITHDRAWN, "withdraw", by=by, at=at)


@decision
def decline(request: WorkplaceRequest, *, reason: str, by: User, at: datetime) -> WorkplaceRequest:
    """Say no, and why; she reads it. Twice is once."""
    request = locked(request)
    if request.status == Status.DECLINED:
        return request
    still_asked(request)
    if not reason.strip():
        raise Refused(_("Skriv varför det inte går."))
    request.reason = reason.strip()
    decided(request, Status.DECLINED, "decline", by=by, at=at)
    notifications.workplace_declined(request, at=at)
    return request


@decision
def introduced_already(request: WorkplaceRequest, given_on: date, *, by: User, at: datetime) -> WorkplaceRequest:
    """She has been introduced there another way, on that day: hers at once. Twice is once."""
    request = locked(request)
    if request.status == Status.ACTIVE:
        return request
    if given_on > local_day(at):
        raise Refused(_("Dagen har inte varit än. Planera en introduktion i stället."))
    _can_be_hers(request, at=at)
    standing.introduce(request.substitute, request.workplace, given_on=given_on, by=by, at=at)
    return activated(request, by=by, at=at)


@decision
def accept(request: WorkplaceRequest, *, by: User, at: datetime) -> WorkplaceRequest:
    """The workplace asks for no introduction: hers at once. Twice is once."""
    request = locked(request)
    if request.status == Status.ACTIVE:
        return request
    if request.workplace.needs_introduction:
        raise Refused(_("%(place)s kräver introduktion.") % {"place": request.workplace})
    _can_be_hers(request, at=at)
    return activated(request, by=by, at=at)


def locked(request: WorkplaceRequest) -> WorkplaceRequest:
    """The request as it stands, with the person locked: all that she asks for is decided on one at a time."""
    locked_substitutes([request.substitute_id])
    return WorkplaceRequest.objects.for_a_list().get(pk=request.pk)


def still_asked(request: WorkplaceRequest) -> None:
    """Nobody has answered it yet; else `Refused` says what has become of it."""
    if request.status == Status.INTRODUCTION and request.introduction:
        starts = request.introduction.starts
        when = {"when": f"{day(starts)} {clock(starts)}"}
        raise Refused(_("En introduktion är redan bokad, %(when)s.") % when)
    if request.status != Status.ASKED:
        raise Refused(_("Önskemålet är redan avslutat: %(status)s.") % {"status": request.get_status_display()})


def _can_be_hers(request: WorkplaceRequest, *, at: datetime) -> None:
    still_asked(request)
    if not reach.reaching(request.substitute, request.workplace, now=at).exists():
        raise Refused(_("Inget avtal når %(place)s. Lägg till ett avtal först.") % {"place": request.workplace})


def activated(request: WorkplaceRequest, *, by: User | None, at: datetime) -> WorkplaceRequest:
    """She can work there from now on, and is told."""
    decided(request, Status.ACTIVE, "activate", by=by, at=at)
    notifications.workplace_active(request, at=at)
    return request


def decided(
    request: WorkplaceRequest, status: Status, verb: str, *, by: User | None, at: datetime, **facts: object
) -> WorkplaceRequest:
    """Write down what was decided; for operations that hold the lock."""
    request.status, request.decided_at, request.decided_by = status, at, by
    request.save()
    written_down(request, verb, by=by, at=at, **facts)
    return request


def to_be_answered(request: WorkplaceRequest, *, at: datetime, again: bool = False) -> None:
    """A task for the planners of the workplace's area, for as long as she waits; the same one if she waits again."""
    kind = PlannerTask.Kind.WISHED_WORKPLACE
    follow_ups.found_anew(kind, request, at=at, request=request.pk.hex, again=again)


def written_down(request: WorkplaceRequest, verb: str, *, by: User | None, at: datetime, **facts: object) -> None:
    """In the history of the workplace's area."""
    area = request.workplace.area_id
    record(request, f"workplacerequest.{verb}", by=by, at=at, area_id=area, **facts)

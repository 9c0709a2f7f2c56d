"""The shift that introduces her at a workplace that she has asked for: planned, and what became of it."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from booking import notifications, reach
from booking.models import Booking, Order, OrderReason, WorkplaceRequest
from booking.operations import bookings, orders, standing, workplace_requests
from booking.operations.deciding import decision
from booking.operations.refusals import Refused
from booking.operations.workplace_requests import Status
from booking.weeks import local_day
from people import stand_ins
from people.models import Introduction, Occupation, User


@dataclass(frozen=True, slots=True)
class Shift:
    """The introduction as it is planned. `command` is the key of the form: the same twice is one shift."""

    occupation: Occupation
    starts: datetime
    ends: datetime
    break_minutes: int
    command: uuid.UUID
    contact: str = ""
    text: str = ""


@decision
def plan(request: WorkplaceRequest, shift: Shift, *, by: User, at: datetime, override: str = "") -> WorkplaceRequest:
    """Book her on a shift that introduces her; every rule but that one is asked, `override` as in `bookings.book`."""
    request = workplace_requests.locked(request)
    if request.introduction and request.introduction.command == shift.command:
        return request
    workplace_requests.still_asked(request)
    order = _order(request, shift, by=by, at=at)
    bookings.book(order, request.substitute, by=by, at=at, reason=override)
    request.introduction = order
    return workplace_requests.decided(request, Status.INTRODUCTION, "plan", by=by, at=at, order=str(order.pk))


@decision
def settle(request: WorkplaceRequest, *, at: datetime) -> WorkplaceRequest:
    """Let it be as the introduction turned out: given, fallen through, or standing after all."""
    request = workplace_requests.locked(request)
    booked = Booking.objects.occupying().with_places().select_related("order__placed_by").of(request.substitute)
    hers = booked.filter(order=request.introduction_id).first()
    if request.status == Status.ACTIVE:
        return _asked_again(request, at=at) if hers and hers.no_show else request
    if request.status not in WorkplaceRequest.LIVE:
        return request
    if hers is None or hers.no_show or hers.shortened_from:
        return _asked_again(request, at=at) if request.status == Status.INTRODUCTION else request
    if hers.ends > at:
        return _now(request, Status.INTRODUCTION)
    planner, given_on = hers.order.placed_by, local_day(hers.starts)
    standing.introduce(request.substitute, request.workplace, given_on=given_on, by=planner, at=at)
    for reader in stand_ins.told_for(planner, request.workplace, at=at):
        notifications.workplace_introduced(request, to=reader, at=at)
    return workplace_requests.activated(request, by=None, at=at)


def _order(request: WorkplaceRequest, shift: Shift, *, by: User, at: datetime) -> Order:
    """The introduction as an order: for her, and for nobody else."""
    facts = {"occupation": shift.occupation, "place": request.workplace}
    if shift.occupation not in reach.occupations(request.substitute, request.workplace, now=at):
        raise Refused(_("Inget avtal som %(occupation)s når %(place)s. Lägg till ett avtal först.") % facts)
    reason = OrderReason.objects.filter(introduces=True).order_by("name").first()
    if reason is None:
        raise Refused(_("Ingen beställningsorsak är märkt som introduktion. Be systemförvaltaren lägga till en."))
    order = Order(
        workplace=request.workplace,
        occupation=shift.occupation,
        reason=reason,
        starts=shift.starts,
        ends=shift.ends,
        break_minutes=shift.break_minutes,
        contact=shift.contact,
        text=shift.text,
        wished=request.substitute,
    )
    return orders.place(order, command=shift.command, by=by, at=at)


def _asked_again(request: WorkplaceRequest, *, at: datetime) -> WorkplaceRequest:
    """The introduction came to nothing: a planner has it again, and nobody else is wanted for the shift."""
    others = WorkplaceRequest.objects.live().filter(substitute=request.substitute, workplace=request.workplace)
    if others.exclude(pk=request.pk).exists():
        return _now(request, Status.WITHDRAWN)  # she has asked anew since, and that is the one
    if request.introduction:
        _not_introduced(request, request.introduction, at=at)
    _now(request, Status.ASKED)
    workplace_requests.written_down(request, "ask_again", by=None, at=at)
    workplace_requests.to_be_answered(request, at=at, again=True)
    return request


def _not_introduced(request: WorkplaceRequest, introduction: Order, *, at: datetime) -> None:
    orders.drop(introduction, at=at)
    on_that_day = Introduction.objects.filter(given_on=local_day(introduction.starts), workplace=request.workplace)
    for given in on_that_day.filter(substitute=request.substitute):
        standing.withdraw_introduction(given, by=introduction.placed_by, at=at)


def _now(request: WorkplaceRequest, status: Status) -> WorkplaceRequest:
    request.status = status
    request.save(update_fields=["status"])
    return request

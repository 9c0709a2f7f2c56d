"""What people are told of each event: posted to the outbox in the transaction of the change itself.

Whether it still holds is asked again when it leaves: `booking/overtaken.py`.
"""

import functools
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import ParamSpec, TypeVar

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from booking.models import Booking, Enquiry, Interest, Order
from messaging import looks, outbox
from people.models import User
from portal.templatetags.times import clock, day

P = ParamSpec("P")
R = TypeVar("R")


def in_swedish(tell: Callable[P, R]) -> Callable[P, R]:
    """Whoever did it may read the portal in another language; those who are told read Swedish."""

    @functools.wraps(tell)
    def told(*args: P.args, **kwargs: P.kwargs) -> R:
        with override(settings.LANGUAGE_CODE):
            return tell(*args, **kwargs)

    return told


looks.dress("booking.booked", looks.Looks(icon="check", colour="bokad"))
looks.dress("booking.filled", looks.Looks(icon="check", colour="bokad"))
looks.dress("booking.ended", looks.Looks(icon="x", colour="lingon"))
looks.dress("booking.emptied", looks.Looks(icon="alert", colour="lingon"))
looks.dress("interest.not_selected", looks.Looks(icon="hand", colour="grus"))
looks.dress("interest.lapsed", looks.Looks(icon="hand", colour="grus"))
looks.dress("enquiry.asked", looks.Looks(icon="help", colour="fraga"))


@in_swedish
def booked(booking: Booking, *, at: datetime) -> None:
    """She has the shift; and whoever ordered knows who comes."""
    order = booking.order
    body = _("Bokad: %(place)s, %(day)s %(span)s. %(address)s. Kontakt: %(contact)s. %(url)s")
    facts = {
        "address": order.workplace.address,
        "contact": _contact(order),
        "url": f"{settings.PORTAL_URL}/bokningar/{booking.pk}/",
    }
    _tell(booking, "booking.booked", _("Du är bokad"), body, at=at, facts=facts)
    if order.placed_by_id != booking.booked_by_id:
        body = _("%(who)s kommer till %(place)s %(day)s %(span)s.")
        _tell(booking, "booking.filled", _("Passet är bokat"), body, at=at, to=order.placed_by)


@in_swedish
def booking_ended(booking: Booking, *, at: datetime) -> None:
    """The shift is no longer hers; and whoever ordered knows that the seat is empty again."""
    body = _("Avbokad: %(place)s, %(day)s %(span)s. Du ska inte jobba det passet.")
    _tell(booking, "booking.ended", _("Avbokat pass"), body, at=at)
    body = _("%(who)s kommer inte till %(place)s %(day)s %(span)s. Vi söker någon annan.")
    _tell(booking, "booking.emptied", _("Passet saknar vikarie igen"), body, at=at, to=booking.order.placed_by)


@in_swedish
def order_cancelled(booking: Booking, *, at: datetime) -> None:
    """The shift she had is gone altogether."""
    body = _("Avbokad: %(place)s, %(day)s %(span)s. Arbetsplatsen behöver ingen vikarie.")
    _tell(booking, "booking.ended", _("Avbokat pass"), body, at=at)


@in_swedish
def not_selected(interest: Interest, *, at: datetime) -> None:
    """Somebody else got it."""
    body = _("Någon annan fick passet på %(place)s, %(day)s %(span)s. Tack för att du ville.")
    _tell(interest, "interest.not_selected", _("Du fick inte passet"), body, at=at)


@in_swedish
def interest_lapsed(interest: Interest, *, at: datetime) -> None:
    """There is no shift to get."""
    body = _("Passet på %(place)s, %(day)s %(span)s togs bort. Din intresseanmälan är avslutad.")
    _tell(interest, "interest.lapsed", _("Passet togs bort"), body, at=at)


@in_swedish
def asked(enquiry: Enquiry, *, at: datetime) -> None:
    """Can you take it? An SMS names a code when more than one could be meant; an e-mail is answered in the portal."""
    has_phone = bool(enquiry.substitute.user.phone)
    question = _("Kan du jobba %(day)s %(span)s på %(place)s?")
    how = (
        _("Svara JA%(code)s eller NEJ%(code)s senast %(by)s. %(url)s")
        if has_phone
        else _("Svara i portalen senast %(by)s. %(url)s")
    )
    facts = {
        "code": f" {enquiry.code}" if has_phone and _may_be_mixed_up(enquiry, at=at) else "",
        "by": _by(enquiry, at=at),
        "url": f"{settings.PORTAL_URL}/forfragningar/{enquiry.pk}/",
    }
    subject = _("Kan du jobba?")
    _tell(enquiry, "enquiry.asked", subject, f"{question} {how}", at=at, answerable=has_phone, facts=facts)


def _tell(
    about: Booking | Interest | Enquiry,
    kind: str,
    subject: str,
    body: str,
    *,
    at: datetime,
    to: User | None = None,
    answerable: bool = False,
    facts: Mapping[str, str] | None = None,
) -> None:
    """Post it to the substitute it is about, or to somebody else; `body` has fields for the shift and the facts."""
    to = to or about.substitute.user
    outbox.post(
        key=f"{kind}:{about.pk}:{to.pk}",
        kind=kind,
        to=to,
        subject=subject,
        body=body % (_of(about.order) | {"who": str(about.substitute)} | dict(facts or {})),
        at=at,
        about=f"{about._meta.model_name}:{about.pk}",
        facts={"pk": str(about.pk)},
        answerable=answerable,
    )


def _of(order: Order) -> dict[str, str]:
    return {
        "place": order.workplace.name,
        "day": day(order.starts),
        "span": f"{clock(order.starts)}–{clock(order.ends)}",
    }


def _contact(order: Order) -> str:
    return ", ".join(filter(None, [order.contact, order.workplace.phone])) or settings.MUNICIPALITY


def _by(enquiry: Enquiry, *, at: datetime) -> str:
    today = day(enquiry.answer_by) == day(at)
    return clock(enquiry.answer_by) if today else f"{day(enquiry.answer_by)} {clock(enquiry.answer_by)}"


def _may_be_mixed_up(enquiry: Enquiry, *, at: datetime) -> bool:
    user = enquiry.substitute.user
    others = Enquiry.objects.winnable(now=at).filter(substitute__user__phone=user.phone).exclude(pk=enquiry.pk)
    shared = User.objects.filter(phone=user.phone).exclude(pk=user.pk)
    return others.exists() or shared.exists()

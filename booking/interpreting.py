"""A planner reads what came in as a Ja or a Nej, where the portal could not: it becomes an answer like any other."""

from datetime import datetime

from django.utils.translation import gettext as _

from booking import outcomes
from booking.models import Enquiry
from booking.operations import answering
from booking.operations.answering import BY_PLANNER
from booking.operations.deciding import decision, lock
from booking.operations.refusals import Refused
from messaging import inbound, outbox
from messaging.models import Channel, InboundMessage
from people.languages import speaking
from people.models import User
from portal.templatetags.times import clock, day

Status = Enquiry.Status
MEANT = {True: {Status.WON, Status.WAITING_YES}, False: {Status.NO}}
"""What an answer comes to when it is of use."""


@decision
def count(message: InboundMessage, enquiry: Enquiry, *, yes: bool, by: User, at: datetime) -> Enquiry:
    """Take it as her answer, and it has been read; or `Refused`, with nothing done.

    That is when somebody has read it before her, or when the shift is no longer there to say yes or no to.
    """
    lock(enquiry.substitute, enquiry.order)  # people, then orders, and what came in after them
    message = _unread(message)
    answered = answering.answer(enquiry, yes=yes, by=by, at=at, way=BY_PLANNER)
    if answered.status not in MEANT[yes]:
        raise Refused(_in_vain(answered))
    _tell_her(message, answered, yes=yes, at=at)
    inbound.settle(message, by=by, at=at)
    return answered


def read_already(message: InboundMessage) -> str:
    """Who was first, and when."""
    when = {"day": day(message.settled_at), "clock": clock(message.settled_at)}
    return _("%(who)s läste det %(day)s %(clock)s.") % {"who": message.settled_by, **when}


def _unread(message: InboundMessage) -> InboundMessage:
    """The row, locked, if it still waits for a reader."""
    rows = InboundMessage.objects.select_for_update(of=("self",), no_key=True).select_related("settled_by")
    message = rows.get(pk=message.pk)
    if message.settled_at:
        raise Refused(read_already(message))
    return message


def _in_vain(enquiry: Enquiry) -> str:
    """Why her answer comes to nothing, to a planner."""
    words = {
        Status.WON: _("Vikarien har redan passet. Avboka på passets sida om det inte går."),
        Status.LOST: _("Någon annan har redan passet."),
        Status.SUPERSEDED: _("Vikarien har fått ett annat pass den tiden."),
        Status.EXPIRED: _("Svarstiden är slut. Boka på passets sida om passet är ledigt."),
        Status.WITHDRAWN: _("Förfrågan är återtagen. Passet är stoppat eller behövs inte."),
        Status.INELIGIBLE: _("Vikarien kan inte längre ta passet. Passets sida säger varför."),
    }
    return words.get(Status(enquiry.status), _("Förfrågan är redan besvarad."))


def _tell_her(message: InboundMessage, enquiry: Enquiry, *, yes: bool, at: datetime) -> None:
    """What became of her words, to the number that they came from; a booking has a confirmation of its own."""
    if enquiry.status == Status.WON or not message.sender:
        return
    user = enquiry.substitute.user
    with speaking(user):
        outbox.post(
            key=f"counted:{message.pk}:{enquiry.pk}",
            kind="enquiry.reply",
            to=user,
            subject=_("Ditt svar"),
            body=outcomes.told(enquiry, yes=yes, at=at),
            at=at,
            about=f"inboundmessage:{message.pk}",
            channel=Channel.SMS,
            address=message.sender,
            in_reply_to=message,
        )

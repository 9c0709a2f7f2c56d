"""What came in, as the inbox shows it: who wrote or may have sent it, and what they have been asked."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Q

from booking.models import Enquiry
from messaging.gates import senders_within_reach
from messaging.models import InboundMessage, Silenced
from people import access
from people.models import Substitute, User


@dataclass(slots=True)
class Sender:
    """Somebody who may have sent it, and the substitute that she is, if the reader may write to her."""

    user: User
    substitute: Substitute | None


@dataclass(slots=True)
class Row:
    """What came in, who may have sent it, and what waits for an answer from them."""

    sms: InboundMessage
    senders: list[Sender] = field(default_factory=list)
    enquiries: list[Enquiry] = field(default_factory=list)
    is_silenced: bool = False
    """That the number has said STOP."""
    refusal: Sequence[str] = ()

    @property
    def who(self) -> str:
        """Their names, or nothing of a number that nobody has."""
        return ", ".join(str(sender.user) for sender in self.senders)


def of(messages: Iterable[InboundMessage], user: User, *, now: datetime) -> list[Row]:
    """Six queries, however many there are."""
    messages = list(messages)
    numbers = {sms.sender for sms in messages if sms.sender}
    writers = _writers(user, {sms.written_by_id for sms in messages if sms.written_by_id})
    senders, silenced = _senders(user, numbers), Silenced.objects.among(numbers)
    enquiries = _enquiries(user, numbers, writers, now=now)
    return [
        Row(
            sms,
            writers.get(sms.written_by_id) or senders[sms.sender],
            enquiries[sms.written_by_id or sms.sender],
            is_silenced=sms.sender in silenced,
        )
        for sms in messages
    ]


def _writers(user: User, keys: set[int]) -> dict[int | None, list[Sender]]:
    """Who wrote in the portal; nothing is asked where nobody did."""
    if not keys:
        return {}
    writable = access.scope(user, Substitute.objects.filter(user__in=keys), "write")
    hers = {substitute.user_id: substitute for substitute in writable}
    return {one.pk: [Sender(one, hers.get(one.pk))] for one in User.objects.filter(pk__in=keys)}


def _senders(user: User, numbers: set[str]) -> dict[str, list[Sender]]:
    writable = access.scope(user, Substitute.objects.filter(user__phone__in=numbers), "write")
    hers = {substitute.user_id: substitute for substitute in writable}
    found = defaultdict(list)
    for sender in senders_within_reach(user).filter(phone__in=numbers).order_by("first_name", "last_name", "pk"):
        found[sender.phone].append(Sender(sender, hers.get(sender.pk)))
    return found


def _enquiries(
    user: User, numbers: set[str], writers: Iterable[int | None], *, now: datetime
) -> dict[int | str, list[Enquiry]]:
    """Those that wait for an answer, by the number and by the one who wrote."""
    open_ones = access.scope(user, Enquiry.objects.unanswered(now=now))
    found: dict[int | str, list[Enquiry]] = defaultdict(list)
    theirs = Q(substitute__user__phone__in=numbers) | Q(substitute__user__in=[key for key in writers if key])
    for enquiry in open_ones.filter(theirs).with_places():
        found[enquiry.substitute.user.phone].append(enquiry)
        found[enquiry.substitute.user_id].append(enquiry)
    return found

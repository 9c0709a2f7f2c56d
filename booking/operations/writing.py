"""A planner writes to substitutes in her own words."""

import uuid
from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from booking import notifications, offering
from booking.models import Policy
from booking.models.policy import step_by_step
from booking.operations.deciding import decision, locked_substitutes
from booking.operations.refusals import Refused
from messaging import choices, inbound
from messaging.models import InboundMessage
from people import access
from people.history import record
from people.models import Substitute, User
from people.operations import areas

MOST = 500
"""So many are written to at once: all of them in one transaction, well within what a request may take."""


@decision
def write(
    to: Iterable[Substitute],
    body: str,
    *,
    by: User,
    command: uuid.UUID,
    at: datetime,
    at_once: bool = False,
    answering: InboundMessage | None = None,
) -> None:
    """Send it to each, after the night unless `at_once`; what it answers has then been read.

    To all or, if somebody must not be written to or they are too many, to nobody. The same `command` reaches a person
    once. `notifications.TooLong` if the text does not fit. What was written is in the message alone: the history
    outlives it.
    """
    people = list(locked_substitutes([person.pk for person in to]).values())
    if reasons := why_not(people):
        raise Refused(*reasons)
    letter = notifications.Letter(body, by=by)
    if not letter.has_room:
        raise notifications.TooLong(body)
    due_at = at if at_once else leaves(by, at=at)
    have = notifications.who_have(str(command), [person.user for person in people])
    area = areas.of_substitutes(person.pk for person in people)
    with choices.known(person.user for person in people):
        for person in people:
            if person.user_id not in have:
                letter.send(person.user, key=str(command), at=at, due_at=due_at)
                record(person, "substitute.write", by=by, at=at, area_id=area[person.pk])
    if answering:
        inbound.settle(answering, by=by, at=at)


def why_not(people: Iterable[Substitute]) -> list[str]:
    """What hinders: those of them whom the portal must never write to, and that they are too many, in sentences."""
    people = list(people)
    if len(people) > MOST:
        return [too_many(len(people))]
    words = _("%(who)s har skyddade uppgifter och får inga meddelanden genom portalen. Ring i stället.")
    return [words % {"who": person} for person in people if person.by_hand_only or person.user.protected]


def too_many(number: int) -> str:
    """What is said when more are chosen than can be written to."""
    words = _("Du har valt %(n)d vikarier. Du kan skriva till högst %(most)d åt gången. Välj färre.")
    return words % {"n": number, "most": MOST}


def leaves(by: User, *, at: datetime) -> datetime:
    """When what she writes may leave: at once, or when the night is over in every area that she plans."""
    hers = {one.area_id for one in access.assignments(by) if one.area_id}
    policies = {policy.area_id: policy for policy in Policy.objects.filter(area__in=hers)}
    return max((offering.wakes(at, step_by_step(policies.get(area))) for area in hers), default=at)

"""Which of the messages to somebody are enquiries that she can still answer, so that her inbox lets her."""

import uuid
from datetime import datetime

from django.urls import reverse

from booking.asked_at import MANY, ONE
from booking.models import Enquiry
from messaging import waiting
from messaging.models import Message
from messaging.waiting import Question
from people.models import User


@waiting.asker
def enquiries(user: User, now: datetime) -> dict[uuid.UUID, Question]:
    """One is answered where it stands, several on the page of them; two queries, one if nothing waits."""
    open_ones = {str(one.pk): one for one in Enquiry.objects.unanswered(now=now).filter(substitute__user=user)}
    if not open_ones:
        return {}
    since = min(one.asked_at for one in open_ones.values())
    told = Message.objects.filter(recipient=user, kind__in=[ONE, MANY], copy_of=None, posted_at__gte=since)
    found = {message.pk: _question(message, open_ones) for message in told}
    return {key: question for key, question in found.items() if question}


def _question(message: Message, open_ones: dict[str, Enquiry]) -> Question | None:
    if message.kind == MANY:
        asked = [open_ones[key] for key in message.facts["enquiries"] if key in open_ones]
        return Question(reverse("booking:enquiries"), min(one.answer_by for one in asked)) if asked else None
    one = open_ones.get(message.facts["pk"])
    if one is None:
        return None
    page, post_to = (reverse(f"booking:{view}", args=[one.pk]) for view in ("enquiry", "answer"))
    return Question(page, one.answer_by, post_to)

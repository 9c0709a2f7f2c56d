"""What is asked, and what becomes of the answers. Who never answered hears no more of it."""

import itertools
import re
from collections.abc import Callable, Sequence
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from booking import enquiry_links
from booking.models import Enquiry
from booking.notifications import words
from booking.notifications.shortening import Facts
from booking.notifications.telling import fits, tell
from people.models import User

LINK = re.compile(r"/f/[\w-]{38}/")
"""What `link_of` answers with, in a text."""

MOST_CODES = 3
"""So many of the shifts are named in an SMS about several; all are in the portal."""


def asked(enquiry: Enquiry, *, at: datetime, due_at: datetime | None = None) -> None:
    """Can you take it? An SMS names a code when more than one could be meant; the link answers this one alone."""
    _tell(
        "enquiry.asked",
        enquiry,
        at=at,
        due_at=due_at,
        link=link_of(enquiry),
        more=lambda: {
            "code": f" {enquiry.code}" if _may_be_mixed_up(enquiry, at=at) else "",
            "by": words.moment(enquiry.answer_by, at=due_at or at),
        },
    )


def asked_many(enquiries: Sequence[Enquiry], *, at: datetime, due_at: datetime | None = None) -> None:
    """One message to a person about several that go out at the same moment, with the codes of the first."""
    if len(enquiries) == 1:
        asked(enquiries[0], at=at, due_at=due_at)
        return
    substitute = enquiries[0].substitute
    codes = sorted(enquiry.code for enquiry in enquiries)
    tell(
        "enquiry.asked_many",
        substitute,
        to=substitute.user,
        at=at,
        due_at=due_at,
        path=reverse("booking:enquiries"),
        version=f"{codes[0]}-{codes[-1]}",  # codes are never used again, so these are known by them
        remembers={"enquiries": [str(enquiry.pk) for enquiry in enquiries]},
        facts=lambda: {
            "number": str(len(enquiries)),
            "by": words.moment(min(enquiry.answer_by for enquiry in enquiries), at=due_at or at),
            "codes": _choices(enquiries),
        },
    )


def with_choices(text: str, enquiries: Sequence[Enquiry]) -> str:
    """The text, and those that she may mean with their codes: as many as two SMS have room for."""
    every = [words.choice(enquiry.code, enquiry.order) for enquiry in enquiries]
    fewer = ([*every[:number], _("Fler finns i portalen.")] for number in range(len(every) - 1, -1, -1))
    tried = (" ".join([text, *said]) for said in itertools.chain([every], fewer))
    return next(filter(fits, tried), text)


def lost(enquiry: Enquiry, *, at: datetime, due_at: datetime | None = None) -> None:
    """She said yes and waited, and somebody else was chosen."""
    _tell("enquiry.lost", enquiry, at=at, due_at=due_at)


def no_longer_asked(enquiry: Enquiry, *, at: datetime, due_at: datetime | None = None) -> None:
    """She said yes and waited, and nobody gets the shift this way. Whoever had not answered is told nothing."""
    said_yes = enquiry.answered_at is not None and enquiry.status != Enquiry.Status.NO
    if said_yes or enquiry.status == Enquiry.Status.WAITING_YES:
        _tell("enquiry.closed", enquiry, at=at, due_at=due_at)


def _tell(
    kind: str,
    enquiry: Enquiry,
    *,
    at: datetime,
    due_at: datetime | None,
    link: str = "",
    more: Callable[[], Facts] = dict,
) -> None:
    tell(
        kind,
        enquiry,
        to=enquiry.substitute.user,
        at=at,
        due_at=due_at,
        path=reverse("booking:enquiry", args=[enquiry.pk]),
        link=link,
        facts=lambda: {**words.shift(enquiry.order), **more()},
    )


def link_of(enquiry: Enquiry) -> str:
    """The path that opens this enquiry to whoever reads what was sent to her, and nothing else."""
    token = enquiry_links.token(enquiry.pk, written_to(enquiry))
    return reverse("booking:enquiry_by_link", args=[token])


def written_to(enquiry: Enquiry) -> str:
    """Where she is reached: her number, or her e-mail address if she has none."""
    user = enquiry.substitute.user
    return user.phone or user.email


def _choices(enquiries: Sequence[Enquiry]) -> tuple[str, ...]:
    """The first of them with their codes, and ever fewer."""
    first = [words.choice(enquiry.code, enquiry.order) for enquiry in enquiries[:MOST_CODES]]
    return tuple(" ".join(first[:number]) for number in range(len(first), -1, -1))


def _may_be_mixed_up(enquiry: Enquiry, *, at: datetime) -> bool:
    user = enquiry.substitute.user
    others = Enquiry.objects.winnable(now=at).filter(substitute__user__phone=user.phone).exclude(pk=enquiry.pk)
    shared = User.objects.filter(phone=user.phone).exclude(pk=user.pk)
    return others.exists() or shared.exists()

"""Who of those that a planner has chosen gets what she writes, by what way, and who cannot and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from booking.models import Absence, Availability, Booking
from booking.notifications.written import KIND, Letter
from booking.period import Period
from booking.weeks import Week
from messaging import choices, outbox, ways
from messaging.models import Channel
from messaging.segments import segments
from people import languages
from people.models import Substitute

BY_HAND = gettext_noop("har skyddade uppgifter. Ring i stället")
CLOSED = gettext_noop("har ett stängt konto")


@dataclass(frozen=True, slots=True)
class Receiver:
    """Somebody, and what hinders an SMS to her; nothing if one leaves."""

    substitute: Substitute
    why: str = ""
    is_mailed: bool = False
    """That she gets it by e-mail, and not only in the inbox of the portal."""


@dataclass(frozen=True, slots=True)
class Price:
    """How many SMS leave for those who read one language, and the text as each of them reads it."""

    language: str
    text: str
    segments: int
    people: int

    @property
    def total(self) -> int:
        """The number of SMS in all."""
        return self.segments * self.people


@dataclass(frozen=True, slots=True)
class Receivers:
    """All of them, in their order: by SMS, by another way alone, and not at all."""

    by_sms: list[Receiver] = field(default_factory=list)
    otherwise: list[Receiver] = field(default_factory=list)
    never: list[Receiver] = field(default_factory=list)

    @property
    def people(self) -> list[Substitute]:
        """Those who get it by some way."""
        return [one.substitute for one in (*self.by_sms, *self.otherwise)]

    def prices(self, letter: Letter) -> list[Price]:
        """What the letter costs in each of the languages that they read; at least one, so that it can be seen."""
        spoken = [languages.of(one.substitute.user) for one in self.by_sms]
        first = sorted(set(spoken), key=lambda language: (-spoken.count(language), language)) or [
            languages.of(one.user) for one in self.people[:1]
        ]
        texts = [(language, letter.as_sms(language)) for language in first]
        return [Price(language, text, segments(text), spoken.count(language)) for language, text in texts]


def of(people: Sequence[Substitute]) -> Receivers:
    """Each with her way; as many queries for one as for hundreds. Their users are known."""
    found = Receivers()
    with choices.known(one.user for one in people):
        for one in people:
            _place(one, found)
    return found


def _place(substitute: Substitute, found: Receivers) -> None:
    if why := never(substitute):
        found.never.append(Receiver(substitute, why))
        return
    hers = ways.to(substitute.user, KIND)
    leaving = {way.channel for way in hers if way.leaves}
    if Channel.SMS in leaving:
        found.by_sms.append(Receiver(substitute))
        return
    is_silenced = any(way.is_silenced for way in hers)
    why = outbox.SILENCED if is_silenced else ways.MISSING[Channel.SMS]
    found.otherwise.append(Receiver(substitute, _(why), is_mailed=Channel.EMAIL in leaving))


def never(substitute: Substitute) -> str:
    """Why the portal must not or cannot tell her anything; empty if it may."""
    if substitute.by_hand_only or substitute.user.protected:
        return _(BY_HAND)
    return "" if substitute.user.is_active else _(CLOSED)


def said_nothing_of(week: Week) -> Q:
    """Substitutes who have put in no time for the week, have no shift in it and are not away."""
    return said_nothing_in(week.span)


def said_nothing_in(span: Period) -> Q:
    """The same of any time."""
    hers = {"substitute": OuterRef("pk")}
    said = Availability.objects.filter(**hers).touching(span)
    booked = Booking.objects.occupying().filter(**hers).overlapping(span)
    away = Absence.objects.filter(**hers).touching(span)
    return ~(Q(Exists(said)) | Q(Exists(booked)) | Q(Exists(away)))


def total(prices: Iterable[Price]) -> int:
    """The SMS of all."""
    return sum(price.total for price in prices)

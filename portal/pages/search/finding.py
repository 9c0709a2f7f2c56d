"""All that somebody's words find, under the headings of the search page."""

from dataclasses import dataclass, field
from datetime import datetime

from django.http import HttpRequest

from booking.models import Booking
from booking.weeks import local_day
from people.views.own import substitute_of
from portal.pages.cards import Card, card
from portal.pages.search import asked, guessing, hits, places, shifts
from portal.pages.search.hits import Hit
from portal.pages.search.places import Place
from portal.pages.search.tiers import Tier


@dataclass(frozen=True, slots=True)
class ContactHit:
    """A contact, and where it stands."""

    card: Card
    url: str


@dataclass(frozen=True, slots=True)
class Found:
    """What was found; `guesses` are ways to spell what found nothing whole."""

    best: list[Hit] = field(default_factory=list)
    pages: list[Hit] = field(default_factory=list)
    answers: list[Hit] = field(default_factory=list)
    contacts: list[ContactHit] = field(default_factory=list)
    workplaces: list[Place] = field(default_factory=list)
    bookings: list[Booking] = field(default_factory=list)
    guesses: list[str] = field(default_factory=list)
    partly: bool = False

    @property
    def count(self) -> int:
        """How many in all."""
        groups = (self.best, self.pages, self.answers, self.contacts, self.workplaces, self.bookings)
        return sum(len(group) for group in groups)


def found(request: HttpRequest, typed: str, *, language: str, now: datetime) -> Found:
    """Everything that she may see; as many queries however much there is."""
    wanted = asked.understood(typed)
    read = hits.found(request, wanted, language, on=local_day(now))
    hers = shifts.found(substitute_of(request), typed, now=now)
    workplaces = places.found(request.user, wanted)
    partly = all(hit.tier is Tier.SOME for hit in read)
    lost = partly and not hers and not workplaces
    return Found(
        best=[hit for hit in read if hit.tier is Tier.BEST],
        pages=[hit for hit in read if hit.tier is not Tier.BEST and not hit.is_answer and not hit.contact],
        answers=[hit for hit in read if hit.is_answer],
        contacts=[ContactHit(card(hit.contact, at=now), hit.url) for hit in read if hit.contact],
        workplaces=workplaces,
        bookings=hers,
        guesses=guessing.guesses(request, wanted.words, on=local_day(now)) if lost else [],
        partly=partly and bool(read),
    )

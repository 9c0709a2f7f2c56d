"""What a substitute should see to, each as one sentence with the one thing to do about it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.template.defaultfilters import capfirst
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from booking.templatetags.shifts import is_empty, last_day
from booking.views.substitute.profile import SOON
from booking.weeks import Week
from home.standing import AGREEMENT, RECORDS_CHECK, Held, Standing
from people.models import RecordsCheckKind, Substitute
from portal.templatetags.phones import national

PAPERS_TOLD = 3


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence, what it means, and perhaps a way to do something about it."""

    heading: str
    text: str
    url: str = ""
    act: str = ""
    icon: str = "alert"


def of(me: Substitute, standing: Standing, empty: Week | None, *, now: datetime) -> list[Note]:
    """The most pressing first."""
    return [
        *of_the_number(me, silenced=standing.silenced),
        *map(of_rest, standing.rest),
        *of_papers(standing.papers, now=now),
        *([of_empty(empty)] if empty else []),
    ]


def of_the_number(me: Substitute, *, silenced: bool) -> Iterator[Note]:
    """Whether an SMS reaches her."""
    change = reverse("booking:phone")
    if me.user.protected:
        return  # none does, and so it must be
    if not me.user.phone:
        yield Note(
            _("Vi har inget mobilnummer till dig"), _("Utan nummer får du inga sms."), change, _("Lägg in ditt nummer")
        )
    elif silenced:
        yield of_silence()
    elif not me.user.phone_verified:
        yield Note(
            _("Ditt mobilnummer är inte bekräftat"),
            _("Bekräfta det, så vet vi att sms når dig."),
            change,
            _("Bekräfta numret"),
        )


def of_silence() -> Note:
    """Her number has said STOP; a sender that is a name cannot be written to."""
    heading, number = _("Du har stoppat våra sms"), settings.SMS_SENDER
    if not number.startswith("+"):
        return Note(heading, _("Svara START på ett sms från oss, så får du dem igen."))
    words = _("Skicka START till %(number)s, så får du dem igen.") % {"number": national(number)}
    return Note(heading, words, f"sms:{number}?body=START", _("Skriv START"), "sms")


def of_rest(owed: Held) -> Note:
    """That a shift took of her rest, and until when it is to be given back."""
    facts = {"shift": _day(owed.starts), "by": _day(owed.ends or owed.starts)}
    heading = _("Du ska få igen vila efter passet %(shift)s") % facts
    return Note(heading, _("Bemanningen planerar den senast %(by)s.") % facts, icon="moon")


def of_papers(papers: Sequence[Held], *, now: datetime) -> list[Note]:
    """Those that run out soon or have done so lately, and that no other takes over from; of many the first ones."""
    ending = [paper for paper in papers if paper.ends and paper.ends <= now + SOON and not _goes_on(paper, papers)]
    advice = _("Prata med din chef.")
    notes = [Note(_runs_out(paper, now), advice, icon="idcard") for paper in ending[:PAPERS_TOLD]]
    if len(ending) > PAPERS_TOLD:
        notes.append(
            Note(_("Mer går ut snart"), advice, reverse("booking:profile"), _("Se allt i din profil"), "idcard")
        )
    return notes


def of_empty(week: Week) -> Note:
    """A week where she has nothing, neither booked nor put in."""
    url = f"{reverse('booking:put_in')}?vecka={week}"
    return Note(is_empty(week), _("Lägg in tid om du vill jobba då."), url, _("Lägg in tid"), "cal-plus")


def _goes_on(paper: Held, papers: Iterable[Held]) -> bool:
    """Whether another of the same takes over when it ends."""
    assert paper.ends  # noqa: S101 (the caller asks of those that end)
    same = (one for one in papers if (one.what, one.name, one.place) == (paper.what, paper.name, paper.place))
    return any(one.starts <= paper.ends and (one.ends is None or one.ends > paper.ends) for one in same)


def _runs_out(paper: Held, now: datetime) -> str:
    """Delegering läkemedel går ut 30 juni"""
    assert paper.ends  # noqa: S101 (the caller asks of those that end)
    name = paper.name
    if paper.what == AGREEMENT:
        name = _("ditt avtal som %(occupation)s, %(place)s,") % {"occupation": paper.name, "place": paper.place}
    if paper.what == RECORDS_CHECK:
        name = _("ditt registerutdrag för %(kind)s") % {"kind": RecordsCheckKind(paper.name).label}
    words = _("%(what)s går ut %(day)s") if paper.ends > now else _("%(what)s gick ut %(day)s")
    return capfirst(words % {"what": name, "day": date_format(last_day(paper.ends), "j F")})


def _day(moment: datetime) -> str:
    return date_format(last_day(moment), "j F")

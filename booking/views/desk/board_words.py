"""What a row of Fyll först says: how far the order has come, the best proposal, and its one button."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from booking.matching.best import Proposal
from booking.matching.filling import ToFill
from booking.matching.next_step import Act, State, Why
from booking.matching.ranking import Tier
from booking.resource_time import Fit
from booking.templatetags.shifts import by
from booking.weeks import local_day
from people.models import Substitute

POSTED = {Act.BOOK, Act.ASK_ALL, Act.ASK_IN_WAVES}
WHERE = {Act.CALL: "?visa=ring#ring", Act.CHOOSE: "#kandidater"}


@dataclass(frozen=True, slots=True)
class Badge:
    """How far it has come."""

    kind: str
    icon: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """All that the row says. Its button is `posted`, or leads to the order's page, to `where` on it."""

    filling: ToFill
    badge: Badge
    bold: str
    small: str
    button: str
    posted: bool
    where: str
    seen: str = ""


def row(filling: ToFill, *, now: datetime, seen: str = "") -> Row:
    """In words."""
    bold, small = PROPOSALS[filling.step.why](filling, now)
    act = filling.step.act
    return Row(filling, badge(filling), bold, small, button(filling), act in POSTED, WHERE.get(act, ""), seen)


def badge(filling: ToFill) -> Badge:
    """Saknar vikarie, Väntar på 3 svar, 3 har anmält intresse …"""
    order = filling.order
    match filling.step.state:
        case State.STOPPED:
            return Badge("grus", "alert", _("Stoppad"))
        case State.WANTED:
            words = ngettext("%(n)d har anmält intresse", "%(n)d har anmält intresse", order.interested)
            return Badge("ljung", "hand", words % {"n": order.interested})
        case State.RESERVED:
            return Badge("fraga", "clock", _("Reserverat"))
        case State.PHONE:
            return Badge("lingon", "phone", _("Ska ringas"))
        case State.WAITING:
            return Badge("fraga", "clock", _waiting(filling))
    return Badge("lingon", "alert", _("Saknar vikarie"))


def _waiting(filling: ToFill) -> str:
    order = filling.order
    if filling.step.why is Why.ASKED_LATER:
        return _("Frågas senare")
    if order.said_no:
        return _("%(no)d av %(asked)d har svarat nej") % {"no": order.said_no, "asked": order.asked}
    if not order.waiting:
        return ngettext("%(n)d har svarat ja", "%(n)d har svarat ja", order.said_yes) % {"n": order.said_yes}
    return _("Väntar på %(n)d svar") % {"n": order.waiting}


def button(filling: ToFill) -> str:
    """Boka Lars-Erik, Fråga alla 6, Visa svar …"""
    act = filling.step.act
    if act is Act.BOOK and filling.book:
        return _("Boka %(who)s") % {"who": called(filling.book.substitute)}
    if act is Act.ASK_ALL:
        return _("Fråga alla") if filling.best.more else _("Fråga alla %(n)d") % {"n": filling.best.to_ask}
    return {
        Act.CHOOSE: _("Välj"),
        Act.ANSWERS: _("Visa svar"),
        Act.ASK_IN_WAVES: _("Fråga i omgångar"),
        Act.CALL: _("Ring"),
    }.get(act, _("Öppna"))


def called(substitute: Substitute) -> str:
    """Lars-Erik; whoever is protected by her alias."""
    user = substitute.user
    return str(substitute) if user.protected else user.first_name or str(substitute)


def why_she(proposal: Proposal) -> str:
    """Har lagt in tid, introducerad: the two things that speak most for her."""
    words = list(_for_her(proposal))[:2] or [_("har avtal här")]
    return ", ".join([words[0][:1].upper() + words[0][1:], *words[1:]])


def _for_her(proposal: Proposal) -> Iterator[str]:
    merits = proposal.merits
    if merits.resource:
        yield _("akut resurstid, flyttas") if merits.resource is Fit.MOVABLE else _("har resurspass då")
    elif merits.has_time:
        yield _("har lagt in tid")
    tiers = {Tier.WISHED: _("önskad"), Tier.FAVOURITE: _("favorit"), Tier.INTRODUCED: _("introducerad")}
    if merits.tier in tiers:
        yield tiers[merits.tier]
    if merits.shifts_here:
        yield _("har jobbat här")


Words = tuple[str, str]


def fitting(filling: ToFill) -> str:
    """6 passar; of a long line, whose end nobody has looked at: Minst 6 passar"""
    number = filling.best.fitting
    if filling.best.more:
        return ngettext("Minst %(n)d passar", "Minst %(n)d passar", number) % {"n": number}
    return ngettext("%(n)d passar", "%(n)d passar", number) % {"n": number}


def _her(filling: ToFill, _now: datetime) -> Words:
    proposal = filling.proposal
    return (str(proposal.substitute), why_she(proposal)) if proposal else (fitting(filling), "")


def _reserved(filling: ToFill, now: datetime) -> Words:
    order = filling.order
    name = str(order.wished) if order.wished else ""
    if order.reason.introduces:
        return name, _("Passet är en introduktion")
    return name, _("Ingen annan ser det före %(when)s") % {"when": by(order.wished_until, local_day(now))}


def _said_yes(filling: ToFill, now: datetime) -> Words:
    number = filling.order.said_yes
    bold = ngettext("%(n)d har svarat ja", "%(n)d har svarat ja", number) % {"n": number}
    return bold, _last_answer(filling, now)[1] if filling.order.waiting else _("Avgörs snart")


def _last_answer(filling: ToFill, now: datetime) -> Words:
    number, last = filling.order.waiting, filling.order.last_answer
    bold = ngettext("%(n)d väntar", "%(n)d väntar", number) % {"n": number}
    return bold, _("Sista svar %(when)s") % {"when": by(last, local_day(now))}


def _asked_later(filling: ToFill, now: datetime) -> Words:
    opens = filling.standing.asked_from
    return _("Ingen är frågad än"), _("Sms går ut %(when)s") % {"when": by(opens, local_day(now))} if opens else ""


def _can_be_asked(filling: ToFill, _now: datetime) -> Words:
    first = filling.best.first
    return fitting(filling), _("%(who)s står först") % {"who": first.substitute} if first else ""


def _with_a_reason(filling: ToFill, _now: datetime) -> Words:
    number = filling.best.with_a_reason
    words = ngettext("%(n)d kan få det med ett skäl", "%(n)d kan få det med ett skäl", number)
    return _("Ingen passar"), words % {"n": number}


def _fits_and(words: Callable[[], str]) -> Callable[[ToFill, datetime], Words]:
    return lambda filling, _now: (fitting(filling), words())


PROPOSALS: dict[Why, Callable[[ToFill, datetime], Words]] = {
    Why.STOPPED: lambda _filling, _now: (_("Inget går ut"), _("Starta passet för att fråga igen")),
    Why.RESERVED: _reserved,
    Why.TO_CHOOSE: _her,
    Why.WANTS_IT: _her,
    Why.CANNOT_BE_GIVEN: lambda _filling, _now: (_("Ingen av dem passar"), _("Se varför på beställningen")),
    Why.SAID_YES: _said_yes,
    Why.LAST_ANSWER: _last_answer,
    Why.ASKED_LATER: _asked_later,
    Why.NEAR: _fits_and(lambda: _("Kort varsel: ring")),
    Why.SHORT_NOTICE: _fits_and(lambda: _("Kort varsel: fråga eller ring")),
    Why.HAS_TIME: _her,
    Why.CAN_BE_ASKED: _can_be_asked,
    Why.ALL_ASKED: _fits_and(lambda: _("Alla är tillfrågade")),
    Why.WITH_A_REASON: _with_a_reason,
    Why.NOBODY_FITS: lambda _filling, _now: (_("Ingen passar"), _("Se varför på beställningen")),
}

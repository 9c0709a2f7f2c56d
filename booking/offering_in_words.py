"""What a policy does to an order, step by step, in plain words. Reads nothing: what it needs is handed in."""

from collections.abc import Container, Iterator
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from booking.offering import (
    Hindrance,
    LateYes,
    Mode,
    OfferTerms,
    PayFirst,
    after_waking,
    answer_by,
    asking_opens,
    earliest_start,
    is_quiet,
    is_urgent,
    to_be_phoned,
    wave_wait,
    why_not_direct,
)
from booking.period import Period
from booking.policy_words import length
from booking.weeks import local_day
from portal.templatetags.times import clock, day

A_DAY = timedelta(days=1)


def sentences(
    shift: Period, *, now: datetime, terms: OfferTerms, red_days: Container[date], direct: bool = True
) -> list[str]:
    """What happens to an order of the shift from now on, a line for each step.

    `direct` is whether the orderer lets the portal fill it.
    """
    if shift.starts <= now:
        return [_("Passet har börjat och kan inte längre erbjudas.")]
    return [
        *_start(shift, now, terms),
        *_direct(shift, now, terms, red_days, allowed=direct),
        *_asking(shift, now, terms),
        *_afterwards(terms),
    ]


def hindrance_sentence(hindrance: Hindrance) -> str:
    """The hindrance in words: Börjar om 2 tim 10 min, direktbokning kräver minst 3 tim"""
    return _(hindrance.words).format(**{name: _fact(fact) for name, fact in hindrance.facts.items()})


def _fact(fact: object) -> str:
    if isinstance(fact, timedelta):
        return length(fact)
    if isinstance(fact, Period):
        return f"{clock(fact.starts)}–{clock(fact.ends)}"
    return day(fact) if isinstance(fact, date) else str(fact)


def _start(shift: Period, now: datetime, terms: OfferTerms) -> Iterator[str]:
    facts = {"when": _when(shift.starts, now), "left": length(shift.starts - now)}
    yield _("Passet börjar %(when)s, om %(left)s.") % facts
    if shift.starts < earliest_start(now, terms):
        lead = {"lead": length(terms.order_min_lead)}
        yield _("En beställare måste lägga det minst %(lead)s före start. Nu kan bara bemanningen göra det.") % lead


def _direct(
    shift: Period, now: datetime, terms: OfferTerms, red_days: Container[date], *, allowed: bool
) -> Iterator[str]:
    instead = _("ringlista") if to_be_phoned(now, shift.starts, terms) else _("förfrågan")
    hindrances = why_not_direct(shift, now=now, terms=terms, red_days=red_days, booked=())
    for hindrance in hindrances:
        facts = {"why": hindrance_sentence(hindrance), "instead": instead}
        yield _("%(why)s → %(instead)s, inte direktbokning.") % facts
    if not hindrances and not allowed:
        yield _("Beställaren har inte låtit portalen tillsätta passet. Bemanningen bestämmer vem som får det.")
    elif not hindrances:
        yield _("Den som står först av dem som har lagt in tid bokas direkt. Finns ingen blir det en förfrågan.")
        if not terms.direct_second_shift_same_day:
            yield _("Den som redan har ett pass samma dag bokas inte direkt.")


def _asking(shift: Period, now: datetime, terms: OfferTerms) -> Iterator[str]:
    opens = asking_opens(now, shift.starts, terms)
    if to_be_phoned(now, shift.starts, terms):
        limit = {"limit": length(terms.phone_limit)}
        yield _("Det är kortare kvar än %(limit)s. Inga förfrågningar skickas. Vikarier rings i turordning.") % limit
    elif opens >= shift.starts or to_be_phoned(opens, shift.starts, terms):
        yield _(
            "Inga förfrågningar skickas %(quiet)s, och sedan är det för sent. Vikarier rings i turordning."
        ) % _quiet(terms)
    else:
        yield _opening(shift, now, opens, terms)
        yield from _waves(shift, opens, terms)
        if terms.phone_limit:
            facts = {"when": _when(shift.starts - terms.phone_limit, now), "left": length(terms.phone_limit)}
            yield _("Från %(when)s, när det är %(left)s kvar, rings vikarier i turordning i stället.") % facts


def _opening(shift: Period, now: datetime, opens: datetime, terms: OfferTerms) -> str:
    if opens > now:
        facts = _quiet(terms) | {"when": _when(opens, now)}
        return _("Inga förfrågningar skickas %(quiet)s. De första skickas %(when)s.") % facts
    if is_quiet(now, terms):
        facts = _quiet(terms) | {"limit": length(terms.urgent_limit)}
        return _("Förfrågningar skickas genast, även %(quiet)s, eftersom passet börjar inom %(limit)s.") % facts
    return _("Förfrågningar skickas genast.")


def _waves(shift: Period, opens: datetime, terms: OfferTerms) -> Iterator[str]:
    size = {"n": terms.wave_size}
    yield ngettext("%(n)d vikarie frågas åt gången.", "%(n)d vikarier frågas åt gången.", terms.wave_size) % size
    wait, due = wave_wait(opens, shift.starts, terms), answer_by(opens, shift.starts, terms)
    facts = {"wait": length(wait), "when": _when(due, opens)}
    if due >= shift.starts:
        yield _("De kan svara tills passet börjar.")
    else:
        yield _("De har %(wait)s på sig, till %(when)s. Sedan frågas nästa grupp.") % facts
    urgent = is_urgent(opens, shift.starts, terms)
    if not urgent and after_waking(opens, wait, terms) > opens + wait:
        yield _("Svarstiden står still %(quiet)s.") % _quiet(terms)
    if terms.enquiry_mode == Mode.FIRST_YES:
        yield _("Den som svarar ja först får passet.")
    else:
        yield _("Svaren samlas. När svarstiden är slut får den som står högst av dem som svarat ja passet.")


def _afterwards(terms: OfferTerms) -> Iterator[str]:
    if terms.regret_within:
        within = {"within": length(terms.regret_within)}
        yield _("Den som själv har tagit passet kan ångra sig i %(within)s. Då söks någon annan.") % within
    if terms.late_yes == LateYes.SHOW:
        yield _("Ett ja efter svarstiden bokar inte. Bemanningen ser det och kan boka.")
    else:
        yield _("Ett ja efter svarstiden gäller inte.")
    if terms.ask_again_after_no:
        yield _("Blir passet ledigt på nytt frågas även de som har sagt nej.")
    if terms.pay_first != PayFirst.SAME:
        monthly = terms.pay_first == PayFirst.MONTHLY
        yield _("Månadsavlönade går före timavlönade.") if monthly else _("Timavlönade går före månadsavlönade.")
    if caps := _caps(terms):
        yield _("Den som kommer över %(caps)s bokas bara av en planerare som skriver ett skäl.") % {"caps": caps}


def _caps(terms: OfferTerms) -> str:
    caps = [
        _("%(n)d tim i månaden") % {"n": terms.month_cap} if terms.month_cap else "",
        ngettext("%(n)d dag i rad", "%(n)d dagar i rad", terms.days_in_row) % {"n": terms.days_in_row}
        if terms.days_in_row
        else "",
    ]
    return _(" eller ").join(filter(None, caps))


def _quiet(terms: OfferTerms) -> dict[str, str]:
    return {"quiet": f"{clock(terms.quiet_from)}–{clock(terms.quiet_to)}"}


def _when(moment: datetime, now: datetime) -> str:
    """i dag 06.15, i morgon 06.15, torsdag 14 maj 06.15"""
    today = local_day(now)
    near = {today: _("i dag"), today + A_DAY: _("i morgon")}
    return f"{near.get(local_day(moment), day(moment))} {clock(moment)}"

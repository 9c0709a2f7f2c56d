"""Whom the portal asks, when, how long there is to answer, and what the answer becomes."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from booking.offering import LONGEST_WAIT, SHORTEST_WAIT, LateYes, Mode, OfferTerms, PayFirst
from portal.pages.in_force.policy.words import in_words
from portal.templatetags.times import clock


def enquiries(terms: OfferTerms) -> Iterator[str]:
    """From the question to the answer."""
    yield how_many(terms)
    yield from whom_first(terms)
    yield how_long(terms)
    yield whose(terms)
    yield too_late(terms)
    if terms.ask_again_after_no:
        yield _("Blir passet ledigt igen frågar vi även dig som har sagt Nej.")


def hours(terms: OfferTerms) -> Iterator[str]:
    """When on the day, and how near to the shift."""
    if terms.order_min_lead:
        lead = {"time": in_words(terms.order_min_lead)}
        yield _("En arbetsplats ska beställa minst %(time)s före passet. Därför kan en fråga komma sent.") % lead
    yield from at_night(terms)
    yield from by_phone(terms)


def regret(terms: OfferTerms) -> Iterator[str]:
    """How a shift that is hers can be given back."""
    if terms.regret_within:
        time = {"time": in_words(terms.regret_within)}
        yield _("Har du svarat Ja eller tagit ett pass själv kan du ångra dig i %(time)s.") % time
        yield _("Sedan måste du ringa Bemanningen om du inte kan komma.")
    else:
        yield at_once()


def at_once() -> str:
    """That a yes cannot be regretted here."""
    return _("Ditt Ja gäller direkt. Ring Bemanningen om du inte kan komma.")


def how_many(terms: OfferTerms) -> str:
    """How many are asked before the next ones are."""
    size = {"n": terms.wave_size}
    return ngettext("Vi frågar en vikarie åt gången.", "Vi frågar %(n)d vikarier åt gången.", terms.wave_size) % size


def whom_first(terms: OfferTerms) -> Iterator[str]:
    """Which form of pay goes first; what binds them to the workplace counts before it (`booking.matching.ranking`)."""
    if terms.pay_first == PayFirst.MONTHLY:
        yield _("Vi börjar med dem som arbetsplatsen känner. Är det lika går månadslön före timlön.")
    if terms.pay_first == PayFirst.HOURLY:
        yield _("Vi börjar med dem som arbetsplatsen känner. Är det lika går timlön före månadslön.")


def how_long(terms: OfferTerms) -> str:
    """The time that there is to answer in."""
    if terms.wave_wait is None:
        span = {"least": in_words(SHORTEST_WAIT), "most": in_words(LONGEST_WAIT)}
        return _("Du har mellan %(least)s och %(most)s på dig att svara. Ju närmare passet är, desto kortare.") % span
    return _("Du har %(wait)s på dig att svara. Sedan frågar vi nästa.") % {"wait": in_words(terms.wave_wait)}


def at_night(terms: OfferTerms) -> Iterator[str]:
    """The hours when nobody is asked; the same clock twice means that there are none."""
    if terms.quiet_from == terms.quiet_to:
        return
    facts = {"hours": f"{clock(terms.quiet_from)}–{clock(terms.quiet_to)}", "limit": in_words(terms.urgent_limit)}
    if terms.urgent_limit:
        yield _("Klockan %(hours)s frågar vi bara om passet börjar inom %(limit)s.") % facts
    else:
        yield _("Klockan %(hours)s frågar vi inte.") % facts


def by_phone(terms: OfferTerms) -> Iterator[str]:
    """When she is called instead of asked."""
    if terms.phone_limit:
        yield _("Är det mindre än %(time)s kvar till passet ringer vi i stället.") % {
            "time": in_words(terms.phone_limit)
        }


def whose(terms: OfferTerms) -> str:
    """Who gets the shift of those who say yes."""
    if terms.enquiry_mode == Mode.FIRST_YES:
        return _("Den som svarar Ja först får passet.")
    return _("Vi samlar svaren tills tiden är slut. Den som står högst av dem som svarat Ja får passet.")


def too_late(terms: OfferTerms) -> str:
    """What a yes is worth when the time is over."""
    if terms.late_yes == LateYes.SHOW:
        return _("Svarar du för sent bokas du inte. Bemanningen ser ditt Ja och kan boka dig.")
    return _("Svarar du för sent gäller inte ditt Ja.")

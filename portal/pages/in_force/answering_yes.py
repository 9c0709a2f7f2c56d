"""What happens when she answers Ja to an enquiry, in words to her. Pure: the policy is handed in."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from booking.offering import Mode, OfferTerms
from portal.pages.in_force.policy import asking
from portal.pages.in_force.policy.words import AN_HOUR, hours_of, in_words


def sentences(terms: OfferTerms) -> list[str]:
    """A line for each step, from the question to what can be undone."""
    return [*_asked(terms), *_answered(terms), *_afterwards(terms)]


def _asked(terms: OfferTerms) -> Iterator[str]:
    yield asking.how_many(terms)
    yield from asking.whom_first(terms)
    yield asking.how_long(terms)
    yield from asking.at_night(terms)


def _answered(terms: OfferTerms) -> Iterator[str]:
    yield asking.whose(terms)
    yield _("Är det du? Då står det Passet är ditt, och du får ett meddelande.")
    yield _("Hann någon annan före? Då får du veta det också.")
    yield from _counted(terms)


def _counted(terms: OfferTerms) -> Iterator[str]:
    """Who has come to a cap is not asked, and her Ja books nothing (`booking.rules.hours`)."""
    if terms.month_cap:
        most = {"time": hours_of(terms.month_cap * AN_HOUR)}
        yield _("Skulle du få mer än %(time)s den månaden bokas du inte.") % most
    if terms.days_in_row:
        words = ngettext(
            "Skulle du jobba mer än %(n)d dag i rad bokas du inte.",
            "Skulle du jobba mer än %(n)d dagar i rad bokas du inte.",
            terms.days_in_row,
        )
        yield words % {"n": terms.days_in_row}


def _afterwards(terms: OfferTerms) -> Iterator[str]:
    if terms.regret_within:
        yield _("Du kan ångra dig i %(time)s. Då frågar vi någon annan.") % {"time": in_words(terms.regret_within)}
    else:
        yield asking.at_once()
    yield asking.too_late(terms)
    yield from asking.by_phone(terms)
    if terms.phone_limit and terms.enquiry_mode == Mode.BEST:
        yield _("Då väntar vi inte längre. Första Ja får passet.")

"""What happens when she answers Ja to an enquiry, in words to her. Pure: the policy is handed in."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from booking.offering import LONGEST_WAIT, SHORTEST_WAIT, LateYes, Mode, OfferTerms
from booking.policy_words import length
from portal.templatetags.times import clock


def sentences(terms: OfferTerms) -> list[str]:
    """A line for each step, from the question to what can be undone."""
    return [*_asked(terms), *_answered(terms), *_afterwards(terms)]


def _asked(terms: OfferTerms) -> Iterator[str]:
    size = {"n": terms.wave_size}
    yield ngettext("Vi frågar en vikarie åt gången.", "Vi frågar %(n)d vikarier åt gången.", terms.wave_size) % size
    if terms.wave_wait is None:
        span = {"least": length(SHORTEST_WAIT), "most": length(LONGEST_WAIT)}
        yield _("Du har mellan %(least)s och %(most)s på dig. Ju närmare passet är, desto kortare.") % span
    else:
        yield _("Du har %(wait)s på dig. Sedan frågar vi nästa.") % {"wait": length(terms.wave_wait)}
    if terms.quiet_from != terms.quiet_to:
        hours = {"hours": f"{clock(terms.quiet_from)}–{clock(terms.quiet_to)}", "limit": length(terms.urgent_limit)}
        yield _("Klockan %(hours)s frågar vi bara om passet börjar inom %(limit)s.") % hours


def _answered(terms: OfferTerms) -> Iterator[str]:
    if terms.enquiry_mode == Mode.FIRST_YES:
        yield _("Den som svarar Ja först får passet.")
    else:
        yield _("Vi samlar svaren tills tiden är slut. Den som står högst av dem som svarat Ja får passet.")
    yield _("Är det du? Då står det Passet är ditt, och du får ett meddelande.")
    yield _("Hann någon annan före? Då får du veta det också.")


def _afterwards(terms: OfferTerms) -> Iterator[str]:
    if terms.regret_within:
        yield _("Du kan ångra dig i %(time)s. Då frågar vi någon annan.") % {"time": length(terms.regret_within)}
    else:
        yield _("Ditt Ja gäller direkt. Ring Bemanningen om du inte kan komma.")
    if terms.late_yes == LateYes.SHOW:
        yield _("Svarar du för sent bokas du inte. Bemanningen ser ditt Ja och kan boka dig.")
    else:
        yield _("Svarar du för sent gäller inte ditt Ja.")

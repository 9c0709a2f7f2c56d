"""When she is booked without being asked. `booking.offering.why_not_direct` decides by the same numbers."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from booking.offering import Days, OfferTerms
from portal.pages.in_force.policy.words import in_words


def never(terms: OfferTerms) -> str:
    """That it is not done at all, where it is not."""
    return "" if terms.direct else _("Vi bokar dig aldrig direkt. Vi frågar alltid först.")


def sentences(terms: OfferTerms) -> Iterator[str]:
    """What must hold of a shift, and what happens else."""
    yield _("Vi bokar dig bara direkt på tid som du själv har lagt in.")
    if terms.direct_min_notice:
        yield _("Passet ska börja om minst %(time)s.") % {"time": in_words(terms.direct_min_notice)}
    if terms.direct_min_length:
        yield _("Passet ska vara längre än %(time)s.") % {"time": in_words(terms.direct_min_length)}
    yield from _of_the_day(terms)
    if terms.direct_second_shift_same_day:
        yield _("Du kan få två pass på samma dag.")
    else:
        yield _("Har du redan ett pass den dagen frågar vi först.")
    yield _("Kan du inte ta ett pass som vi har bokat? Ring Bemanningen.")


def _of_the_day(terms: OfferTerms) -> Iterator[str]:
    if terms.direct_days == Days.WEEKDAYS:
        yield _("Passet ska börja måndag till fredag, och inte på en röd dag.")
    if terms.direct_days == Days.NOT_RED:
        yield _("Passet ska inte börja på en söndag eller en annan röd dag.")
    if terms.direct_same_day:
        yield _("Passet får börja samma dag.")
    else:
        yield _("Passet ska börja i morgon eller senare.")

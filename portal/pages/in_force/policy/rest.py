"""Rest and hours of work: what the policy says of them, and what the law and the agreement do, as the rules count."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from booking.offering import OfferTerms
from booking.rules import Terms, minors
from portal.pages.in_force.policy.words import AN_HOUR, hours_of
from portal.templatetags.times import clock


def sentences(terms: OfferTerms, law: Terms | None = None) -> Iterator[str]:
    """Rest first, then hours; what is stricter for some last."""
    law = law or Terms()
    yield from _rest(law)
    yield from _hours(law)
    yield from caps(terms)
    yield _("Ditt avtal kan ha andra gränser. Då gäller de.")
    if law.overridable:
        yield _("Finns det ett skäl kan Bemanningen ändå boka dig.")
    yield from _minors()


def caps(terms: OfferTerms) -> Iterator[str]:
    """How much work there may be before a planner must give a reason."""
    if terms.month_cap:
        yield _("Du kan jobba högst %(time)s i månaden.") % {"time": hours_of(terms.month_cap * AN_HOUR)}
    if terms.days_in_row:
        days = {"n": terms.days_in_row}
        yield ngettext("Du kan jobba högst %(n)d dag i rad.", "Du kan jobba högst %(n)d dagar i rad.", days["n"]) % days


def _rest(law: Terms) -> Iterator[str]:
    yield _("Du ska vila minst %(time)s varje dygn.") % {"time": hours_of(law.daily_rest)}
    yield _("Du ska vila minst %(time)s i sträck varje vecka.") % {"time": hours_of(law.weekly_rest)}
    yield _("Från att du börjar till att du slutar får det gå högst %(time)s.") % {"time": hours_of(law.longest_span)}
    yield _("Jobbar du mer än %(time)s ska du ha rast.") % {"time": hours_of(law.unbroken_work)}


def _hours(law: Terms) -> Iterator[str]:
    yield _("Du kan jobba högst %(time)s i veckan.") % {"time": hours_of(law.weekly_hours)}
    facts = {"time": hours_of(law.average_hours), "n": law.average_weeks}
    yield _("Med övertid får det bli högst %(time)s i veckan, i snitt på %(n)d veckor.") % facts
    spans = {"month": hours_of(law.overtime_month), "weeks": hours_of(law.overtime_four_weeks)}
    yield _("Du kan ha högst %(month)s övertid i månaden, och %(weeks)s på fyra veckor.") % spans
    yield _("Du kan ha högst %(time)s övertid på ett år.") % {"time": hours_of(law.overtime_year)}


def _minors() -> Iterator[str]:
    hours = {"from": clock(minors.EARLIEST), "to": clock(minors.LATEST), "most": hours_of(minors.IN_A_DAY)}
    yield _("Är du under 18 år? Då kan du jobba %(from)s–%(to)s, högst %(most)s om dagen.") % hours
    yield _("Under 18 år ska du också vila minst %(time)s på natten.") % {"time": hours_of(minors.NIGHT_REST)}

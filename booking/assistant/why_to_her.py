"""Why somebody was given a shift, or asked about it, in her own terms: of her alone, and of the others how many."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from booking.assistant.why_in_words import merits_of
from booking.matching.ranking import Merits, Tier
from booking.models import AssistantDecision, Order, ProposalLine
from people import access
from people.models import Substitute
from portal.templatetags.times import hours


def sentences(order: Order, me: Substitute) -> list[str]:
    """What the assistant went by when it chose her for the order; nothing if it was not the assistant who did.

    At most two queries.
    """
    why = _kept(order, me)
    line = next((each for each in why.get("ranked", ()) if each["substitute"] == str(me.pk)), None)
    return list(_sentences(line, why)) if line else []


def _kept(order: Order, me: Substitute) -> Mapping[str, Any]:
    outcomes = (AssistantDecision.Outcome.BOOKED, AssistantDecision.Outcome.ASKED)
    decisions = AssistantDecision.objects.real().filter(order=order, substitute=me, outcome__in=outcomes)
    lines = ProposalLine.objects.filter(order=order, substitute=me, state=ProposalLine.State.ACCEPTED)
    decided = access.scope(me.user, decisions).order_by("-decided_at").first()
    found = decided or access.scope(me.user, lines).order_by("-proposal__made_at").first()
    return found.why if found else {}


def _sentences(line: Mapping[str, Any], why: Mapping[str, Any]) -> Iterator[str]:
    merits = merits_of(line)
    if line["stage"] == "resource":
        yield _("Du har resurstid då.")
    elif merits.has_time:
        yield _("Du hade lagt in att du kan jobba då.")
    yield from _of_the_place(merits)
    if merits.wished and merits.hours_this_month <= merits.wished:
        had = {"hours": hours(merits.hours_this_month), "wished": hours(merits.wished)}
        yield _("Med passet får du %(hours)s den månaden. Du har önskat %(wished)s.") % had
    yield _("Ingen regel om vila eller arbetstid bryts.")
    yield _of_the_others(why)


def _of_the_place(merits: Merits) -> Iterator[str]:
    if merits.interested:
        yield _("Du hade anmält intresse.")
    if merits.tier is Tier.WISHED:
        yield _("Arbetsplatsen har önskat dig.")
    elif merits.tier is Tier.FAVOURITE:
        yield _("Arbetsplatsen har gärna dig.")
    elif merits.tier is Tier.INTRODUCED:
        yield _("Du är introducerad där.")
    if merits.shifts_here:
        yield ngettext("Du har jobbat där förut.", "Du har jobbat där %(n)d gånger.", merits.shifts_here) % {
            "n": merits.shifts_here
        }


def _of_the_others(why: Mapping[str, Any]) -> str:
    others = sum(1 for _key, rank, _codes in why.get("others", ()) if rank) - 1
    if others < 1:
        return _("Ingen annan kunde ta passet.")
    return ngettext(
        "En till kunde ta passet. Passen delas så att så många som möjligt får någon.",
        "%(n)d till kunde ta passet. Passen delas så att så många som möjligt får någon.",
        others,
    ) % {"n": others}

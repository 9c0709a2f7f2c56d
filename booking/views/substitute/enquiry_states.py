"""One enquiry as it stands: the question while it is open, then what became of it. The same by link as signed in."""

from datetime import datetime

from booking import eligibility, outcomes
from booking.models import Booking, EndReason, Enquiry, PlannerTask, Policy
from booking.operations import answering, regretting
from booking.policy_words import length
from booking.reasons import sentence
from booking.rules import Channel, Weight
from booking.weeks import local_day

YES, NO, NOT_NO, NOT_YES = "ja", "nej", "angra-nej", "angra"
ANSWERS = {YES, NO, NOT_NO, NOT_YES}
ASKED, REGRETTED, ENDED = "asked", "regretted", "ended"
"""Besides the statuses: it waits for her answer; she gave the shift back; it was taken from her."""

SURPRISING = {Enquiry.Status.WON: NO, Enquiry.Status.EXPIRED: YES}
"""Answers that come to something else than they say: a no to a shift she has, a yes that is too late."""


def act(asked: Enquiry, said: str, *, at: datetime, way: str = "") -> str:
    """Do what she says of it; `Refused` if that cannot be. What she must be told besides what the page shows."""
    by = asked.substitute.user
    if said == NOT_NO:
        answering.take_back_no(asked, by=by, at=at, way=way)
        return ""
    if said == NOT_YES:
        if booking := won_by(asked):
            regretting.regret(booking, by=by, at=at, way=way)
        return ""
    answered = answering.answer(asked, yes=said == YES, by=by, at=at, way=way)
    surprised = said == SURPRISING.get(Enquiry.Status(answered.status))
    return outcomes.told(answered, yes=said == YES, at=at) if surprised else ""


def won_by(asked: Enquiry) -> Booking | None:
    """The booking that her yes to this enquiry made, standing or not: never one of an earlier or a later round."""
    if asked.status != Enquiry.Status.WON or asked.answered_at is None:
        return None
    hers = Booking.objects.of(asked.substitute).with_places().filter(order=asked.order_id)
    return hers.filter(booked_at=asked.answered_at).first()


def state(asked: Enquiry, *, now: datetime) -> str:
    """In which of its states she finds it."""
    if asked.status in Enquiry.ASKED:
        return ASKED if asked.answer_by > now else Enquiry.Status.EXPIRED
    if _has_it(asked):
        return Enquiry.Status.WON  # whatever she answered: a planner may have booked her since
    if asked.status != Enquiry.Status.WON:
        return asked.status
    was = won_by(asked)
    return REGRETTED if was and was.end_reason == EndReason.REGRETTED else ENDED


def shown(asked: Enquiry, *, now: datetime) -> dict[str, object]:
    """What every page of an enquiry needs, whatever has become of it."""
    order, found = asked.order, state(asked, now=now)
    context = {"enquiry": asked, "order": order, "state": found, "today": local_day(now), "now": now}
    return context | _besides(asked, found, now=now)


def _besides(asked: Enquiry, found: str, *, now: datetime) -> dict[str, object]:
    """What this state needs besides."""
    if found == ASKED:
        collects = asked.asking is not None and asked.asking.mode == Policy.Mode.BEST
        within = Policy.objects.in_force(asked.order.workplace).regret_within
        return {
            "collects": collects,
            "regret_within": length(within) if within else "",
            "is_today": local_day(asked.order.starts) == local_day(now),
        }
    if found == Enquiry.Status.WON:
        booking = won_by(asked)
        return {"booking": _has_it(asked), "regret_until": booking and regretting.open_until(booking, at=now)}
    if found == Enquiry.Status.NO:
        return {"may_change": Enquiry.objects.to_think_again(now=now).filter(pk=asked.pk).exists()}
    if found == Enquiry.Status.EXPIRED:
        return {"late": late(asked, now=now)}
    if found == Enquiry.Status.WITHDRAWN:
        return {"said": outcomes.told(asked, yes=False, at=now)}
    return {}


def _has_it(asked: Enquiry) -> Booking | None:
    return Booking.objects.of(asked.substitute).occupying().filter(order=asked.order_id).first()


def late(asked: Enquiry, *, now: datetime) -> str:
    """Whether a yes after the time still reaches somebody: "open", "said" when it has; empty when it is of no use."""
    if asked.round != asked.order.round or not answering.still_wanted(asked.order, at=now):
        return ""
    said = PlannerTask.objects.filter(kind=PlannerTask.Kind.LATE_YES, order=asked.order, substitute=asked.substitute)
    return "said" if said.exists() else "open"


def hindrances(asked: Enquiry) -> list[str]:
    """What stands in her way now, in words: of her other shifts too, so for herself alone."""
    verdict = eligibility.of_orders([asked.order], asked.substitute, channel=Channel.PLANNER)[asked.order_id]
    return [sentence(breach) for weight in (Weight.HARD, Weight.OVERRIDABLE) for breach in verdict.weighing(weight)]

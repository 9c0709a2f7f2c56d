"""Looking for an SMS among those that a gateway says have left: neither gateway keeps a reference of ours."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from messaging.gateways import OutgoingSms
from messaging.verdicts import CannotTell

CLOCKS_DIFFER = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Trace:
    """One SMS to the number, as the gateway remembers it."""

    provider_id: str
    text: str
    created_at: datetime


def candidates(sms: OutgoingSms, traces: Sequence[Trace], *, is_all: bool) -> list[str]:
    """Those with the same text since it was handed over.

    `CannotTell` if the list ends before that moment, or if the gateway has been told to keep no texts.
    """
    since = sms.handed_over_at - CLOCKS_DIFFER
    recent = [trace for trace in traces if trace.created_at >= since]
    if not is_all and len(recent) == len(traces):
        raise CannotTell
    if not all(trace.text for trace in recent):
        raise CannotTell
    return [trace.provider_id for trace in recent if trace.text.strip() == sms.text.strip()]


def utc(written: str) -> datetime:
    """2018-02-14T09:52:07.302000, which 46elks means in UTC"""
    moment = datetime.fromisoformat(written)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

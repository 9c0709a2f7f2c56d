"""Moments, as they are said in Älvsunda."""

from datetime import datetime

from booking.period import STOCKHOLM


def at(moment: str) -> datetime:
    """`at("2026-05-12 07:00")`: that time on the clock in Stockholm."""
    return datetime.fromisoformat(moment).replace(tzinfo=STOCKHOLM)

"""A moment as a schedule writes it, and what is said where Stockholm's clock leaves it open. Pure."""

import re
from datetime import UTC, datetime, timedelta, timezone

from django.utils.translation import gettext as _

from booking.period import NoSuchTime, TimeTwice, local

LONGEST = 40
WRITTEN = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[T ](?P<clock>[0-9]{2}:[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.[0-9]{1,6})?)?"
    r"\s?(?P<offset>Z|[+-][0-9]{2}:?[0-9]{2})?"
)
OFFSET = re.compile(r"(?P<sign>[+-])(?P<hours>[0-9]{2}):?(?P<minutes>[0-9]{2})")
FURTHEST = timedelta(hours=14)


class Unclear(ValueError):
    """What stands there is no such value; why, in a sentence."""


def moment(text: str, offset: str) -> datetime:
    """The moment: by its own offset, else by `offset` (+01:00), else by Stockholm's clock. In UTC."""
    found = WRITTEN.fullmatch(text.strip()) if len(text) <= LONGEST else None
    if found is None:
        raise Unclear(_("Skriv tiden som %(example)s.") % {"example": "2026-05-31 07:00"})
    try:
        bare = datetime.fromisoformat(f"{found['day']} {found['clock']}:{found['second'] or '00'}")
    except ValueError as error:
        raise Unclear(_("Tiden %(text)s finns inte.") % {"text": text.strip()}) from error
    said = found["offset"] or offset.strip()
    return by_offset(bare, said) if said else by_the_clock(bare)


def by_offset(bare: datetime, offset: str) -> datetime:
    """Where the clock is so much ahead of UTC."""
    if offset == "Z":
        return bare.replace(tzinfo=UTC)
    found = OFFSET.fullmatch(offset)
    ahead = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"])) if found else FURTHEST * 2
    if found is None or ahead > FURTHEST:
        raise Unclear(_("Skriv skillnaden mot UTC som +01:00 eller +02:00."))
    try:
        return bare.replace(tzinfo=timezone(-ahead if found["sign"] == "-" else ahead)).astimezone(UTC)
    except OverflowError as error:
        raise Unclear(_("Tiden %(text)s finns inte.") % {"text": bare}) from error


def by_the_clock(bare: datetime) -> datetime:
    """By Stockholm's clock; refused the nights when that does not say which moment it is."""
    told = {"text": bare.isoformat(" ", "minutes")}
    try:
        return local(bare.date(), bare.time())
    except NoSuchTime as error:
        raise Unclear(_("Klockan är aldrig %(text)s: då går den fram till sommartid.") % told) from error
    except TimeTwice as error:
        words = _("Klockan är %(text)s två gånger den natten. Skriv skillnaden mot UTC: +02:00 eller +01:00.")
        raise Unclear(words % told) from error
    except OverflowError as error:
        raise Unclear(_("Tiden %(text)s finns inte.") % told) from error

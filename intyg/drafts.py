"""What the portal knows of her work at once, before anybody has filled in anything: a draft, not a certificate."""

from dataclasses import dataclass
from datetime import date, datetime

from intyg import worked
from intyg.models import CertificateRequest, CertificateType
from intyg.worked import Shift, Worked
from people.models import Substitute


@dataclass(frozen=True, slots=True)
class Draft:
    """The days that it is of, what was worked then, and the released shifts that are asked about."""

    first_day: date
    last_day: date
    worked: Worked
    given_up: tuple[Shift, ...] = ()


def of(substitute: Substitute, first_day: date, last_day: date, *, now: datetime) -> Draft:
    """Of some days."""
    return Draft(first_day, last_day, worked.of(substitute, first_day, last_day, now=now))


def of_request(asked: CertificateRequest, *, now: datetime) -> Draft:
    """Of what is asked for: the hours, and for lost income the shifts that she picked or all that she gave up."""
    draft = of(asked.substitute, asked.first_day, asked.last_day, now=now)
    if asked.type != CertificateType.LOST_INCOME:
        return draft
    shifts = worked.given_up(asked.substitute, asked.first_day, asked.last_day)
    picked = tuple(shift for shift in shifts if shift.key in asked.given_up)
    return Draft(draft.first_day, draft.last_day, draft.worked, picked or shifts)

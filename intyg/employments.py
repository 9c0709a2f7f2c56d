"""How somebody was employed, as a certificate says it: by her shifts, and by what payroll has told."""

from collections.abc import Sequence
from datetime import date

from booking.models import OrderReason
from intyg.worked import Shift, Worked
from payroll import facts
from people.models import PayForm, Substitute


def of(substitute: Substitute, last_day: date, done: Worked) -> dict[str, object]:
    """Titles, places, legal kinds and pay forms of the shifts, and the employment that payroll knows of on the day."""
    days = [shift.day.isoformat() for shift in done.shifts]
    kinds = {shift.employment for shift in done.shifts} - {""}
    return {
        "titles": sorted({shift.occupation for shift in done.shifts}),
        "workplaces": sorted({shift.workplace for shift in done.shifts}),
        "employments": sorted(str(OrderReason.LegalKind(kind).label) for kind in kinds),
        "is_monthly": is_monthly(done.shifts),
        "first_worked": min(days, default=""),
        "last_worked": max(days, default=""),
        "by_payroll": _told(facts.employment(substitute, last_day)),
    }


def is_monthly(shifts: Sequence[Shift]) -> bool:
    """Whether all of them are paid by the month; not where there are none."""
    return bool(shifts) and all(shift.pay_form == PayForm.MONTHLY for shift in shifts)


def _told(known: facts.Employment | None) -> dict[str, str]:
    if known is None:
        return {}
    told = {"form": known.form, "title": known.title, "since": known.since.isoformat()}
    if known.until:
        told["until"] = known.until.isoformat()
    if known.percent is not None:
        told["percent"] = str(known.percent)
    return told

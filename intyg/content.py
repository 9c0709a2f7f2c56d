"""What a certificate says, as plain values. The same content always gives the same file.

Moments are ISO days, hours are whole minutes, sums of money are strings as the officer wrote them (kronor).
"""

import hashlib
import hmac
import json
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import TextChoices
from django.utils.crypto import salted_hmac
from django.utils.translation import override

from booking.period import STOCKHOLM
from intyg import employments, letterhead, seal, worked
from intyg.details import (
    BY_OLD_RULES,
    ENTERED,
    ENTERED_BY_OLD_RULES,
    OF_A_MONTH,
    Continued,
    Rules,
    WhyEnded,
    gross_name,
    of_month,
)
from intyg.models import CertificateRequest, CertificateType
from intyg.worked import Shift, Sum, Worked
from people import named
from people.models import User

Content = dict[str, object]
Details = Mapping[str, object]

MINUTE = timedelta(minutes=1)
HOLIDAY_PAY = Decimal("0.12")
"""Holiday pay of somebody paid by the hour, as a part of her pay (AB section 27)."""
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Signs that are not mistaken for one another on paper: no 0, 1, I or O."""


def draft(request: CertificateRequest, details: Details, *, by: User, at: datetime) -> Content:
    """What the certificate would say at `at`, in Swedish, without a number."""
    with override("sv"):
        return _common(request, details, by=by, at=at) | _section(request, details, at=at)


def _section(request: CertificateRequest, details: Details, *, at: datetime) -> Content:
    done = worked.of(request.substitute, request.first_day, request.last_day, now=at)
    return SECTIONS[CertificateType(request.type)](request, details, done)


def _common(request: CertificateRequest, details: Details, *, by: User, at: datetime) -> Content:
    replaces = {"replaces": request.corrects.number} if request.corrects else {}
    herself = named.to_herself(request.substitute.user)  # the document is hers, and goes to nobody else
    return replaces | {
        "type": request.type,
        "title": str(CertificateType(request.type).label),
        "number": "",
        "issued_on": at.astimezone(STOCKHOLM).date().isoformat(),
        "issued_at": at.astimezone(UTC).isoformat(timespec="seconds"),
        "issued_by": str(by),
        "employer": letterhead.kept(),
        "person": {
            "name": str(herself),
            "employee_number": herself.employee_number,
            "identity_number": details.get("identity_number") or "",
        },
        "first_day": request.first_day.isoformat(),
        "last_day": request.last_day.isoformat(),
    }


def numbered(content: Content, number: str) -> Content:
    """The same content with its number, and the seal that the file will bear; without a number it bears none."""
    return content | {"number": number, "seal": seal.named(seal.held()) if number else {}}


def check_value(content: Content) -> str:
    """Ten signs (50 bits) that only we can make for this content, with a key of its own from SECRET_KEY.

    The value is kept beside the certificate, so a new SECRET_KEY changes nothing for those already issued.
    """
    said = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    mac = salted_hmac("intyg.check_value", said, algorithm="sha256").digest()
    signs = "".join(ALPHABET[byte % len(ALPHABET)] for byte in mac[:10])
    return f"{signs[:5]}-{signs[5:]}"


def same(one: str, other: str) -> bool:
    """Whether two check values are the same, however they were typed; takes the same time either way."""
    return hmac.compare_digest(_plain(one), _plain(other))


def _plain(value: str) -> bytes:
    return hashlib.sha256("".join(filter(str.isalnum, value.upper())).encode()).digest()


def _employer(request: CertificateRequest, details: Details, done: Worked) -> Content:
    rules = str(details.get("rules") or Rules.NEW)
    by_old = rules in BY_OLD_RULES
    entered = (*ENTERED, *ENTERED_BY_OLD_RULES) if by_old else ENTERED
    words = {
        "rules": rules,
        "rules_in_words": str(Rules(rules).label),
        "end_reason": _word(WhyEnded, details.get("end_reason")),
        "continued": _word(Continued, details.get("continued")),
    }
    said = _employment(request, done) | _months(done) | {"details": words | _only(details, entered)}
    return said | _by_old_rules(details, done) if by_old else said


def _by_old_rules(details: Details, done: Worked) -> Content:
    """Month by month what was worked, and what payroll says of it; what is not filled in is nothing."""
    rows = [
        {"month": month.name, "minutes": month.hours // MINUTE}
        | {what: str(details.get(of_month(what, month.first_day)) or "0") for what in OF_A_MONTH}
        for month in done.months
    ]
    sums = {what: str(sum((Decimal(str(row[what])) for row in rows), Decimal())) for what in OF_A_MONTH}
    return {"by_month": rows, "by_month_total": sums | {"minutes": done.total.hours // MINUTE}}


def _service(request: CertificateRequest, details: Details, done: Worked) -> Content:
    occupations = [_sum(total) | {"name": total.name} for total in done.occupations]
    return (
        _employment(request, done) | _months(done) | {"occupations": occupations, "details": _only(details, ["tasks"])}
    )


def _lost_income(request: CertificateRequest, details: Details, _done: Worked) -> Content:
    chosen = details.get("given_up")
    keys = chosen if isinstance(chosen, list) else []
    reasons = (*worked.PROOF, *worked.PERHAPS)
    released = worked.given_up(request.substitute, request.first_day, request.last_day, reasons=reasons)
    shifts = [shift for shift in released if shift.key in keys]
    minutes = sum(shift.hours // MINUTE for shift in shifts)
    content: Content = {
        "given_up": [_given_up(shift) for shift in shifts],
        "minutes": minutes,
        "is_monthly": employments.is_monthly(shifts),
        "details": _only(details, ["hourly_pay", "deducted"]),
    }
    if hourly_pay := details.get("hourly_pay"):
        content |= loss(minutes, Decimal(str(hourly_pay)))
    return content


def _annual_income(request: CertificateRequest, details: Details, done: Worked) -> Content:
    gross = [
        {"month": f"{month:%Y-%m}", "gross": details[gross_name(month)]}
        for month in worked.months_of(request.first_day, request.last_day)
        if details.get(gross_name(month))
    ]
    total = sum((Decimal(str(row["gross"])) for row in gross), Decimal())
    return _employment(request, done) | {
        "gross": gross,
        "gross_total": str(total),
        "details": _only(details, ["remark"]),
    }


def loss(minutes: int, hourly_pay: Decimal) -> dict[str, object]:
    """The lost pay, and the lost holiday pay, which is not compensated unless it is stated."""
    pay = _ore(hourly_pay * minutes / 60)
    holiday = _ore(pay * HOLIDAY_PAY)
    return {"loss": str(pay), "holiday_pay": str(holiday), "loss_total": str(pay + holiday)}


def _ore(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


def _employment(request: CertificateRequest, done: Worked) -> Content:
    return employments.of(request.substitute, request.last_day, done)


def _months(done: Worked) -> Content:
    return _sum(done.total) | {"months": [_sum(month) | {"month": month.name} for month in done.months]}


def _sum(total: Sum) -> Content:
    return {"days": total.days, "minutes": total.hours // MINUTE}


def _given_up(shift: Shift) -> Content:
    starts, ends = (moment.astimezone(STOCKHOLM) for moment in (shift.period.starts, shift.period.ends))
    return {
        "day": shift.day.isoformat(),
        "span": f"{starts:%H.%M}–{ends:%H.%M}",
        "minutes": shift.hours // MINUTE,
        "workplace": shift.workplace,
        "released_on": shift.released_at.astimezone(STOCKHOLM).date().isoformat() if shift.released_at else "",
    }


def _only(details: Details, names: Iterable[str]) -> Content:
    return {name: details[name] for name in names if details.get(name)}


def _word(choices: type[TextChoices], code: object) -> str:
    return str(choices(str(code)).label) if code else ""


SECTIONS: dict[CertificateType, Callable[[CertificateRequest, Details, Worked], Content]] = {
    CertificateType.EMPLOYER: _employer,
    CertificateType.SERVICE: _service,
    CertificateType.LOST_INCOME: _lost_income,
    CertificateType.ANNUAL_INCOME: _annual_income,
}

"""A certificate of twelve months with twenty shifts in each: gathered from the bookings, and written as a sealed PDF.

In the demo municipality, of one substitute whose shift is copied to days before any that the demo has. The libraries
are imported before: that takes a second and a half, once in each process.
"""

import copy
import resource
import statistics
import time
import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.world import demo_municipality

FIRST, LAST = date(2020, 1, 1), date(2020, 12, 31)
MONTHS, SHIFTS = 12, 20
ROUNDS = 9


def main() -> None:
    with demo_municipality():
        seal_by_itself(datetime(2020, 1, 1, tzinfo=UTC))
        asked, officer, at = applicant()
        drafted, written, cpu = measured(asked, officer, at)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"certificates drafted={drafted:.3f} pdf={written:.3f} seconds pdf_cpu={cpu:.3f} peak_mb={peak:.0f}")


def seal_by_itself(at: datetime) -> None:
    """From here on certificates are sealed, by a seal that holds from then."""
    from django.conf import settings  # noqa: PLC0415 (once Django is set up)

    from intyg.management.commands.seal import made  # noqa: PLC0415
    from portal.letterhead import Seal  # noqa: PLC0415

    file = Path(settings.MEDIA_ROOT) / "seal.p12"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(made(settings.MUNICIPALITY, at, "demo"))
    settings.SEAL = Seal(file, "demo")


def applicant() -> tuple[Any, Any, datetime]:
    """Her request for the year, who handles it, and when."""
    from booking.models import Booking, Order  # noqa: PLC0415
    from intyg.models import CertificateRequest  # noqa: PLC0415
    from people.models import User  # noqa: PLC0415

    shift = Booking.objects.filter(attested_at__isnull=False, ended_at=None).order_by("starts")[0]
    days = [FIRST.replace(month=month, day=day) for month in range(1, MONTHS + 1) for day in range(1, SHIFTS + 1)]
    orders = [on(shift.order, day, command=uuid.uuid4(), status=Order.Status.COMPLETED) for day in days]
    Order.objects.bulk_create(orders)
    Booking.objects.bulk_create([on(shift, day, order=order) for day, order in zip(days, orders, strict=True)])
    asked = CertificateRequest.objects.create(
        substitute=shift.substitute,
        type="arbetsgivarintyg",
        first_day=FIRST,
        last_day=LAST,
        purpose="a_kassa",
        requested_at=shift.ends,
        command=uuid.uuid4(),
    )
    return asked, User.objects.get(role_assignments__role="certificate_officer"), shift.ends


def on(row: Any, day: date, **changed: object) -> Any:  # noqa: ANN401 (rows of models not loaded yet)
    """A copy of the row on that day."""
    made, back = copy.copy(row), timedelta((row.starts.date() - day).days)
    made.pk, made.starts, made.ends = uuid.uuid4(), row.starts - back, row.ends - back
    for name, value in changed.items():
        setattr(made, name, value)
    return made


def measured(asked: Any, officer: Any, at: datetime) -> tuple[float, float, float]:  # noqa: ANN401 (as above)
    """Seconds to gather what it says, to write and seal it, and of that on one core; the middle of some rounds."""
    from intyg import content, pdf  # noqa: PLC0415

    details = {"rules": "old", "end_reason": "pagar", "hourly_pay": "168.50"}
    pdf.load()
    drafted, _cpu, said = middle(lambda: content.draft(asked, details, by=officer, at=at))
    if said["days"] != MONTHS * SHIFTS:
        raise RuntimeError(said["days"])
    numbered = content.numbered(said, "2020-000001")
    written, cpu, file = middle(lambda: pdf.render(numbered, content.check_value(numbered)))
    print(f"{said['days']} shifts, {len(file) / 1000:.0f} kB")
    return drafted, written, cpu


def middle(act: Callable[[], Any]) -> tuple[float, float, Any]:
    """Seconds that the act takes by the clock and of one core, the middle of some rounds, and what came of the last."""
    waited, worked, came = [], [], None
    for _round in range(ROUNDS):
        began, idle = time.perf_counter(), time.process_time()
        came = act()
        waited.append(time.perf_counter() - began)
        worked.append(time.process_time() - idle)
    return statistics.median(waited), statistics.median(worked), came


if __name__ == "__main__":
    main()

"""Pictures of the four certificates, of invented people: `make certificates` fills intyg/pictures/.

Each is issued in the demo municipality as an officer issues it, on a day that is always the same.
"""

import shutil
import subprocess
import tempfile
import uuid
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import time_machine

from benchmarks.certificates import seal_by_itself
from benchmarks.world import demo_municipality
from scripts import packages

FOLDER = Path("intyg/pictures")
AT = datetime(2026, 5, 12, 8, tzinfo=UTC)
YEAR = date(2025, 5, 1), date(2026, 4, 30)
MONTH = date(2026, 4, 1), date(2026, 4, 30)
DOTS_PER_INCH = 84
GROSS = ("14210.00", "15876.50", "21340.00", "19022.75", "12954.00", "13300.50", "11875.00", "16420.25")
FILLED_IN: dict[str, dict[str, object]] = {
    "arbetsgivarintyg": {
        "rules": "new",
        "end_reason": "pagar",
        "continued": "ja",
        "continued_extent": "Enstaka pass som tidigare",
    },
    "tjanstgoringsintyg": {"tasks": "Omvårdnad, medicin på delegation och dokumentation på ett äldreboende."},
    "forlorad_arbetsinkomst": {"hourly_pay": "168.50", "deducted": True},
    "arsinkomst": {
        f"gross_{'2025' if month > 4 else '2026'}_{month:02d}": GROSS[month % len(GROSS)]  # noqa: PLR2004 (as YEAR)
        for month in range(1, 13)
    },
}


def main() -> None:
    if shutil.which("pdftoppm") is None:
        packages.install("poppler-utils", why="Poppler draws the pages.")
    FOLDER.mkdir(exist_ok=True)
    with time_machine.travel(AT, tick=True), demo_municipality():
        seal_by_itself(AT)
        for kind, details in FILLED_IN.items():
            draw(kind, issued(kind, details))


def issued(kind: str, details: dict[str, object]) -> bytes:
    """The certificate about the demo's first substitute, or of the shifts that she gave up."""
    from home.demo.cast import SUBSTITUTES  # noqa: PLC0415 (once Django is set up)
    from intyg import operations  # noqa: PLC0415
    from people.models import Substitute, User  # noqa: PLC0415

    her = Substitute.objects.select_related("user").get(user__username=SUBSTITUTES[0].username)
    if kind == "forlorad_arbetsinkomst":
        details |= {"given_up": shifts_given_up(her)}
    days = MONTH if kind == "forlorad_arbetsinkomst" else YEAR
    wish = operations.Wish(kind, *days, "annat")
    asked = operations.request(her, wish, command=uuid.uuid4(), by=her.user, at=AT)
    officer = User.objects.get(role_assignments__role="certificate_officer")
    return bytes(operations.issue(asked, details, by=officer, at=AT).pdf)


def shifts_given_up(her: Any) -> list[str]:  # noqa: ANN401 (a model that is not loaded yet)
    """Two of her shifts in the month, which she could not come to."""
    from booking.models import Booking, EndReason  # noqa: PLC0415

    kept = Booking.objects.filter(substitute=her, starts__date__range=MONTH, ended_at=None).order_by("starts")
    chosen = [str(pk) for pk in kept.values_list("pk", flat=True)[:2]]
    ended = {"ended_at": AT, "ended_by": her.user, "end_reason": EndReason.SUBSTITUTE_UNABLE}
    Booking.objects.filter(pk__in=chosen).update(**ended)
    return chosen


def draw(kind: str, file: bytes) -> None:
    """The first page as a picture."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as document:
        document.write(file)
        document.flush()
        size = ["-r", str(DOTS_PER_INCH), "-png", "-singlefile"]
        subprocess.run(["pdftoppm", *size, document.name, str(FOLDER / kind)], check=True)
    print(FOLDER / f"{kind}.png", flush=True)


if __name__ == "__main__":
    main()

"""The run and its file, in a process of their own."""

import resource
import time
import uuid

import django

django.setup()

from benchmarks.payroll.month import AFTER, FIRST, LAST  # noqa: E402 (once Django is set up)
from payroll.models import Layout, PayRun  # noqa: E402
from payroll.operations import runs  # noqa: E402
from payroll.operations.asked import Asked  # noqa: E402
from people.models import User  # noqa: E402


def main() -> None:
    officer = User.objects.get(username="lon")
    asked = Asked(FIRST, LAST, None, Layout.objects.get())
    began, busy = time.perf_counter(), time.process_time()
    run = runs.make(asked, command=uuid.uuid4(), by=officer, at=AFTER)
    size = _fetched(run, officer)
    seconds, busy = time.perf_counter() - began, time.process_time() - busy
    print(f"{run.lines.count()} rows, {size / 1e6:.1f} MB, {busy:.1f} s of one core, hundredths by code {run.sums}")
    began = time.perf_counter()
    again = runs.make(asked, command=uuid.uuid4(), by=officer, at=AFTER)
    print(f"once more, with nothing new: {again.lines.count()} rows in {time.perf_counter() - began:.1f} s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"payroll shifts={run.shifts} seconds={seconds:.1f} peak_mb={peak:.0f}")


def _fetched(run: PayRun, officer: User) -> int:
    """Bytes of its file."""
    with runs.fetch(run, by=officer, at=AFTER) as file:
        return len(file.read())


if __name__ == "__main__":
    main()

"""`python -m tests.fuzz [how many] [seed]`: hostile requests to every route, as everybody. Ends with what was answered.

On SQLite; behind `python -m scripts.postgresql` on PostgreSQL, which minds other things. FUZZ_ROUTES names a file that
is told what each route has answered.
"""

import logging
import os
import sys
import time
from pathlib import Path
from typing import TextIO

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

import time_machine  # noqa: E402 (once Django is set up)
from django.db import transaction  # noqa: E402
from django.test.utils import setup_databases, setup_test_environment, teardown_databases  # noqa: E402

from tests.cast import NOW  # noqa: E402
from tests.fuzz import asking, providers, report  # noqa: E402
from tests.matrix.world import a_world  # noqa: E402

MANY, SEED = 100_000, 2026
EACH = 1000


def main() -> int:
    with Path(os.devnull).open("w") as nowhere:
        return ask(nowhere)


def ask(nowhere: TextIO) -> int:
    """Ask, and say what was answered."""
    said = [int(word) for word in sys.argv[1:]]
    number, seed = said + [MANY, SEED][len(said) :]
    for name in (None, "security"):  # written, with all that stands in it, but to nobody
        for handler in logging.getLogger(name).handlers:
            handler.setStream(nowhere)  # type: ignore[attr-defined]
    setup_test_environment(debug=False)
    made = setup_databases(verbosity=0, interactive=False)
    begun = time.monotonic()
    try:
        with time_machine.travel(NOW, tick=False), providers.set_up(), transaction.atomic():
            world = a_world()
            found = report.ask_all(world, asking.requests(world, number, seed), tell)
            transaction.set_rollback(True)
    finally:
        teardown_databases(made, verbosity=0)
    write_down(found)
    print(found)  # noqa: T201 (speaks to the one who started it)
    print(  # noqa: T201 (as above)
        f"fuzz requests={number} server_errors={sum(found.faults.values())} kinds={len(found.faults)}"
        f" per_s={number / (time.monotonic() - begun):.0f} seed={seed}"
    )
    return 1 if found.faults else 0


def write_down(found: report.Report) -> None:
    """All that is known of it so far."""
    if file := os.environ.get("FUZZ_ROUTES"):
        Path(file).write_text(f"{found}\n\n{found.routes()}")


def tell(number: int, so_far: report.Report) -> None:
    """That it goes on."""
    if number and number % EACH == 0:
        print(f"{number} asked, {sum(so_far.faults.values())} wrong", file=sys.stderr, flush=True)  # noqa: T201 (as above)
        write_down(so_far)


sys.exit(main())

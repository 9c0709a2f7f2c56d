"""How much more the public start page costs than a view that does nothing, and its queries.

A ratio, because it says the same on a slow machine as on a quick one.
"""

import timeit
from collections.abc import Callable
from functools import partial

from benchmarks.world import demo_municipality

ROUNDS = 60


def main() -> None:
    with demo_municipality():
        # Django's models can be imported only from here on.
        from django.db import connection  # noqa: PLC0415
        from django.test import Client, override_settings  # noqa: PLC0415
        from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

        client = Client(HTTP_HOST="localhost")

        def get(address: str) -> None:
            response = client.get(address)
            assert response.status_code == 200, (address, response.status_code)  # noqa: S101, PLR2004

        with override_settings(ROOT_URLCONF="benchmarks.bare"):
            bare, home = (best_ms(partial(get, address)) for address in ("/bare/", "/"))
            with CaptureQueriesContext(connection) as asked:
                get("/")
    print(f"pages ratio={home / bare:.1f} queries={len(asked)} home_ms={home:.1f} bare_ms={bare:.1f}")


def best_ms(ask: Callable[[], None]) -> float:
    """Milliseconds of the quickest answer, once everything is warm."""
    ask()
    return min(timeit.repeat(ask, number=1, repeat=ROUNDS)) * 1000


if __name__ == "__main__":
    main()

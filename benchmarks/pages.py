"""A guide that is kept, and the start page made anew, against a view that does nothing; and their queries.

Asked as a web server asks, through WSGI, by a browser that takes compressed pages. The view that does nothing is asked
twice: behind the portal's middleware, and behind none at all.
"""

import timeit
from collections.abc import Callable
from functools import partial
from io import BytesIO
from typing import Any

from benchmarks.world import demo_municipality

SECONDS = 1.0
ROUNDS = 5
GUIDE = "/guider/logga-in-forsta-gangen/"

Ask = Callable[[], None]


def main() -> None:
    with demo_municipality():
        # Django's models can be imported only from here on.
        from django.core.cache import caches  # noqa: PLC0415
        from django.test import override_settings  # noqa: PLC0415

        with override_settings(ROOT_URLCONF="benchmarks.bare"):
            bare, guide, home = (asked(address) for address in ("/bare/", GUIDE, "/"))
            with override_settings(MIDDLEWARE=[]):
                alone = asked("/bare/")

            def anew(ask: Ask) -> None:
                caches["pages"].clear()
                ask()

            of_guide = queries(partial(anew, guide)), queries(guide)
            made: dict[str, Ask] = {"bare": bare, "alone": alone, "guide": guide, "home": partial(anew, home)}
            speed = per_second(made)
    print(
        f"pages guide_of_bare={speed['guide'] / speed['bare']:.0%} guide_of_alone={speed['guide'] / speed['alone']:.0%}"
        f" cold_queries={of_guide[0]} warm_queries={of_guide[1]}",
        *(f"{name}_per_s={times:.0f}" for name, times in speed.items()),
    )


def asked(address: str) -> Ask:
    """What asks a WSGI application of its own for the address, reads all of the answer and closes it."""
    from django.core.handlers.wsgi import WSGIHandler  # noqa: PLC0415
    from django.test import RequestFactory  # noqa: PLC0415

    application = WSGIHandler()
    headers = {"HTTP_HOST": "localhost", "HTTP_ACCEPT_ENCODING": "gzip", "HTTP_ACCEPT_LANGUAGE": "sv-SE,sv;q=0.9"}

    environ = RequestFactory().get(address, **headers).environ  # type: ignore[arg-type]  # WSGI's names

    def start(status: str, _headers: list[tuple[str, str]], _error: Any = None, /) -> Callable[[bytes], object]:  # noqa: ANN401 (WSGI's)
        assert status.startswith("200"), (address, status)  # noqa: S101
        return len

    def ask() -> None:
        answer = application({**environ, "wsgi.input": BytesIO()}, start)
        assert b"".join(answer)  # noqa: S101
        answer.close()

    return ask


def queries(ask: Ask) -> int:
    """How many it takes."""
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    with CaptureQueriesContext(connection) as counted:
        ask()
    return len(counted)


def per_second(made: dict[str, Ask]) -> dict[str, float]:
    """How many of each in a second, the best of some rounds, all in turn so that a busy moment strikes them alike."""
    best = dict.fromkeys(made, 0.0)
    for _round in range(ROUNDS):
        for name, ask in made.items():
            ask()
            times = 1
            while (seconds := timeit.timeit(ask, number=times)) < SECONDS / 4:
                times *= 2
            best[name] = max(best[name], times / seconds)
    return best


if __name__ == "__main__":
    main()

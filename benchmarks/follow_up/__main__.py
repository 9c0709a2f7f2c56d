"""The figures of twelve weeks of 60,000 orders a month: through the real pages, for all areas and for a tenth."""

import os
import statistics
import time

import django

from benchmarks.candidates.cluster import kept_cluster

TIMES = 40
NOW = "2026-05-11T06:00:00+00:00"
OWNER, PLANNER = 1000, 1001


def main() -> None:
    with kept_cluster() as url:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "portal.settings", "DATABASE_URL": url, "DEBUG": "false", "LOG_LEVEL": "ERROR",
            "PORTAL_ENV": "development",
        }  # fmt: skip
        django.setup()
        from django.core.management import call_command  # noqa: PLC0415 (once Django is set up)

        from benchmarks.follow_up.town import year  # noqa: PLC0415

        call_command("collectstatic", interactive=False, verbosity=0)
        with year():
            print(_measured())


def _measured() -> str:
    all_first, everything, queries = _page("statistics:index", OWNER)
    _first, tenth, _queries = _page("statistics:index", PLANNER)
    _people_first, people, _queries = _page("statistics:people", OWNER)
    las_first, _las, _queries = _page("statistics:las", OWNER, times=1)
    return (
        f"follow_up p95_ms={_p95(everything):.0f} tenth_p95_ms={_p95(tenth):.0f} people_p95_ms={_p95(people):.0f} "
        f"first_ms={all_first:.0f} las_ms={las_first:.0f} queries={queries}"
    )


def _p95(seen: list[float]) -> float:
    return statistics.quantiles(seen, n=20)[-1]


def _page(name: str, user: int, *, times: int = TIMES) -> tuple[float, list[float], int]:
    """Milliseconds of the first time, and of the others; and how many queries one of them takes."""
    import time_machine  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415
    from django.urls import reverse  # noqa: PLC0415

    from people.models import User  # noqa: PLC0415

    browser, seen = Client(SERVER_NAME="localhost"), []
    with time_machine.travel(NOW, tick=True):
        browser.force_login(User.objects.get(pk=user))
        for _time in range(times):
            began = time.perf_counter()
            answer = browser.get(reverse(name))
            seen.append((time.perf_counter() - began) * 1000)
            if answer.status_code != 200:  # noqa: PLR2004 (a page)
                raise RuntimeError(answer.status_code)
        with CaptureQueriesContext(connection) as asked:
            browser.get(reverse(name))
    return seen[0], seen[1:], len(asked)


if __name__ == "__main__":
    main()

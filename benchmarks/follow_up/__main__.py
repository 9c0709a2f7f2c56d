"""The figures of twelve weeks of 60,000 orders a month: through the real pages, for all areas and for a tenth."""

import statistics
import time

from benchmarks.seeded.portal import portal

TIMES = 20
NOW = "2026-05-11T06:00:00+00:00"
OWNER, PLANNER = 1000, 1001


def main() -> None:
    with portal():
        from django.core.management import call_command  # noqa: PLC0415 (once Django is set up)

        from benchmarks.follow_up.town import year  # noqa: PLC0415

        call_command("collectstatic", interactive=False, verbosity=0)
        with year():
            print(_measured())


def _measured() -> str:
    anew, queries = _page("statistics:index", OWNER, anew=True)
    kept, _queries = _page("statistics:index", OWNER, anew=False)
    tenth, _queries = _page("statistics:index", PLANNER, anew=True)
    people, _queries = _page("statistics:people", OWNER, anew=True)
    las, _queries = _page("statistics:las", OWNER, anew=True)
    seen = {"p95": kept, "anew_p95": anew, "tenth_anew_p95": tenth, "people_anew_p95": people, "las_anew_p95": las}
    return f"follow_up {' '.join(f'{name}_ms={_p95(times):.0f}' for name, times in seen.items())} queries={queries}"


def _p95(seen: list[float]) -> float:
    return statistics.quantiles(seen, n=20)[-1]


def _page(name: str, user: int, *, anew: bool) -> tuple[list[float], int]:
    """Milliseconds each time, counted `anew` or as kept from the time before; and how many queries the last took."""
    import time_machine  # noqa: PLC0415 (once Django is set up)
    from django.core.cache import cache  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415
    from django.urls import reverse  # noqa: PLC0415

    from people.models import User  # noqa: PLC0415

    browser, seen = Client(SERVER_NAME="localhost"), []
    with time_machine.travel(NOW, tick=True):
        browser.force_login(User.objects.get(pk=user))
        browser.get(reverse(name))
        for _time in range(TIMES):
            if anew:
                cache.clear()
            began = time.perf_counter()
            with CaptureQueriesContext(connection) as asked:
                answer = browser.get(reverse(name))
            seen.append((time.perf_counter() - began) * 1000)
            if answer.status_code != 200:  # noqa: PLR2004 (a page)
                raise RuntimeError(answer.status_code)
    return seen, len(asked)


if __name__ == "__main__":
    main()

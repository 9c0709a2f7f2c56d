"""Contests for shifts and people: no double booking, no error, and how many bookings a second."""

import os

import django

from scripts.postgresql import cluster, programs

SEED, CONTESTS = 2026, 5040


def main() -> None:
    with cluster(programs()) as url:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "portal.settings",
            "DATABASE_URL": url,
            "DEBUG": "false",
            "LOG_LEVEL": "WARNING",
        }
        django.setup()
        from benchmarks.contention.report import report  # noqa: PLC0415 (once Django is set up)

        print(report(SEED, CONTESTS))


if __name__ == "__main__":
    main()

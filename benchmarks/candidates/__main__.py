"""Who may take which order among 10,000 substitutes, and how that grows from 1,000."""

import os

import django

from benchmarks.candidates.cluster import kept_cluster

FEW, MANY = 1_000, 10_000


def main() -> None:
    with kept_cluster() as url:
        os.environ |= {"DJANGO_SETTINGS_MODULE": "portal.settings", "DATABASE_URL": url, "DEBUG": "false"}
        django.setup()
        from benchmarks.candidates.report import Report, report  # noqa: PLC0415 (once Django is set up)

        few, many = (report(number) for number in (FEW, MANY))
        print(Report.last_line(few, many))


if __name__ == "__main__":
    main()

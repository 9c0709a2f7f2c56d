"""The board, an order, the lists: through the real pages, beside a plain list of Wagtail's."""

import os

import django

from benchmarks.candidates.cluster import kept_cluster

SUBSTITUTES = 10_000


def main() -> None:
    with kept_cluster() as url:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "portal.settings", "DATABASE_URL": url, "DEBUG": "false", "LOG_LEVEL": "ERROR",
            "PORTAL_ENV": "development",
        }  # fmt: skip
        django.setup()
        from django.core.management import call_command  # noqa: PLC0415 (once Django is set up)

        from benchmarks.candidates.municipality import municipality  # noqa: PLC0415
        from benchmarks.desk import yardstick  # noqa: PLC0415
        from benchmarks.desk.report import report  # noqa: PLC0415

        call_command("collectstatic", interactive=False, verbosity=0)
        yardstick.register()
        with municipality(SUBSTITUTES):
            print(report())


if __name__ == "__main__":
    main()

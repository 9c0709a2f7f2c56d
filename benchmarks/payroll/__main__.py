"""A run of 10,000 worked shifts, on a PostgreSQL of its own; measured in a process that has done nothing else."""

import os
import subprocess
import sys

import django

from scripts.postgresql import cluster, programs


def main() -> None:
    with cluster(programs()) as url:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "portal.settings", "DATABASE_URL": url, "DEBUG": "false", "LOG_LEVEL": "ERROR",
            "PORTAL_ENV": "development",
        }  # fmt: skip
        django.setup()
        from django.core.management import call_command  # noqa: PLC0415 (once Django is set up)

        from benchmarks.payroll.month import lay_out  # noqa: PLC0415

        call_command("migrate", verbosity=0)
        lay_out()
        subprocess.run([sys.executable, "-m", "benchmarks.payroll.measured"], check=True)


if __name__ == "__main__":
    main()

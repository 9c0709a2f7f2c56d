"""Read the municipality's register of its staff (SS 12000:2020), from its interface or a file, and say what would come.

Nothing is done without --carry-out.
"""

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from people.importing.staff import carrying_out, plan
from people.importing.staff.plan import Line, What
from people.models import StaffImport
from people.ss12000 import runs
from people.ss12000.fetching import Unreachable
from people.ss12000.reading import Unreadable
from portal import security_log


class Command(BaseCommand):
    """`manage.py read_staff [--file staff.json] [--carry-out]`."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where from, and whether it is to be done."""
        parser.add_argument("--file", type=Path, help="a JSON file instead of the interface")
        parser.add_argument("--carry-out", action="store_true", help="let the queue do it")

    def handle(self, *args: object, **options: object) -> None:
        """Each row on a line, without names; the sums last."""
        run = self._read(options["file"])
        now = timezone.now()
        lines = plan.of(run.rows, now=now)
        for line in lines:
            if line.what is not What.ALIKE:
                self.stdout.write(_in_words(line))
        counts = Counter(line.what.value for line in lines)
        losing = plan.losing(run.rows, now=now)
        self.stdout.write(" ".join(f"{what.value}={counts[what.value]}" for what in What) + f" losing={losing}")
        if options["carry_out"]:
            carrying_out.order(run, by=None, at=now)
            self.stdout.write(f"Ordered: {run.pk}")
        else:
            carrying_out.throw_away(run)

    def _read(self, file: object) -> StaffImport:
        now = timezone.now()
        try:
            if isinstance(file, Path):
                return runs.of_file(file.name, file.read_bytes(), by=None, at=now)
            return runs.of_interface(by=None, at=now)
        except (Unreadable, Unreachable, OSError) as problem:
            security_log.event("staff.not_read", why=type(problem).__name__.lower())
            raise CommandError(str(problem)) from problem


def _in_words(line: Line) -> str:
    """new 17: planner, or faulty 18: email … By the register's key: a terminal is no place for names."""
    who = line.wanted.key or str(line.wanted.number)
    if line.what is What.FAULTY:
        return f"faulty {who}: " + " ".join(f"{column}: {words}" for column, words in line.faults.items())
    news = [
        *line.changed,
        *(f"+{role.role}" for role in line.given),
        *(f"-{gone.role}" for gone in (*line.gone, *line.over)),
    ]
    return f"{line.what.value} {who}: {', '.join(news)}"

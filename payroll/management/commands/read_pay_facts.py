"""Read a file from the payroll system, as a night job does: all of it or nothing.

Nothing is read if a row is faulty, unless --leave-out-faulty says that such rows are left. --dry-run only says what
would come of it.
"""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from payroll.importing import carrying_out, plan
from payroll.importing.plan import Line, Plan, What
from payroll.models import FactsImport, FactsLayout
from people.importing.tables import Unreadable
from people.operations.refusals import Refused
from portal import security_log


class Command(BaseCommand):
    """`manage.py read_pay_facts loner.csv --layout "Lön per månad" [--dry-run]`."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which file, how it is read, and whether it is to be done."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--layout", required=True, help="the name of the layout, as the system owner calls it")
        parser.add_argument("--dry-run", action="store_true", help="do nothing")
        parser.add_argument("--leave-out-faulty", action="store_true", help="read the others all the same")

    def handle(self, *args: object, **options: object) -> None:
        """The faulty rows, by number and column; the sums last."""
        run = self._read(Path(str(options["file"])), str(options["layout"]))
        try:
            found = plan.of(run)
            for line in found.of(What.FAULTY):
                self.stderr.write(_in_words(run, line))
            if not options["dry_run"]:
                found = self._carried_out(run, found, leaves_out=bool(options["leave_out_faulty"]))
            self.stdout.write(" ".join(f"{what}={number}" for what, number in found.counts.items()))
        finally:
            carrying_out.throw_away(run)

    def _read(self, file: Path, name: str) -> FactsImport:
        layout = FactsLayout.objects.filter(name=name).first()
        if layout is None:
            message = f"There is no layout called {name}."
            raise CommandError(message)
        try:
            return carrying_out.read(file.name, file.read_bytes(), layout, by=None, at=timezone.now())
        except (Unreadable, OSError) as problem:
            security_log.event("pay_facts.not_read", why=type(problem).__name__.lower())
            raise CommandError(str(problem)) from problem

    @staticmethod
    def _carried_out(run: FactsImport, found: Plan, *, leaves_out: bool) -> Plan:
        try:
            carrying_out.carry_out(run, seen=found.mark, leaves_out=leaves_out, by=None, at=timezone.now())
        except (Refused, carrying_out.Moved) as refused:
            raise CommandError(str(refused) or "Something changed meanwhile; run it again.") from refused
        return found


def _in_words(run: FactsImport, line: Line) -> str:
    """Rad 7, Bruttolön: …; without names and numbers: a terminal is no place for them."""
    rows = ", ".join(str(number) for number in line.numbers)
    return " ".join(f"Rad {rows}, {run.layout.column_of(key)}: {words}" for key, words in line.faults.items())

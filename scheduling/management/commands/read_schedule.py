"""Read a file from the scheduling system, or every file of a folder, as a night job does.

Nothing of a file is read if a row of it is faulty, unless --leave-out-faulty says that such rows are left. --dry-run
only says what would come of it. What has been read is moved to the folder `inlasta` beside it.
"""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from people.operations.refusals import Refused
from portal import security_log
from scheduling.formats.facts import Unreadable
from scheduling.operations import files
from scheduling.plan import Plan, What

ENDINGS = {".csv", ".xlsx", ".ics"}
READ = "inlasta"


class Command(BaseCommand):
    """`manage.py read_schedule /srv/schema [--dry-run] [--leave-out-faulty]`."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which file or folder, and whether it is to be done."""
        parser.add_argument("path", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="do nothing")
        parser.add_argument("--leave-out-faulty", action="store_true", help="read the others all the same")

    def handle(self, *args: object, **options: object) -> None:
        """The faulty rows by number, and the sums; one file that cannot be read does not stop the others."""
        path = Path(str(options["path"]))
        found = sorted(each for each in path.iterdir() if _is_one(each)) if path.is_dir() else [path]
        failed = []
        for file in found:
            try:
                self._one(file, is_dry=bool(options["dry_run"]), leaves_out=bool(options["leave_out_faulty"]))
            except (Unreadable, OSError, Refused, files.Moved) as problem:
                security_log.event("schedule.not_read", why=type(problem).__name__.lower())
                failed.append(f"{file.name}: {str(problem) or 'something changed meanwhile; run it again'}")
        if failed:
            raise CommandError("\n".join(failed))

    def _one(self, file: Path, *, is_dry: bool, leaves_out: bool) -> None:
        now = timezone.now()
        kept = files.read(file.name, file.read_bytes(), by=None, at=now)
        try:
            found = files.foreseen(kept, by=None, at=now)
            self._tell(file, found)
            if not is_dry:
                files.carry_out(kept, seen=found.mark, leaves_out=leaves_out, by=None, at=now)
                done = file.parent / READ
                done.mkdir(exist_ok=True)
                file.rename(done / f"{now:%Y%m%dT%H%M%S}-{file.name}")
        finally:
            files.throw_away(kept)

    def _tell(self, file: Path, found: Plan) -> None:
        for line in found.of(What.REFUSED):
            self.stderr.write(f"{file.name}, rad {line.fact.line}: {line.why}")
        self.stdout.write(f"{file.name} " + " ".join(f"{what}={number}" for what, number in found.counts.items()))


def _is_one(path: Path) -> bool:
    return path.is_file() and path.suffix.lower() in ENDINGS

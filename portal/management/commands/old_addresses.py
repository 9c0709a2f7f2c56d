from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.pages import closed_portal


class Command(BaseCommand):
    help = "Leads from the addresses of a portal that is closed: a file with old;new on each line, in UTF-8."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--outside", action="store_true", help="a new address may be another host's")

    def handle(self, *_args: object, **options: object) -> None:
        try:
            lines = Path(str(options["file"])).read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(str(error)) from error
        kept, refused = closed_portal.take_in(lines, outside=bool(options["outside"]))
        self.stdout.write(f"{kept} kept, {len(refused)} left out")
        for refusal in refused:
            self.stdout.write(f"line {refusal.line}: {refusal.why}")

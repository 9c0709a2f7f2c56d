import os
import sys
from collections.abc import Sequence
from functools import partial

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from home.demo import accounts
from portal.management import heart, ports
from portal.management.processes import Family, queue_worker, web_server
from portal.management.static_files import collect_when_changed


class Command(BaseCommand):
    help = "The whole portal on this machine: prepares what is missing, then runs web server and queue worker."

    def handle(self, *_arguments: object, **_options: object) -> None:
        port = wanted_port(os.environ.get("PORT", "8000"))
        self.prepare()
        family = Family(web_server(port), queue_worker(rested=heart.rested), say=self.stderr.write)
        sys.exit(family.live(until_up=partial(ports.answers, port), when_up=partial(self.welcome, port)))

    def prepare(self) -> None:
        """Everything that a first start needs; a second start finds it done."""
        call_command("compile_catalogues")
        call_command("migrate", verbosity=0)
        call_command("setup_schedules")
        call_command("vapid")
        call_command("seal")
        if collect_when_changed():
            self.stdout.write("Static files are collected.")
        if settings.DEMO and not get_user_model().objects.exists():
            self.stdout.write("The database is empty: the demo municipality moves in.")
            call_command("demo")

    def welcome(self, port: int) -> None:
        if settings.DEMO:
            self.stdout.write("\n" + table(accounts()))
        self.stdout.write(f"\nThe portal is up: http://localhost:{port}/   (Ctrl-C ends it)\n")
        self.stdout.flush()


def wanted_port(text: str) -> int:
    """The port, if it is one and nobody has it."""
    try:
        port = ports.parsed(text)
    except ports.NotAPort as wrong:
        advice = f"PORT={wrong} is not a port. Choose a number from 1 to 65535, for example: PORT=8123 make run"
        raise CommandError(advice) from wrong
    if not ports.is_free(port):
        advice = f"Port {port} is taken. End what runs there, or choose another: PORT={port + 1} make run"
        raise CommandError(advice)
    return port


def table(rows: Sequence[Sequence[str]]) -> str:
    """The rows with their columns under each other."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)

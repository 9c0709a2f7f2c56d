"""Tell the portal what an identity provider knows people by, from a file: employee numbers and personnummer.

UTF-8 with `account;employee_number;personnummer` on the first line. The account is a user name, or a substitute's
employee number; what is empty is left as it is. Of a personnummer only what a key makes of it is kept: throw the file
away afterwards.
"""

import csv
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q
from django.utils import timezone

from people.management.deciding import system_owner
from people.models import User
from people.operations import identifiers
from people.operations.refusals import Refused

COLUMNS = ["account", "employee_number", "personnummer"]


class Command(BaseCommand):
    """`manage.py identify_people people.csv`."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, and whose decision it is."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--by", metavar="USER_NAME", help="The system owner who decided it, for the history.")

    def handle(self, *args: object, file: Path, by: str | None, **options: object) -> None:
        """Take the lines one by one; say which were not taken, by their number and never by what they hold."""
        decided_by = system_owner(by) if by else None
        taken, now = 0, timezone.now()
        for number, line in lines(file):
            if reason := refusal(line, by=decided_by, at=now):
                self.stderr.write(f"line {number}: {reason}")
            else:
                taken += 1
        self.stdout.write(f"{taken} lines are taken.")


def lines(file: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Each with its number in the file, the first line being 1."""
    with file.open(encoding="utf-8-sig", newline="") as opened:
        reader = csv.DictReader(opened, delimiter=";", restval="")
        if reader.fieldnames != COLUMNS:
            message = f"The first line must be {';'.join(COLUMNS)}."
            raise CommandError(message)
        yield from ((reader.line_num, {name: line[name].strip() for name in COLUMNS}) for line in reader)


def refusal(line: dict[str, str], *, by: User | None, at: datetime) -> str:
    """Why the line was not taken; empty if it was."""
    account = line["account"]
    numbers = Q(substitute__employee_number__iexact=account) | Q(hidden__employee_number__iexact=account)
    users = User.objects.filter(Q(username__iexact=account) | numbers).distinct()[:2]
    if len(users) != 1:
        return "no such account, or more than one"
    try:
        if line["employee_number"]:
            identifiers.know_by_employee_number(users[0], line["employee_number"], by=by, at=at)
        if line["personnummer"]:
            identifiers.know_by_personnummer(users[0], line["personnummer"], by=by, at=at)
    except Refused as reasons:
        return str(reasons)
    return ""

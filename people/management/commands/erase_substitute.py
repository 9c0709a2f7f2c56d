"""Erase a substitute for good: her name, what was written to and of her, and her way in. Her hours stay."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from people.management.deciding import system_owner
from people.models import Substitute
from people.operations import erasure
from people.operations.refusals import Refused


class Command(BaseCommand):
    """`manage.py erase_substitute V000123 --by anna --yes`."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whom, by whose decision, and that it is meant."""
        parser.add_argument("employee_number", help="Her employee number.")
        parser.add_argument("--by", metavar="USER_NAME", help="The system owner who decided it, for the history.")
        parser.add_argument("--yes", action="store_true", help="Erase her; without it nothing is changed.")

    def handle(self, *args: object, employee_number: str, by: str | None, yes: bool, **options: object) -> None:
        """Say whom it is about; erase her if that was confirmed."""
        person, now = found(employee_number), timezone.now()
        decided_by = system_owner(by) if by else None
        if not yes:
            reasons = erasure.why_not(person, at=now) or ["Nothing stands in the way. Say --yes to erase: for good."]
            self.stdout.write("\n".join([f"{person}, {employee_number}. Nothing is erased.", *reasons]))
            return
        try:
            erasure.erase(person, by=decided_by, at=now)
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"{employee_number} is erased.")


def found(employee_number: str) -> Substitute:
    """The substitute with that number."""
    person = Substitute.objects.select_related("user").filter(employee_number=employee_number).first()
    if person is None:
        message = f"No substitute has the employee number {employee_number}."
        raise CommandError(message)
    return person

from django.core.management.base import BaseCommand
from django.db import transaction
from django_q.models import Schedule

from portal.schedules import SCHEDULES, Recurring


class Command(BaseCommand):
    help = "Makes the queue's schedule say what portal/schedules.py says, no more and no less."

    @transaction.atomic
    def handle(self, *_arguments: object, **_options: object) -> None:
        for recurring in SCHEDULES:
            plan(recurring)
        Schedule.objects.exclude(name__in=[recurring.name for recurring in SCHEDULES]).delete()


def plan(recurring: Recurring) -> None:
    """When it is next due stays as it was, so that a restart neither hurries nor delays it."""
    Schedule.objects.update_or_create(
        name=recurring.name,
        defaults={
            "func": recurring.task,
            "args": recurring.arguments or None,
            "schedule_type": Schedule.MINUTES,
            "minutes": recurring.minutes,
            "repeats": -1,
        },
    )

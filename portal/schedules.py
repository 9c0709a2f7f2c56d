"""What the queue does by the clock. `manage.py setup_schedules` makes the queue's schedule say the same."""

from typing import NamedTuple


class Recurring(NamedTuple):
    """A task and how often it is due."""

    name: str
    task: str
    minutes: int
    arguments: str = ""


COMMAND = "django.core.management.call_command"

SCHEDULES = (
    Recurring("sweep", "messaging.tasks.sweep", minutes=1),
    Recurring("ask", "booking.tasks.ask", minutes=1),
    Recurring("assist", "booking.tasks.assist", minutes=1),
    Recurring("tidy", "booking.tasks.tidy", minutes=5),
    Recurring("remind", "booking.tasks.remind", minutes=10),
    Recurring("extend patterns", "booking.tasks.extend_patterns", minutes=24 * 60),
    Recurring("close accounts", "people.tasks.close_ended", minutes=10),
    Recurring("warn of passwords", "messaging.tasks.warn_of_passwords", minutes=60),
    Recurring("remind of certificates", "intyg.tasks.remind", minutes=60),
    Recurring("publish pages", COMMAND, minutes=5, arguments="'publish_scheduled'"),
    Recurring("remind of pages", "portal.pages.tasks.remind", minutes=12 * 60),
    Recurring("check links", "portal.pages.tasks.check_links", minutes=10),
    Recurring("forget what readers wrote", "portal.pages.tasks.forget", minutes=24 * 60),
    Recurring("foresee", "booking.tasks.foresee", minutes=60),
    Recurring("watch", "booking.tasks.watch", minutes=10),
    Recurring("thin", "people.tasks.thin", minutes=60),
    Recurring("read staff", "people.tasks.read_staff", minutes=24 * 60),
    Recurring("exchange with the schedule", "scheduling.tasks.exchange", minutes=1),
    Recurring("forget schedule files", "scheduling.tasks.forget", minutes=60),
    Recurring("forget pay files", "payroll.tasks.forget", minutes=60),
    Recurring("end roles", "people.tasks.tidy_roles", minutes=60),
    Recurring("clear sessions", COMMAND, minutes=24 * 60, arguments="'clearsessions'"),
)

"""What the schedule says, read by whoever it is."""

from booking.models import Availability
from booking.period import STOCKHOLM
from scheduling.operations import files
from tests.cast import NOW
from tests.factories.scheduling import table


def read(*rows, by=None, content=None, **said):
    """The file of those rows, carried out."""
    file = files.read("schema.csv", content or table(*rows), by=by, at=NOW)
    return files.carry_out(file, **({"seen": "", "leaves_out": False, "by": by, "at": NOW} | said))


def counts(*rows, **said) -> dict[str, int]:
    """How many of each outcome, but none."""
    file, _stood = read(*rows, **({"leaves_out": True} | said))
    return {what: number for what, number in file.counts.items() if number}


def foreseen(*rows, by=None) -> list[tuple[str, str]]:
    """What would come of each row, and why."""
    file = files.read("schema.csv", table(*rows), by=by, at=NOW)
    return [(line.what.value, line.why) for line in files.foreseen(file, by=by, at=NOW).lines]


def her_time(her) -> list[tuple[str, str, str]]:
    """Her availability: kind, and Stockholm's clock."""
    rows = Availability.objects.filter(substitute=her).order_by("starts")
    return [(row.kind, *(f"{clock(moment):%d %H:%M}" for moment in (row.starts, row.ends))) for row in rows]


def clock(moment):
    return moment.astimezone(STOCKHOLM)

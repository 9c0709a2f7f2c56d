"""What the payroll system has said of some of the substitutes: a file of pay by the month, and one of employments."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal

from home.demo.world import World
from intyg import worked
from payroll.importing import carrying_out
from payroll.models import FactsLayout

# By the hour in kronor, the employment's id at payroll, and its first day so many days ago.
PAID = {
    "Amira Hassan": (Decimal("164.50"), "7011", 430),
    "Lars-Erik Sundin": (Decimal("171.20"), "7012", 430),
    "Elin Back": (Decimal("158.00"), "7013", 380),
}
HOLIDAY_PAY, OB_PAY = Decimal("0.12"), Decimal("0.08")  # of the pay

PAY = {
    "person": "Anstnr", "month": "Månad", "gross": "Bruttolön", "hourly_pay": "Timlön", "holiday_pay": "Sem.ers",
    "ob_pay": "OB",
}  # fmt: skip
EMPLOYMENT = {
    "person": "Anstnr", "reference": "Anst-id", "form": "Anst.form", "title": "Befattning", "since": "Från",
    "until": "Till", "hourly_pay": "Timlön", "end_reason": "Avg.orsak",
}  # fmt: skip


def build(world: World) -> None:
    """Two layouts, and a file of each that was read this night."""
    _read(world, FactsLayout.Kind.PAY, "Lön per månad", PAY, _months(world))
    _read(world, FactsLayout.Kind.EMPLOYMENT, "Anställningar", EMPLOYMENT, _employments(world))


def _read(world: World, kind: str, name: str, columns: dict[str, str], rows: Iterable[Sequence[str]]) -> None:
    places = {f"column_{key}": heading for key, heading in columns.items()}
    layout = FactsLayout.objects.create(name=name, kind=kind, **places)
    content = "\r\n".join(";".join(row) for row in [tuple(columns.values()), *rows]).encode()
    run = carrying_out.read(f"{name.lower()}.csv", content, layout, by=None, at=world.ago(hours=4))
    carrying_out.carry_out(run, seen="", leaves_out=False, by=None, at=world.ago(hours=4))


def _months(world: World) -> Iterable[Sequence[str]]:
    """What was worked in the whole months of the last year."""
    last = world.today.replace(day=1) - timedelta(days=1)
    first = last.replace(year=last.year - 1, day=1)
    for name, (rate, _reference, _days) in PAID.items():
        her = world.substitutes[name]
        for month in worked.of(her, first, last, now=world.now).months:
            pay = rate * Decimal(month.hours / timedelta(hours=1))
            sums = (pay * (1 + OB_PAY), rate, pay * HOLIDAY_PAY, pay * OB_PAY)
            yield her.employee_number, f"{month.first_day:%Y-%m}", *(_written(each) for each in sums)


def _employments(world: World) -> Iterable[Sequence[str]]:
    for name, (rate, reference, days) in PAID.items():
        since: date = world.day(-days)
        number = world.substitutes[name].employee_number
        yield number, reference, "Behovsanställning", "Undersköterska", since.isoformat(), "", _written(rate), ""


def _written(amount: Decimal) -> str:
    """12 345,50, as payroll systems write it."""
    return f"{amount:,.2f}".replace(",", " ").replace(".", ",")

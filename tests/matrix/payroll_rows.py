"""What goes to payroll, on each side of the matrix."""

import uuid
from datetime import date

from payroll.models import AccountString, WageCode
from payroll.operations import runs
from payroll.operations.asked import Asked
from people.models import User
from tests.cast import NOW, Town
from tests.factories.payroll import CsvFactory


def keys(town: Town, name: str, owner: User) -> dict[str, object]:
    """A run of the side's area, how its file is laid out, and what its hours are called."""
    layout = CsvFactory(name=f"fil {len(name)}")
    asked = Asked(date(2026, 4, 1), date(2026, 4, 30), town.area, layout)
    run = runs.make(asked, command=uuid.uuid4(), by=owner, at=NOW)
    form = "hourly" if len(name) % 2 else "monthly"
    return {
        "payrun": run.pk,
        "layout": layout.pk,
        "wagecode": WageCode.objects.get(what="ordinary", pay_form=form).pk,
        "accountstring": AccountString.objects.create(workplace=town.workplace, text=f"50{len(name)}").pk,
    }

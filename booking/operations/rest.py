"""Rest that a shift took, and that has been given back."""

from datetime import datetime

from django.db import transaction

from booking.models import RestDebt
from people.history import record
from people.models import User


@transaction.atomic
def settle(debt: RestDebt, *, how: str, by: User, at: datetime) -> None:
    """Write that the rest has been given, and how; the first to write it is the one who is believed."""
    unpaid = RestDebt.objects.owed().filter(pk=debt.pk)
    if unpaid.update(settled_at=at, settled_by=by, settled_how=how):
        area = debt.booking.order.workplace.area_id
        record(debt, "restdebt.settle", by=by, at=at, area_id=area, substitute=str(debt.substitute_id), how=how)

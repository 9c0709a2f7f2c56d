"""Where it is written down what is done to an account: at the substitute, unless the system owner keeps it."""

from datetime import datetime

from people.history import record
from people.models import Account, Substitute, User
from people.operations import areas


def of_account(user: User, verb: str, *, by: User | None, at: datetime, **facts: object) -> None:
    """Record `substitute.<verb>` or `account.<verb>`, where the planners or the system owner read it."""
    substitute = Substitute.objects.filter(user=user).first()
    if substitute and not user.role_assignments.exists():
        area = areas.of_substitute(substitute)
        record(substitute, f"substitute.{verb}", by=by, at=at, area_id=area, **facts)
    else:
        record(Account.objects.get(pk=user.pk), f"account.{verb}", by=by, at=at, area_id=None, **facts)

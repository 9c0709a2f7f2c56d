"""What was done about somebody, written where those who answer for her read it: on a substitute, or on an account."""

from datetime import datetime

from people.history import record
from people.models import Account, Substitute, User
from people.operations import areas


def write_down(user: User, verb: str, *, by: User | None, at: datetime, **facts: object) -> None:
    """The action is `substitute.<verb>` or `account.<verb>`."""
    substitute = Substitute.objects.filter(user=user).first()
    if substitute:
        area = areas.of_substitute(substitute)
        record(substitute, f"substitute.{verb}", by=by, at=at, area_id=area, **facts)
    else:
        record(Account.objects.get(pk=user.pk), f"account.{verb}", by=by, at=at, area_id=None, **facts)

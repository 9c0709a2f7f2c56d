"""A number or an address that a colleague writes on somebody's account is a way to a new password of hers.

With a link to it, or the page for whoever has forgotten hers, the colleague could come in as her. So she is told where
she was reached before, and whoever wrote the number sends no link to it: a colleague of theirs does.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from people.models import HistoryEntry, Substitute, User

WAYS = ("phone", "email")
NEW_FOR = timedelta(days=1)
"""How long nobody gets a password by an address that somebody else wrote: time to see the news, and to call."""

Tell = Callable[[User, str, str, datetime], None]
"""Is handed who is told, the number and the address that were hers, and when; in the same transaction."""

_hooks: list[Tell] = []


def on_change(tell: Tell) -> Tell:
    """Register how she is told."""
    _hooks.append(tell)
    return tell


def tell(user: User, before: tuple[str, str], changed: list[str], *, by: User | None, at: datetime) -> None:
    """Tell her, if a way of hers is another; but of an account that nobody has used there is nothing to tell."""
    if user.last_login and by != user and not set(WAYS).isdisjoint(changed):
        for hook in _hooks:
            hook(user, *before, at)


def wrote_the_number(user: User, by: User | None) -> bool:
    """Whether `by` wrote the number that the account has, and its holder has not shown that it is hers."""
    if by is None or user.last_login is None or user.phone_verified:
        return False
    entry = _last(user, "phone")
    return entry is not None and entry.user_id == by.pk


def is_new_address(user: User, *, now: datetime) -> bool:
    """Whether somebody else has just written her address."""
    entry = _last(user, "email") if user.last_login else None
    return entry is not None and entry.user_id != user.pk and now - entry.timestamp < NEW_FOR


def _last(user: User, way: str) -> HistoryEntry | None:
    """When it was last changed, by whomever."""
    keys = [str(user.pk), *map(str, Substitute.objects.filter(user=user).values_list("pk", flat=True))]
    changes = HistoryEntry.objects.filter(action__in=("substitute.change", "account.change"), object_id__in=keys)
    found = changes.order_by("-timestamp", "-pk")
    return next((entry for entry in found if way in entry.data.get("changed", ())), None)

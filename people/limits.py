"""How often something may be tried: at one account, and by everybody together. Counted in the cache that all share.

What is counted lies under keyed hashes and ends with its window: no name, number or address is written down anywhere.
"""

from typing import Any, NamedTuple

from django.core.cache import cache
from django.utils.crypto import salted_hmac

from people.models import HiddenIdentity, User


class Limit(NamedTuple):
    """So many within so many seconds, from the first of them."""

    name: str
    most: int
    seconds: int


FAILED_SIGN_INS = Limit("sign-ins", most=600, seconds=60)
"""By strangers, from everywhere. Ten thousand people who come to work mistype fewer; a list of stolen passwords that is
tried from many addresses, a few at each account, does not.
"""

FROM_HER_BROWSER = "10/5m/key,50/h/key"
"""Where she has been signed in before. Counted apart: whoever tries her account from elsewhere cannot lock her out."""


def count(limit: Limit, whose: str = "") -> int:
    """Count one more; how many there are with it."""
    key = _key(limit, whose)
    cache.add(key, 0, limit.seconds)
    try:
        return int(cache.incr(key))
    except ValueError:  # it ended in between
        return 1


def is_reached(limit: Limit, whose: str = "") -> bool:
    """Whether there is no room for another."""
    return int(cache.get(_key(limit, whose), 0)) >= limit.most


def tag(salt: str, value: str) -> str:
    """Stands for a value in the name of what is counted."""
    return salted_hmac(f"people.limits:{salt}", value, algorithm="sha256").hexdigest()


def account(credentials: dict[str, Any]) -> tuple[User | None, str]:
    """Whom a sign-in is about, and what her attempts are counted under: the same by user name, e-mail or number.

    One that nobody has is counted just as long, by what was written; and as many questions are asked of it.
    """
    said = {name: credentials[name] for name in ("username", "email") if credentials.get(name)}
    found = [user for name, value in said.items() for user in _known_by(name, value)]
    written = next((credentials[name] for name in ("email", "username", "phone") if credentials.get(name)), "")
    return (found[0], f"account:{found[0].pk}") if found else (None, f"nobody:{tag('login', written.strip().lower())}")


def _known_by(name: str, value: str) -> list[User]:
    shown = list(User.objects.filter(**{f"{name}__iexact": value})[:1])
    hidden = [
        row.user for row in HiddenIdentity.objects.filter(**{f"{name}__iexact": value}).select_related("user")[:1]
    ]
    return shown + hidden


def _key(limit: Limit, whose: str) -> str:
    return f"limits:{limit.name}:{tag(limit.name, whose) if whose else 'together'}"

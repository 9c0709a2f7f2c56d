"""How often something may be tried: at one account, and by everybody together. Counted in the cache that all share.

What is counted lies under keyed hashes and ends with its window: no name, number or address is written down anywhere.
"""

import time
from typing import Any, NamedTuple

from allauth.core.internal.ratelimit import cache_lock
from django.conf import settings
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


DAY = 24 * 60 * 60
TRIES_OF_A_CODE = Limit("tries-of-a-code", most=5, seconds=60 * 10)
USES_OF_A_CODE = Limit("uses-of-a-code", most=1, seconds=60 * 10)
"""Each for as long as a code is one: however many write it at once, and from whatever copy of a session."""


def codes_in_a_day() -> Limit:
    """Codes and links by SMS to get in by, to all together."""
    return Limit("codes", settings.SMS_CODES_A_DAY, DAY)


def count(limit: Limit, whose: str = "") -> int:
    """Count one more, whether or not there is room; how many there are with it."""
    return _counted(limit, whose, even_if_full=True)


def take(limit: Limit, whose: str = "") -> int:
    """Count one more if there is room: how many there are with it, or 0. Many at once never get more than there is."""
    return _counted(limit, whose, even_if_full=False)


def is_reached(limit: Limit, whose: str = "") -> bool:
    """Whether there is no room for another."""
    so_far, _ends = _so_far(_key(limit, whose), limit)
    return so_far >= limit.most


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


def _counted(limit: Limit, whose: str, *, even_if_full: bool) -> int:
    """Read and written under a lock: to add one is no single step in a cache that is a table, and forgets the window."""
    key = _key(limit, whose)
    with cache_lock(key) as locked:
        so_far, ends = _so_far(key, limit)
        if not even_if_full and (so_far >= limit.most or not locked):
            return 0
        cache.set(key, (so_far + 1, ends), max(ends - time.time(), 1))
    return so_far + 1


def _so_far(key: str, limit: Limit) -> tuple[int, float]:
    """How many there are, and when the window that began with the first of them ends."""
    now = time.time()
    so_far, ends = cache.get(key, (0, 0))
    return (so_far, ends) if ends > now else (0, now + limit.seconds)


def _key(limit: Limit, whose: str) -> str:
    return f"limits:{limit.name}:{tag(limit.name, whose) if whose else 'together'}"

"""How many codes by SMS the portal sends in an hour, to all together: each costs money, and many are an attack.

Counted in the cache, as the limits of each number are; the hour begins with its first code.
"""

import logging

from django.conf import settings
from django.core.cache import cache

from portal import security_log

logger = logging.getLogger(__name__)

KEY, AN_HOUR = "people.code_budget", 60 * 60  # seconds


def is_spent() -> bool:
    """Whether no more are sent just now: the same to everybody, so that it may be said."""
    return int(cache.get(KEY, 0)) >= settings.LOGIN_CODES_PER_HOUR


def spend() -> bool:
    """Count one that is to be sent; False if there is none left. The last one sounds the alarm, once."""
    cache.add(KEY, 0, timeout=AN_HOUR)
    try:
        sent = cache.incr(KEY)
    except ValueError:  # it ran out between the two
        cache.set(KEY, 1, timeout=AN_HOUR)
        sent = 1
    if sent == settings.LOGIN_CODES_PER_HOUR:
        logger.error("All %d codes of an hour have been sent: somebody may be asking for others' codes.", sent)
        security_log.event("codes.budget_spent", of=sent)
    return sent <= settings.LOGIN_CODES_PER_HOUR

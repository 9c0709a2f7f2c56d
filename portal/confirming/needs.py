"""What each address asks for: a table, by how addresses begin. The longest beginning decides.

What nobody has placed asks for the most, and tests/portal/test_needs.py fails.
"""

from enum import StrEnum
from urllib.parse import unquote

from django.conf import settings
from django.urls import Resolver404, resolve

from people import means
from people.models import User
from people.strength import Strength


class Area(StrEnum):
    """What asks for more than a code by SMS, as SECOND_STEP_REQUIRED_FOR names it."""

    DESK = "desk"
    CERTIFICATES = "certificates"
    OWN_DATA = "own_data"
    ACCOUNT = "account"  # what would let somebody else in the next time, or in her place
    PROTECTED = "protected"  # who it is that has a protected identity


FREE = None
"""Any session will do: what is said there may be answered, booked and read with the telephone in one's hand."""

NEEDS: dict[str, Area | None] = {
    "admin/": Area.DESK,
    "admin/login/": FREE,
    "admin/logout/": FREE,
    "admin/password_reset/": FREE,
    "admin/intyg/": Area.CERTIFICATES,
    "admin/lon/": Area.CERTIFICATES,
    "admin/skyddade/": Area.PROTECTED,
    "intyg/": Area.CERTIFICATES,
    "intyg/kontroll/": FREE,
    "konto/": FREE,
    "konto/password/set/": Area.ACCOUNT,
    "konto/sakerhet/": Area.ACCOUNT,
    "mer/ersattare/": Area.ACCOUNT,
    "mina-enheter/": FREE,
    "mina-uppgifter/": Area.OWN_DATA,
    "hjalp/": FREE,
    "csp/": FREE,
    "profil/": FREE,
    "profil/mobilnummer/": Area.ACCOUNT,
    "profil/e-post/": Area.ACCOUNT,
    # What everybody reads
    "app.webmanifest": FREE, "dokument/": FREE, "favicon.ico": FREE, "halsa/": FREE, "hjalpte/": FREE, "media/": FREE,
    "robots.txt": FREE, "sitemap.xml": FREE, "sok/": FREE, "sprak/": FREE, "sw.js": FREE, "synpunkt/": FREE,
    "utan-nat/": FREE, "utseende/": FREE, "_util/": FREE,
    # Her days, as she answers, books and reads
    "aviseringar/": FREE, "bocka-av/": FREE, "bokningar/": FREE, "f/": FREE, "forfragningar/": FREE, "frisk/": FREE,
    "kalender/": FREE, "lediga-jobb/": FREE, "meddelanden/": FREE, "mer/": FREE, "min-sida/": FREE,
    # A workplace's orders, and what gateways call
    "bestallningar/": FREE, "schema/": FREE, "sms/": FREE,
    # The demo, where it is on
    "demo/": FREE,
}  # fmt: skip

PAGES = {"wagtail_serve"}
"""The editors' pages, by the name of their route: they may lie at any address."""


def is_placed(route: str, name: str) -> bool:
    """Whether the table says anything of the route: its shape, and its name."""
    return name in PAGES or _beginning(route) is not None


def area_of(route: str, name: str) -> Area | None:
    """What the route asks for."""
    beginning = _beginning(route)
    if name in PAGES:
        return FREE
    return Area.DESK if beginning is None else NEEDS[beginning]


def area_at(path: str) -> Area | None:
    """What the address asks for; nothing if there is none."""
    try:
        match = resolve(unquote(path))
    except Resolver404:
        return FREE
    return area_of(match.route, match.view_name)


def needed(area: Area, user: User) -> Strength:
    """How strong her session must be there.

    Who has nothing but a password may put in her first number or key with it: else she could never have one.
    """
    if area not in settings.SECOND_STEP_REQUIRED_FOR:
        return Strength.BY_PASSWORD
    is_first = area is Area.ACCOUNT and not means.of(user).second
    return Strength.BY_PASSWORD if is_first else Strength.TWO_STEPS


def _beginning(route: str) -> str | None:
    return max((beginning for beginning in NEEDS if route.startswith(beginning)), key=len, default=None)

"""Who can be entered as, role by role. Only the demo's own people: the demo opens no other account."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from home.demo.cast import COLLEAGUES, HANDS
from people.models import User

SUBSTITUTE = "substitute"
TEXTS: Mapping[str, tuple[str | Promise, str | Promise]] = {
    SUBSTITUTE: (_("Vikarier"), _("Svarar på förfrågningar, lägger in tid, söker lediga jobb och beställer intyg.")),
    "ordering_manager": (_("Beställare"), _("Beställer vikarier till sina arbetsplatser och ser vem som kommer.")),
    "planner": (_("Bemanningsplanerare"), _("Frågar och bokar vikarier i sina områden.")),
    "identity_keeper": (_("Ansvarig för skyddade uppgifter"), _("Ser vem som döljer sig bakom ett kodnamn.")),
    "certificate_officer": (_("Löneadministratör"), _("Kontrollerar timmar och utfärdar intyg.")),
    "editor": (_("Redaktör"), _("Skriver guider, nyheter och kontakter.")),
    "approver": (_("Godkännare"), _("Läser det som redaktörer har skrivit, och publicerar det.")),
    "system_owner": (_("Systemförvaltare"), _("Håller i arbetsplatser, roller och regler.")),
}


@dataclass(frozen=True, slots=True)
class Door:
    """One role, and those who have it."""

    title: str | Promise
    text: str | Promise
    users: tuple[User, ...]


def accounts() -> QuerySet[User]:
    """The accounts that can be entered."""
    return User.objects.filter(username__in=_roles(), is_active=True)


def doors() -> list[Door]:
    """The roles that somebody has, substitutes first, each with its people in the order of the tables."""
    known = {user.username: user for user in accounts()}
    roles = _roles()
    by_role = {role: tuple(known[name] for name in roles if roles[name] == role and name in known) for role in TEXTS}
    return [Door(*TEXTS[role], users) for role, users in by_role.items() if users]


def _roles() -> dict[str, str]:
    """Role by user name."""
    return {hand.username: SUBSTITUTE for hand in HANDS} | {one.username: one.role for one in COLLEAGUES}

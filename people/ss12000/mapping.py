"""What the register's duties mean here: which role each gives, where, and for how long. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from people.importing.staff.wanted import Wanted, WantedRole, together
from people.ss12000.reading import Duty, Register, RegisterPerson


@dataclass(frozen=True, slots=True)
class Rule:
    """A duty of that role, at that organisation (empty: at any), gives this."""

    duty_role: str
    organisation: str
    gives: WantedRole


LATELY = timedelta(days=60)
"""So long after her last day somebody is said to have ended; before that she is nobody of ours any more."""


def people(register: Register, rules: Sequence[Rule], *, today: date) -> list[Wanted]:
    """Each whom a duty gives something, or did lately, by her key; the others are not ours."""
    given: defaultdict[str, list[WantedRole]] = defaultdict(list)
    for duty in register.duties:
        if not duty.last or duty.last >= (today - LATELY).isoformat():
            given[duty.person] += roles_of(duty, rules)
    return [_wanted(key, register.persons.get(key), together(roles)) for key, roles in sorted(given.items()) if roles]


def roles_of(duty: Duty, rules: Iterable[Rule]) -> list[WantedRole]:
    """What each of the rules that fit gives, for the days of the duty."""
    return [
        WantedRole(rule.gives.role, rule.gives.area, rule.gives.workplace, duty.first, duty.last)
        for rule in rules
        if rule.duty_role.casefold() == duty.duty_role.casefold()
        and (not rule.organisation or rule.organisation in duty.organisations)
    ]


def _wanted(key: str, person: RegisterPerson | None, roles: tuple[WantedRole, ...]) -> Wanted:
    if person is None:
        return Wanted(0, key=key, roles=roles, faults={"key": _("Personen saknas i registrets persons.")})
    if person.is_protected:
        return Wanted(0, key=key, faults={"key": _("Personen har skyddade uppgifter. Öppna kontot för hand.")})
    return Wanted(
        0,
        first_name=person.first_name,
        last_name=person.last_name,
        phone=person.phone,
        email=person.email,
        born=person.born,
        key=key,
        roles=roles,
    )

"""What claims say: who somebody is, and which roles her groups give her. Pure: no table, no clock."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from people.grants import Grant, written
from portal.federation import Reading

LONGEST = 254


class Identifier(NamedTuple):
    """By what a person is found (`employee_number`, `personnummer`, `trusted_email`), and what it is of her."""

    by: str
    value: str


def person(claims: Mapping[str, Any], reading: Reading) -> Identifier | None:
    """Whom they speak of; none if they name nobody, or several."""
    said = _values(_found(claims, reading.person_claim))
    if len(said) != 1 or len(said[0]) > LONGEST:
        return None
    if reading.person_by == "trusted_email" and claims.get("email_verified") in {False, "false"}:
        return None
    return Identifier(reading.person_by, said[0])


def grants(claims: Mapping[str, Any], reading: Reading) -> frozenset[Grant]:
    """What the groups that they name give. A claim that is missing names none."""
    groups = _values(_found(claims, reading.groups_claim)) if reading.groups_claim else []
    return frozenset(_given(groups, reading.roles))


def missing(claims: Mapping[str, Any], reading: Reading) -> bool:
    """Whether something that we read is not among them, and may be told elsewhere."""
    wanted = [reading.person_claim, *filter(None, [reading.groups_claim])]
    return any(_found(claims, claim) is None for claim in wanted)


def _given(groups: Collection[str], roles: Mapping[str, Iterable[str]]) -> Iterable[Grant]:
    return (written(role) for group in groups for role in roles.get(group, ()))


def _found(claims: Mapping[str, Any], name: str) -> Any:  # noqa: ANN401 (JSON)
    """By its whole name, which may have points in it, or else as a path: `realm_access.roles`."""
    if name in claims:
        return claims[name]
    here: Any = claims
    for part in name.split("."):
        here = here.get(part) if isinstance(here, Mapping) else None
    return here


def _values(said: Any) -> list[str]:  # noqa: ANN401 (JSON)
    several = said if isinstance(said, list) else [said]
    return [text for one in several if (text := _text(one))]


def _text(said: Any) -> str:  # noqa: ANN401 (JSON)
    """Numbers too: an employee number may come as one. Nothing with a NUL, which PostgreSQL cannot even look for."""
    is_said = isinstance(said, str | int) and not isinstance(said, bool)
    text = str(said).strip() if is_said else ""
    return text if text.isprintable() else ""

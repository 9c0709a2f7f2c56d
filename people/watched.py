"""Which deeds of the history the security log tells of too, and as what. Pure."""

from collections.abc import Mapping
from typing import Any

EVENTS: Mapping[str, str] = {
    "roleassignment.add": "role.given",
    "roleassignment.remove": "role.withdrawn",
    "account.open": "account.opened",
    "account.change": "account.changed",
    "account.close": "account.closed",
    "account.reopen": "account.reopened",
    "substitute.add": "account.opened",
    "substitute.confirm_phone": "account.phone_confirmed",
    "substitute.protect": "person.protected",
    "substitute.unprotect": "person.unprotected",
    "substitute.identified": "person.identified",
    "substitute.erase": "person.erased",
    "owncopy.order": "own_copy.ordered",
    "owncopy.fetch": "own_copy.fetched",
    "retentionrun.done": "rows.thinned",
}
SETTINGS = frozenset(
    {
        "area", "calendarday", "competence", "locality", "messagetext", "occupation", "orderreason", "policy",
        "retentionrule", "ruleprofile", "workplace",
    }
)  # fmt: skip
"""What the system owner keeps: whatever is done to a row of them."""

TOLD = ("kind", "role", "rows")
"""The facts that are codes and counts, of all that a deed says."""


def event_of(action: str) -> str:
    """What the security log calls the deed; empty if it is not told there."""
    thing, _, verb = action.partition(".")
    if verb.startswith("export"):
        return "rows.exported"
    return EVENTS.get(action) or ("settings.changed" if thing in SETTINGS else "")


def told(facts: Mapping[str, object]) -> dict[str, Any]:
    """What of the facts is said there."""
    said: dict[str, Any] = {name: facts[name] for name in TOLD if name in facts}
    return said | ({"whose": facts["user"]} if "user" in facts else {})

"""Which deeds of the history the security log tells of too, and as what. Pure."""

from collections.abc import Mapping
from typing import Any

OF_A_PERSON: Mapping[str, str] = {
    "change": "account.changed",
    "close": "account.closed",
    "reopen": "account.reopened",
    "end": "account.last_day_set",
    "identify": "account.identifier_changed",
    "invite": "password_link.sent",
    "start_reset": "password_link.sent",
    "withdraw_link": "password_link.withdrawn",
    "sign_out": "sessions.ended_everywhere",
    "step_added": "second_step.added",
    "step_removed": "second_step.removed",
    "step_codes_renewed": "second_step.codes_renewed",
    "step_taken_away": "second_step.taken_away",
    "support_begin": "support.begun",
    "support_end": "support.ended",
}
"""What is done to somebody's account stands at the account, or at the substitute that she is."""

EVENTS: Mapping[str, str] = {
    "account.open": "account.opened",
    "substitute.add": "account.opened",
    "substitute.confirm_phone": "account.phone_confirmed",
    "substitute.protect": "person.protected",
    "substitute.unprotect": "person.unprotected",
    "substitute.identified": "person.identified",
    "substitute.erase": "person.erased",
    "roleassignment.add": "role.given",
    "roleassignment.change": "role.changed",
    "roleassignment.remove": "role.withdrawn",
    "roleassignment.delegate": "role.delegated",
    "roleassignment.end": "role.delegation_ended",
    "substituteimport.carry_out": "substitutes.imported",
    "staffimport.carry_out": "staff.imported",
    "factsimport.carry_out": "pay_facts.imported",
    "schedulefile.carry_out": "schedule.imported",
    "certificate.issue": "certificate.issued",
    "certificate.fetch": "certificate.fetched",
    "payrun.make": "payroll.run_made",
    "payrun.take_back": "payroll.run_made",
    "owncopy.order": "own_copy.ordered",
    "owncopy.fetch": "own_copy.fetched",
    "retentionrun.done": "rows.thinned",
    "alarm.see_to": "alarm.seen_to",
}
SETTINGS = frozenset(
    {
        "accountstring", "area", "calendarday", "competence", "dutyrule", "factslayout", "layout", "locality",
        "messagetext", "occupation", "orderreason", "policy", "retentionrule", "ruleprofile", "wagecode", "workplace",
        "workplacecode",
    }
)  # fmt: skip
"""What the system owner keeps: whatever is done to a row of them."""

EXPORTED, SETTINGS_CHANGED = "rows.exported", "settings.changed"

TOLD = ("kind", "role", "rows", "changed", "source", "step", "instead_of", "new", "closed", "spared", "faulty")
"""The facts that are codes, keys and counts, of all that a deed says."""


def event_of(action: str) -> str:
    """What the security log calls the deed; empty if it is not told there."""
    thing, _, verb = action.partition(".")
    if verb.startswith("export"):
        return EXPORTED
    if thing in {"account", "substitute"} and verb in OF_A_PERSON:
        return OF_A_PERSON[verb]
    return EVENTS.get(action) or (SETTINGS_CHANGED if thing in SETTINGS else "")


def told(facts: Mapping[str, object]) -> dict[str, Any]:
    """What of the facts is said there."""
    said: dict[str, Any] = {name: facts[name] for name in TOLD if name in facts}
    return said | ({"whose": facts["user"]} if "user" in facts else {})

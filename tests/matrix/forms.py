"""What is posted to each route, so that whoever is let in meets the operation and not a form that lacks everything.

A value that is a kind of row in tests/matrix/world.py is that row's key.
"""

from collections.abc import Mapping

from tests.matrix.world import Side

Form = dict[str, object]

SAID = {
    "name": "X", "note": "x", "reason": "other", "text": "x", "body": "x", "first_name": "X", "last_name": "X",
    "command": "6f1c2f0e-2b8a-4f53-9d36-1b2f0c1a7e55", "starts": "2026-06-01", "ends": "2026-06-30",
    "substitute": "substitute", "booking": "booking", "chosen": "substitute",
}  # fmt: skip

OF_ITS_OWN: Mapping[str, Mapping[str, str]] = {
    "order:several": {"deed": "annonsera", "which": "kryssade", "chosen": "order"},
    "order:carry_out": {"deed": "annonsera", "rows": "row"},
    "worked_desk:foretell": {"which": "kryssade", "chosen": "worked"},
    "worked_desk:carry_out": {"rows": "worked_row"},
    "assistant:start": {"why": "dry"},
    "proposal:solve": {"version": "1"},
    "proposal:accept": {"chosen": "proposed"},
    "proposal:change_line": {"version": "1"},
    "order:end": {"booking": "booking"},
    "substitute:several": {"deed": "avtal", "which": "chosen"},
    "sms:count": {"svar": "ja", "enquiry": "enquiry"},
    "payrun:make": {"do": "make", "first_day": "2026-03-01", "last_day": "2026-03-31", "layout": "layout"},
}
"""Where another is meant, or more must be said."""


def of(route: str, side: Side) -> Form:
    """The form, about the side's own rows."""
    said = {**SAID, **OF_ITS_OWN.get(route, {})}
    return {name: side.keys.get(value, value) for name, value in said.items()}

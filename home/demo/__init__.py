"""The demo municipality Älvsunda: invented people, with a life that is always told as of today."""

from home.demo.cast import COLLEAGUES, HANDS, PASSWORD
from people.roles import ROLES


def accounts() -> list[tuple[str, str, str, str]]:
    """Role in Swedish, name, user name and password of each account, colleagues first."""
    colleagues = [(str(ROLES[person.role].name), person) for person in COLLEAGUES]
    substitutes = [("vikarie", person) for person in HANDS]
    return [(role, person.name, person.username, PASSWORD) for role, person in [*substitutes, *colleagues]]

"""Where each person's work begins."""

from typing import Any

from people import access
from people.models import User


def start_page(user: Any) -> str:  # noqa: ANN401 (request.user may be anybody)
    """Where the user's work begins."""
    if not isinstance(user, User) or hasattr(user, "substitute"):
        return "/min-sida/"
    if any(assignment.definition.at_the_desk for assignment in access.assignments(user)):
        return "/admin/"
    return "/bestallningar/" if access.holds(user, "ordering_manager") else "/min-sida/"

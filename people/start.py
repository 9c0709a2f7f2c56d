"""Where each person's work begins."""

from typing import Any

from people import access
from people.models import User

LAYOUTS = {"/admin/": "layouts/desk.html", "/bestallningar/": "layouts/manager.html"}
"""The frame of what each reads of her own, by where her work begins."""


def layout(user: User) -> str:
    """The frame of her own start page, with the ways on that are hers."""
    return LAYOUTS.get(start_page(user), "layouts/app.html")


def start_page(user: Any) -> str:  # noqa: ANN401 (request.user may be anybody)
    """Where the user's work begins."""
    if not isinstance(user, User) or hasattr(user, "substitute"):
        return "/min-sida/"
    if any(assignment.definition.at_the_desk for assignment in access.assignments(user)):
        return "/admin/"
    return "/bestallningar/" if access.holds(user, "ordering_manager") else "/min-sida/"

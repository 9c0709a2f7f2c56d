"""What the booking engine adds to Wagtail's admin."""

from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from booking.views.desk import deeds


@hooks.register("register_log_actions")
def log_actions(registry: LogActionRegistry) -> None:
    """The engine's own actions in the history."""
    deeds.register(registry)

"""What looks ahead in the world that the routes are tried in: assistants, proposals, the schedule."""

from people.models import Substitute
from tests.cast import Town
from tests.matrix import assistants, proposed, schedule_rows


def keys_of(town: Town, her: Substitute, name: str) -> dict[str, object]:
    """By their names in the routes."""
    return assistants.keys_of(town, name) | schedule_rows.keys_of(town, name) | proposed.keys_of(town, her)

"""A person who is erased: her shifts in the schedule go, and so does her number in what it was told."""

from datetime import datetime

from people.models import Substitute, User
from people.operations import erasure
from scheduling import forgetting


def erase(substitute: Substitute, by: User | None, at: datetime) -> None:
    """Files that she is in are not handed out again: they would be others than those that were made."""
    forgetting.forget(substitute)


erasure.on_erasure(erase=erase)

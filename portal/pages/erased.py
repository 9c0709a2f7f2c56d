"""A person who is erased: what she had ticked off goes."""

from datetime import datetime

from people.models import Substitute, User
from people.operations import erasure
from portal.pages.models import CourseTick


def erase(substitute: Substitute, by: User | None, at: datetime) -> None:
    """All her ticks."""
    CourseTick.objects.filter(user=substitute.user).delete()


erasure.on_erasure(erase=erase)

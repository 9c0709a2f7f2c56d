"""A person ticks off the items of a course, and takes a tick back. It is hers alone, so no history tells of it."""

import uuid
from datetime import datetime

from django.db import transaction

from people.models import User
from portal.pages.models import CoursePage, CourseTick


@transaction.atomic
def tick(course: CoursePage, item: uuid.UUID, *, by: User, at: datetime) -> None:
    """It is done; twice is once, also in another language."""
    if not CourseTick.objects.of(course).filter(user=by, item=item).exists():
        CourseTick.objects.get_or_create(page=course, user=by, item=item, defaults={"ticked_at": at})


@transaction.atomic
def untick(course: CoursePage, item: uuid.UUID, *, by: User) -> None:
    """It is not done after all."""
    CourseTick.objects.of(course).filter(user=by, item=item).delete()

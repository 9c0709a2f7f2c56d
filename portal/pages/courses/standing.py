"""How far substitutes have come in the courses, for those who plan their work or meet them at work."""

import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime

from django.conf import settings
from django.utils.translation import get_language

from people import access, learning
from people.learning import Progress
from people.models import Substitute, User
from portal.pages.models import CoursePage, CourseTick
from portal.pages.visible import is_open_to_every_substitute, is_without_restriction

Ticks = Mapping[uuid.UUID, datetime]
"""When each item was ticked."""

Key = tuple[uuid.UUID, uuid.UUID]
"""A substitute's, and that of a course in all its languages."""


def told(substitutes: Collection[Substitute], seen_by: User) -> learning.Told:
    """Each course that every substitute may read, and those that she has begun; two queries, or none."""
    if not access.may(seen_by, "coursetick.view"):
        return {}
    courses = _courses()
    ticked = _ticked(substitutes, seen_by)
    return {one.pk: list(_of(one, courses, ticked)) for one in substitutes}


learning.told_by(told)


def _courses() -> list[CoursePage]:
    """The published ones, in the language that is spoken, else in Swedish."""
    pages = CoursePage.objects.live().filter(is_without_restriction()).select_related("locale")
    by_key: dict[uuid.UUID, CoursePage] = {}
    for page in sorted(pages.annotate(for_all=is_open_to_every_substitute()).order_by("path"), key=_how_foreign):
        by_key.setdefault(page.translation_key, page)
    return list(by_key.values())


def _how_foreign(page: CoursePage) -> int:
    preferred = [get_language(), settings.LANGUAGE_CODE]
    code = page.locale.language_code
    return preferred.index(code) if code in preferred else len(preferred)


def _ticked(substitutes: Iterable[Substitute], seen_by: User) -> dict[Key, dict[uuid.UUID, datetime]]:
    """What may be seen of what they have ticked, in whatever language they read."""
    rows = access.scope(seen_by, CourseTick.objects.filter(user__substitute__in=list(substitutes)))
    found: dict[Key, dict[uuid.UUID, datetime]] = {}
    for substitute, course, item, at in rows.values_list(
        "user__substitute", "page__translation_key", "item", "ticked_at"
    ):
        found.setdefault((substitute, course), {})[item] = at
    return found


def _of(substitute: Substitute, courses: Iterable[CoursePage], ticked: Mapping[Key, Ticks]) -> Iterator[Progress]:
    for course in courses:
        hers = ticked.get((substitute.pk, course.translation_key), {})
        done = [at for item, at in hers.items() if item in course.keys]
        if course.for_all or done:
            language = course.locale.language_code
            said = "" if language == get_language() else language
            yield Progress(course.title, said, len(done), len(course.keys), max(done, default=None))

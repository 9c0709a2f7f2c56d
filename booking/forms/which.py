"""Which rows of a list the same is done to: those ticked, those of the page, or all that the filter shows."""

import uuid

from django.http import QueryDict

from people import access

TICKED, PAGE, ALL = "kryssade", "sidan", "alla"


def sent(data: QueryDict) -> list[uuid.UUID] | None:
    """The keys of those ticked, or of those of the page; nothing if all are meant. 404 where one is no key."""
    which = data.get("which")
    if which == ALL:
        return None
    return [access.key_named(key) for key in data.getlist("on_page" if which == PAGE else "chosen")]

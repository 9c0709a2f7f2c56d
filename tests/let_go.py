"""Files that an answer holds open."""

from django.http import HttpResponseBase


def let_go(answer: HttpResponseBase) -> None:
    """Close them. The answer's own `close` would let go of the database too, and of what the test made there."""
    for close in answer._resource_closers:
        close()

"""What many blocks on a page ask for is asked once for each request."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

Answer = TypeVar("Answer")
ON_REQUEST = "_in_force"


def once(context: Mapping[str, Any] | None, key: object, ask: Callable[[], Answer]) -> Answer:
    """The answer to `ask`; the next block of the same page gets the same one. Without a request each asks anew."""
    request = (context or {}).get("request")
    if request is None:
        return ask()
    known: dict[object, Any] = vars(request).setdefault(ON_REQUEST, {})
    if key not in known:
        known[key] = ask()
    return known[key]

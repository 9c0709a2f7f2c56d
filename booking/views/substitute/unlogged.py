"""An answer whose address is a secret."""

from typing import TypeVar

from django.http import HttpResponse

Answer = TypeVar("Answer", bound=HttpResponse)


def unlogged(answer: Answer) -> Answer:
    """The same answer, of which Django does not write down the address, as it does of each 4xx."""
    answer._has_been_logged = True  # type: ignore[attr-defined]  # noqa: SLF001 (there is no public way)
    return answer

"""The municipality's own words instead of the portal's: where they are kept, and how facts take the place of braces."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils.translation import get_language

from booking.models import MessageText
from booking.notifications.named_facts import BY_WORD
from booking.notifications.shortening import Facts

IN_BRACES = re.compile(r"\{([^{}\n]*)\}")
WITHOUT = frozenset({"url"})
"""What a notice in a browser says nothing of, since it has it beside the text."""

Texts = Mapping[tuple[str, str], str]
"""By kind and language."""

_known: ContextVar[Texts | None] = ContextVar("known_texts", default=None)


def language() -> str:
    """The language of the moment, as the texts are kept by it."""
    return (get_language() or "")[:2]


def of(code: str) -> str:
    """What the municipality says in a message of the kind, in the language of the moment; empty is as the portal."""
    known = _known.get()
    if known is not None:
        return known.get((code, language()), "")
    rows = MessageText.objects.filter(kind=code, language=language())
    return rows.values_list("text", flat=True).first() or ""


@contextmanager
def known() -> Iterator[None]:
    """For a burst: what is posted meanwhile asks for the texts once, not once each."""
    rows = MessageText.objects.exclude(text="").values_list("kind", "language", "text")
    token = _known.set({(kind, spoken): text for kind, spoken, text in rows})
    try:
        yield
    finally:
        _known.reset(token)


def named(text: str) -> list[str]:
    """The words that stand in braces."""
    return IN_BRACES.findall(text)


def suits(text: str, facts: Facts) -> bool:
    """Whether all that it names is there to be said. A case that it was not written for is told in the portal's words.

    So is one whose facts the portal does not know any more.
    """
    names = [BY_WORD[word].name if word in BY_WORD else "" for word in named(text)]
    return all(name in facts and (name in WITHOUT or any(facts[name])) for name in names)


def filled(text: str, facts: Mapping[str, str]) -> str:
    """The text with the facts in their places. Nothing else in it means anything: it is no template."""
    return IN_BRACES.sub(lambda found: facts[BY_WORD[found[1]].name], text)

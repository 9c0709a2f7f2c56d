"""How a text is written down here: plain values, and a few marks in the running text.

A line is a paragraph, lines that begin with "- " a list. `**bold**`, `` `as typed` `` and `[a link](/guider/)`.
"""

from dataclasses import dataclass, field

Piece = tuple[str, object]
"""A block of a page's body: its type and what is in it."""


def heading(words: str) -> Piece:
    """Above what follows."""
    return "heading", words


def text(*lines: str) -> Piece:
    """Paragraphs and lists."""
    return "text", "\n".join(lines)


def facts(*pairs: tuple[str, str]) -> Piece:
    """Words and what they stand for."""
    return "facts", pairs


def notice(looks: str, above: str, words: str) -> Piece:
    """A box that stands out."""
    return "notice", (looks, above, words)


def button(label: str, address: str) -> Piece:
    """Somewhere to go next."""
    return "button", (label, address)


def speaking(kind: str, **fields: object) -> Piece:
    """A block that says by itself what holds."""
    return kind, fields


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do; `screen` are the rows of a drawn phone, `said` is the same for one who listens."""

    heading: str
    text: str
    screen: tuple[tuple[str, str], ...] = ()
    said: str = ""
    button: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A page of text."""

    slug: str
    title: str
    intro: str
    body: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Guide(Text):
    """How something is done."""

    minutes: int = 2
    steps: tuple[Step, ...] = ()
    troubles: tuple[tuple[str, str], ...] = ()
    again: tuple[Step, ...] = ()
    again_minutes: int | None = None
    easy: tuple[Piece, ...] = ()
    easy_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Item(Text):
    """A piece of news, so many days old."""

    age: int = 0
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Answers about the same thing, by their questions."""

    heading: str
    answers: dict[str, str] = field(default_factory=dict)

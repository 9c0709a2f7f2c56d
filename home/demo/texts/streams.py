"""From plain values to the blocks of a page."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from wagtail.models import Page

from home.demo.texts.answers import ON_START
from home.demo.texts.rich import html
from home.demo.texts.shapes import Group, Guide, Piece, Step, Text

Blocks = list[tuple[str, Any]]
Pages = Mapping[str, Page]


def fill(page: Page, text: Text, pages: Pages) -> None:
    """Give the page its words, and nothing of what it may have said before."""
    page.body = body(text.body, pages)
    if isinstance(text, Guide):
        page.steps = steps(text.steps, pages)
        page.troubles = troubles(text.troubles, pages)
        page.again_steps, page.again_minutes = steps(text.again, pages), text.again_minutes
        page.easy, page.easy_minutes = body(text.easy, pages), text.easy_minutes


def by_address(home: Page) -> dict[str, Page]:
    """Every page below the start page, by its address, such as /guider/jobbmejlen/."""
    return {page.url_path.removeprefix(home.url_path.rstrip("/")): page for page in home.get_descendants()}


def link(address: str, pages: Pages) -> dict[str, object]:
    """To one of the pages, or to a place in the portal."""
    page = pages.get(address)
    return {"page": page, "place": "" if page else address}


def body(pieces: Iterable[Piece], pages: Pages) -> Blocks:
    """A page's text."""
    return [(kind, _piece(kind, value, pages)) for kind, value in pieces]


def _piece(kind: str, value: Any, pages: Pages) -> object:  # noqa: ANN401 (each kind has its own shape)
    match kind:
        case "text":
            return html(value, pages)
        case "facts":
            return [{"term": term, "fact": fact} for term, fact in value]
        case "notice":
            looks, heading, text = value
            return {"kind": looks, "heading": heading, "text": html(text, pages)}
        case "button":
            label, address = value
            return {"label": label, **link(address, pages)}
        case _:
            return value


def steps(written: Iterable[Step], pages: Pages) -> Blocks:
    """What to do, one thing at a time."""
    return [
        (
            "step",
            {
                "heading": step.heading,
                "text": html(step.text, pages),
                "picture": None,
                "screen": list(step.screen),
                "screen_in_words": step.said,
                "button": _piece("button", step.button or ("", ""), pages),
            },
        )
        for step in written
    ]


def troubles(written: Iterable[tuple[str, str]], pages: Pages) -> Blocks:
    """What may go wrong, and what to do then."""
    return [("answer", {"question": question, "answer": html(answer, pages)}) for question, answer in written]


def groups(written: Iterable[Group], pages: Pages, *, on_start: Collection[str] = ON_START) -> Blocks:
    """Questions and answers; which of them the start page shows too."""
    return [
        (
            "group",
            {
                "heading": group.heading,
                "answers": [
                    {"question": question, "answer": html(answer, pages), "on_start": question in on_start}
                    for question, answer in group.answers.items()
                ],
            },
        )
        for group in written
    ]

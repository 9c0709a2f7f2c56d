"""What stands in running text as it is stored: its words, and where its links lead."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

ENDS_A_LINE = {"p", "li", "h2", "h3", "h4", "br", "blockquote"}


@dataclass(slots=True)
class MarkedUp:
    """The words, a line for each paragraph, and the attributes of each link and embedded picture."""

    text: str = ""
    links: list[dict[str, str]] = field(default_factory=list)
    pictures: list[dict[str, str]] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = MarkedUp()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "a":
            self.found.links.append(said)
        elif tag == "embed" and said.get("embedtype") == "image":
            self.found.pictures.append(said)
        elif tag == "br":
            self.found.text += "\n"

    def handle_endtag(self, tag: str) -> None:
        if tag in ENDS_A_LINE:
            self.found.text += "\n"

    def handle_data(self, data: str) -> None:
        self.found.text += data


def read(html: str) -> MarkedUp:
    """What stands in it."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.found

"""A page as a visitor gets it, and where its links lead."""

import re
from collections.abc import Iterable, Iterator

from bs4 import BeautifulSoup
from django.test import Client
from django.utils.functional import cached_property
from wagtail.models import Page

PARAGRAPHS = ":is(h1, h2, h3, p, li:not(:has(p, h2, h3)), summary, dt, dd)"
ELSEWHERE = ("tel:", "mailto:", "https://")


class Shown:
    """A page, in one of its versions."""

    def __init__(self, client: Client, page: Page, version: str = "") -> None:
        self.path = page.specific.get_url() + version
        self.answer = client.get(self.path)
        self.html = self.answer.content.decode()

    @cached_property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.html, "html5lib")

    @cached_property
    def ids(self) -> set[str]:
        return {tag["id"] for tag in self.soup.find_all(id=True)}

    @property
    def text(self) -> str:
        """What its own part says, a line for each paragraph."""
        return self.said_in("main")

    def said_in(self, part: str) -> str:
        """What a part of it says."""
        pieces = self.soup.select(f"{part} {PARAGRAPHS}")
        return "\n".join(re.sub(r"\s+", " ", piece.get_text()) for piece in pieces)

    def links(self, part: str = "main") -> set[str]:
        """The addresses that a part of it leads to."""
        return {link["href"] for link in self.soup.select(f"{part} a[href]")}


def dead_ends(pages: Iterable[Shown], client: Client) -> Iterator[tuple[str, str]]:
    """Each link that leads nowhere: the page that it stands on, and its address. Whoever is signed in follows them."""
    ids = {page.path: page.ids for page in pages}
    for path, address in {(page.path, link) for page in pages for link in page.links("main") | page.links("footer")}:
        target, _, anchor = address.partition("#")
        if target.startswith("/"):
            if target not in ids and client.get(target, follow=True).status_code != 200:
                yield path, address
        elif target and not target.startswith(ELSEWHERE):
            yield path, address
        if anchor and anchor not in ids.get(target or path, ()):
            yield path, address

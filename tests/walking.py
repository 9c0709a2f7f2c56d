"""A walk through the portal as somebody: every link that is hers, and every form, sent bare and as it stands."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

from django.db import transaction
from django.http import HttpResponse
from django.test import Client

LINK = re.compile(r'href="(/[^"#]*)')
ROW = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
CHOICE = re.compile(r"\d{4}-\d\d(-\d\d)?|(?<==)[^&]+")
ROWS, CHOICES = 12, 2
"""How many are read of pages that differ in the row alone, which may each be in a state of its own; or in a choice."""
Form = tuple[str, dict[str, str]]
Met = Iterator[tuple[str, HttpResponse]]


class Forms(HTMLParser):
    """The forms of a page that are posted: where to, and what stands in them with each of their buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Form] = []
        self.filled: dict[str, str] = {}
        self.action = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.action = said.get("action", "") if said.get("method") == "post" else ""
            self.filled = {}
            self.found += [(self.action, {})] if self.action else []
        elif self.action and tag == "button" and said.get("type", "submit") == "submit":
            self.found.append((self.action, {**self.filled, said.get("name", ""): said.get("value", "")}))
        elif self.action and tag == "input" and (said.get("type") not in {"radio", "checkbox"} or "checked" in said):
            self.filled[said.get("name", "")] = said.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        self.action = "" if tag == "form" else self.action


def walk(client: Client, starts: Iterable[str], *, past: tuple[str, ...]) -> Met:
    """Each page that a link leads to, and what each form of theirs answers; `past` are not gone into.

    What a form changes is undone.
    """
    ahead, met, sent = list(starts), Counter[str](), set[str]()
    while ahead:
        address = ahead.pop(0)
        if met[address] or met[kind_of(address)] >= (CHOICES if CHOICE.search(ROW.sub("*", address)) else ROWS):
            continue
        met.update({address, kind_of(address)})
        answer = client.get(address, follow=True)
        yield address, answer
        if "html" in answer["Content-Type"]:
            html = answer.content.decode().replace("&amp;", "&")
            ahead += [link for link in LINK.findall(html) if not link.startswith(past)]
            yield from answers(client, html, past=past, sent=sent)


def kind_of(address: str) -> str:
    return "kind " + CHOICE.sub("*", ROW.sub("*", address))


def answers(client: Client, html: str, *, past: tuple[str, ...], sent: set[str]) -> Met:
    """What the forms of the page answer, of those that have not been sent already from another page like it."""
    reader = Forms()
    reader.feed(html)
    for action, filled in reader.found:
        kind = f"{kind_of(action)} {sorted(filled)}"
        if kind not in sent and not action.startswith(past):
            sent.add(kind)
            with transaction.atomic():
                yield f"{action} {sorted(filled)}", client.post(action, filled, follow=True)
                transaction.set_rollback(True)

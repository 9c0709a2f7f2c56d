"""From the marks in a text to the rich text that Wagtail keeps."""

import re
from collections.abc import Iterable, Mapping
from itertools import groupby

from django.utils.html import escape
from wagtail.models import Page

LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
BOLD = re.compile(r"\*\*(.+?)\*\*")
TYPED = re.compile(r"`([^`]+)`")
BULLET = "- "


def html(text: str, pages: Mapping[str, Page]) -> str:
    """The text as HTML; a link to one of the pages follows it when it moves."""
    runs = groupby(text.split("\n"), key=lambda line: line.startswith(BULLET))
    return "".join(_list(lines, pages) if bulleted else _paragraphs(lines, pages) for bulleted, lines in runs)


def _paragraphs(lines: Iterable[str], pages: Mapping[str, Page]) -> str:
    return "".join(f"<p>{_line(line, pages)}</p>" for line in lines)


def _list(lines: Iterable[str], pages: Mapping[str, Page]) -> str:
    return f"<ul>{''.join(f'<li>{_line(line.removeprefix(BULLET), pages)}</li>' for line in lines)}</ul>"


def _line(line: str, pages: Mapping[str, Page]) -> str:
    marked = BOLD.sub(r"<b>\1</b>", TYPED.sub(r"<code>\1</code>", escape(line)))
    return LINK.sub(lambda link: f"<a {_target(link[2], pages)}>{link[1]}</a>", marked)


def _target(address: str, pages: Mapping[str, Page]) -> str:
    page = pages.get(address)
    return f'linktype="page" id="{page.pk}"' if page else f'href="{address}"'

"""What a page is made of, whatever its type: every text, link and picture in its fields and blocks.

Blocks are read as they are stored. To read their values would ask the database for each picture and link.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.db import models
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page

from portal.pages import marked_up

SENTENCE = 4
"""Words that a line has at least to be read as a sentence: labels and buttons are none."""


class Kind(Enum):
    """What a piece is."""

    WORDS = "words"
    HTML = "html"
    PAGE = "page"
    DOCUMENT = "document"
    ADDRESS = "address"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Piece:
    """A text, the key of a page or document, an address, or a picture as its block stores it; and its field's name."""

    kind: Kind
    value: Any
    label: str


def pieces(page: Page) -> Iterator[Piece]:
    """Every piece of the page, in the order of its fields. The links of a running text come after it."""
    for field in page._meta.concrete_fields:
        if field.model is Page or not field.editable:
            continue
        for piece in _of_field(field, page):
            yield piece
            if piece.kind is Kind.HTML:
                yield from _in_text(piece)


def words(page: Page) -> str:
    """What a reader reads of sentences on the page, a line for each paragraph."""
    lines = []
    for piece in pieces(page):
        if piece.kind is Kind.HTML:
            lines.append(marked_up.read(piece.value).text)
        elif piece.kind is Kind.WORDS and len(piece.value.split()) >= SENTENCE:
            lines.append(piece.value)
    return "\n".join(lines)


def _of_field(field: Any, page: Page) -> Iterator[Piece]:  # noqa: ANN401 (fields of every kind)
    label = str(field.verbose_name)
    if isinstance(field, StreamField):
        yield from _of_block(field.stream_block, list(getattr(page, field.name).raw_data), label)
        return
    value = field.value_from_object(page)
    if not value or field.choices:
        return
    if isinstance(field, RichTextField):
        yield Piece(Kind.HTML, value, label)
    elif isinstance(field, models.URLField):
        yield Piece(Kind.ADDRESS, value, label)
    elif isinstance(field, models.CharField | models.TextField):
        yield Piece(Kind.WORDS, value, label)


def _of_block(block: Any, raw: Any, label: str) -> Iterator[Piece]:  # noqa: ANN401 (blocks and values of every kind)
    if raw in (None, "", []):
        return
    if isinstance(block, ImageBlock):
        yield Piece(Kind.PICTURE, raw, label)
    elif isinstance(block, blocks.StreamBlock):
        for row in raw:
            if child := block.child_blocks.get(row["type"]):
                yield from _of_block(child, row["value"], str(child.label))
    elif isinstance(block, blocks.ListBlock):
        for row in raw:
            is_new_shape = isinstance(row, dict) and row.get("type") == "item" and "value" in row
            yield from _of_block(block.child_block, row["value"] if is_new_shape else row, label)
    elif isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield from _of_block(child, raw.get(name), str(child.label or label))
    else:
        yield from _leaf(block, raw, label)


KINDS = (
    (blocks.RichTextBlock, Kind.HTML),
    (blocks.PageChooserBlock, Kind.PAGE),
    (DocumentChooserBlock, Kind.DOCUMENT),
    (blocks.URLBlock, Kind.ADDRESS),
    (blocks.CharBlock, Kind.WORDS),
    (blocks.TextBlock, Kind.WORDS),
)


def _leaf(block: Any, raw: Any, label: str) -> Iterator[Piece]:  # noqa: ANN401 (as above)
    kind = next((kind for family, kind in KINDS if isinstance(block, family)), None)
    if isinstance(block, blocks.ChoiceBlock) and str(raw).startswith("/"):
        kind = Kind.ADDRESS  # a place in the portal
    if kind is not None:
        yield Piece(kind, raw, label)


def _in_text(text: Piece) -> Iterator[Piece]:
    found = marked_up.read(text.value)
    for link in found.links:
        if link.get("linktype") == "page":
            yield Piece(Kind.PAGE, link.get("id"), text.label)
        elif link.get("linktype") == "document":
            yield Piece(Kind.DOCUMENT, link.get("id"), text.label)
        elif "href" in link:
            yield Piece(Kind.ADDRESS, link["href"], text.label)
    for picture in found.pictures:
        yield Piece(Kind.PICTURE, {"alt_text": picture.get("alt", ""), "image": picture.get("id")}, text.label)

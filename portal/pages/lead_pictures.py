"""The picture that stands for a page where its address is sent: the first one on it.

Blocks are read as they are stored: their values would be asked of the database, also where they are not shown.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock
from wagtail.images.models import SourceImageIOError
from wagtail.models import Page

SIZE = "fill-1200x630"
"""Pixels, as they are shown in feeds; a smaller picture is cut to the same shape."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Its address, what it shows in words, and how many pixels it is."""

    address: str
    alt: str
    width: int
    height: int


def of(page: Page) -> Picture | None:
    """The first picture of the page; none if it has none, or if the file is gone."""
    stored = next((found for field in _streams(page) for found in _in_stream(page, field)), None)
    rendition = _rendition(stored.get("image")) if stored else None
    if stored is None or rendition is None:
        return None
    alt = "" if stored.get("decorative") else str(stored.get("alt_text") or "")
    return Picture(rendition.url, alt, rendition.width, rendition.height)


def _rendition(key: object) -> Any:  # noqa: ANN401 (Wagtail's)
    images = get_image_model()
    made = images.get_rendition_model().objects.filter(image=key, filter_spec=SIZE).select_related("image").first()
    image = None if made else images.objects.filter(pk=key).first()
    try:
        return image.get_rendition(SIZE) if image else made
    except SourceImageIOError:
        return None


def _streams(page: Page) -> Iterator[StreamField]:
    return (field for field in page._meta.concrete_fields if isinstance(field, StreamField))


def _in_stream(page: Page, field: StreamField) -> Iterator[Mapping[str, Any]]:
    return _in_block(field.stream_block, list(getattr(page, field.name).raw_data))


def _in_block(block: blocks.Block, stored: Any) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401 (of every kind)
    """What each picture in a block is stored as, in the order that they are read."""
    if not stored:
        return
    if isinstance(block, ImageBlock):
        if stored.get("image"):
            yield stored
    elif isinstance(block, blocks.StructBlock):
        yield from _in_blocks((child, stored.get(name)) for name, child in block.child_blocks.items())
    elif isinstance(block, blocks.StreamBlock):
        known = block.child_blocks
        yield from _in_blocks((known[row["type"]], row["value"]) for row in stored if row["type"] in known)


def _in_blocks(parts: Iterable[tuple[blocks.Block, Any]]) -> Iterator[Mapping[str, Any]]:
    for block, stored in parts:
        yield from _in_block(block, stored)

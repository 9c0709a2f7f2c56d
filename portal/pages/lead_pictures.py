"""The picture that stands for a page where its address is sent: the first one on it."""

from dataclasses import dataclass
from typing import Any

from wagtail.images import get_image_model
from wagtail.images.models import SourceImageIOError
from wagtail.models import Page

from portal.pages.pieces import Kind, pieces

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
    shown = (piece.value for piece in pieces(page) if piece.kind is Kind.PICTURE)
    stored = next((picture for picture in shown if isinstance(picture, dict) and picture.get("image")), None)
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

"""What is shown of a picture is the picture. A telephone writes into it where it was taken, and Wagtail keeps that."""

from typing import Any

from wagtail.images.image_operations import FilterOperation
from wagtail.images.models import Filter

WRITTEN_BESIDE = ("exif", "xmp", "comment", "photoshop", "iptc")


class NothingBeside(FilterOperation):
    """Takes out what stands beside the picture, once it has been turned the right way up by it."""

    def construct(self) -> None:
        """It takes no parameters."""

    def run(self, willow: Any, image: Any, env: dict[str, Any]) -> Any:  # noqa: ANN401 (Wagtail's signature)
        """The same picture."""
        beside = getattr(getattr(willow, "image", None), "info", {})
        for name in WRITTEN_BESIDE:
            beside.pop(name, None)
        return willow


class PicturesAlone(Filter):
    """A size, as Wagtail makes it, and then nothing beside the picture."""

    @property
    def filter_operations(self) -> list[FilterOperation]:
        """The usual ones, and that."""
        return [*super().filter_operations, NothingBeside("nothing-beside")]

"""The form that a picture is handed in with."""

from django.utils.translation import gettext as _
from wagtail.images.forms import BaseImageForm

from portal import security_log


class PictureForm(BaseImageForm):
    """Wagtail's own; a file that breaks off where a picture should go on is refused beside the field."""

    def _clean_fields(self) -> None:
        try:
            super()._clean_fields()
        except (OSError, SyntaxError, ValueError):  # what Pillow says of it, by where it breaks off
            security_log.event("upload.refused", why="kind", kind="picture")
            self.add_error("file", _("Bilden går inte att läsa. Spara om den och försök igen."))

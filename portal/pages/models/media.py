"""Pictures and files of our own type, so that they can be given fields later without a move."""

import secrets

from django.core.files import File
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, Image

from portal.pages import file_kinds
from portal.pages.picture_alone import PicturesAlone

TOKEN = 12
"""Random bytes first in the name of a picture's file: of a long name Wagtail keeps the beginning in every size."""


class PortalImage(AbstractImage):
    """A picture in the library."""

    admin_form_fields = Image.admin_form_fields

    class Meta(AbstractImage.Meta):
        verbose_name = _("bild")
        verbose_name_plural = _("bilder")

    def get_upload_to(self, filename: str) -> str:
        """A name that nobody can guess, in every size: pictures are served to whoever has their address."""
        return str(super().get_upload_to(f"{secrets.token_urlsafe(TOKEN)}-{filename}"))

    def generate_rendition_file(self, filter: Filter, *, source: "File[bytes] | None" = None) -> "File[bytes]":  # noqa: A002 (Wagtail's)
        """In a size, without what the camera wrote: where it was taken, when, and by whom."""
        made: File[bytes] = super().generate_rendition_file(PicturesAlone(spec=filter.spec), source=source)
        return made


class PortalRendition(AbstractRendition):
    """A picture in one size."""

    image = models.ForeignKey(PortalImage, models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_rendition_per_size", fields=["image", "filter_spec", "focal_point_key"])
        ]


class PortalDocument(AbstractDocument):
    """A file in the library. Certificates are never here."""

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("dokument")
        verbose_name_plural = _("dokument")

    def clean(self) -> None:
        """What is handed in is what its name says, and runs nothing."""
        super().clean()
        if self.file and not self.file._committed:  # noqa: SLF001 (Django's own way to tell a new file)
            with file_kinds.read(self.file.file) as file:
                file_kinds.demand(file, self.file.name)

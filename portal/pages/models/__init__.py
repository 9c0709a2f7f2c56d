"""The pages, and the pictures and files in them."""

from portal.pages.models.media import PortalDocument, PortalImage, PortalRendition

__all__ = ["PortalDocument", "PortalImage", "PortalRendition"]

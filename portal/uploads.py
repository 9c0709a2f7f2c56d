"""What may be handed in, and how much of it."""

from typing import Any

MB = 1024 * 1024
MOST_BYTES = 25 * MB
"""Of a whole request: a document with all that its form says beside it."""

LIMITS: dict[str, Any] = {
    "WAGTAILDOCS_EXTENSIONS": ["pdf", "docx", "xlsx", "odt", "ods", "txt"],
    "WAGTAILDOCS_MAX_UPLOAD_SIZE": 20 * MB,
    "WAGTAILDOCS_INLINE_CONTENT_TYPES": [],  # each file is saved, none is opened in our name
    "WAGTAILIMAGES_IMAGE_FORM_BASE": "portal.pages.picture_form.PictureForm",
    "WAGTAILIMAGES_EXTENSIONS": ["jpg", "jpeg", "png", "webp", "avif"],
    "WAGTAILIMAGES_MAX_UPLOAD_SIZE": 10 * MB,
    "WAGTAILIMAGES_MAX_IMAGE_PIXELS": 50_000_000,
    "DATA_UPLOAD_MAX_MEMORY_SIZE": 2 * MB,  # of what is no file
    "DATA_UPLOAD_MAX_NUMBER_FILES": 20,
}

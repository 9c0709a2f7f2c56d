"""The letterhead as it is when a certificate is issued: kept in its content, so that it is the same for ever."""

import base64
from functools import lru_cache
from pathlib import Path

from django.conf import settings

MIME = {".svg": "image/svg+xml", ".png": "image/png"}
LARGEST = 60_000
"""Bytes of a logotype: it is kept with every certificate."""


class Unusable(ValueError):
    """The logotype cannot be used; the text says why, for the one who runs the portal."""


def kept() -> dict[str, object]:
    """The employer, as the content says it; what is not set is an empty text."""
    sender = settings.LETTERHEAD
    return {
        "name": settings.MUNICIPALITY,
        "number": settings.ORGANISATION_NUMBER,
        "office": settings.PAYROLL_OFFICE,
        "address": sender.address,
        "phone": settings.PAYROLL_PHONE,
        "email": sender.email,
        "web": sender.web,
        "logotype": {"data": picture(sender.logotype), "alt": sender.logotype_alt} if sender.logotype else {},
    }


@lru_cache(maxsize=4)
def picture(file: Path) -> str:
    """The file as an address that carries it (`data:image/png;base64,…`), read once; `Unusable` if it cannot be one."""
    mime = MIME.get(file.suffix.lower())
    if mime is None:
        why = f"{file.name} is neither SVG nor PNG."
        raise Unusable(why)
    try:
        read = file.read_bytes()
    except OSError as problem:
        why = f"{file} cannot be read."
        raise Unusable(why) from problem
    if len(read) > LARGEST:
        why = f"{file.name} is larger than {LARGEST // 1000} kB."
        raise Unusable(why)
    return f"data:{mime};base64,{base64.b64encode(read).decode()}"

"""The document itself: a tagged PDF (PDF/UA-1), byte for byte the same when made again from the same content.

WeasyPrint takes a second to import, so nothing here imports it before a document is made.
"""

import hashlib
import os
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import override

from intyg.content import Content


def load() -> Any:  # noqa: ANN401 (WeasyPrint is untyped)
    """WeasyPrint, imported the first time it is needed."""
    import weasyprint.urls  # noqa: PLC0415 (see above)

    # fontTools would otherwise write the time of day into the typefaces.
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    return weasyprint


def render(content: Content, check_value: str = "") -> bytes:
    """The file. Content without a number is marked as a draft."""
    weasyprint = load()
    html = page(content, check_value)
    # A file's identifier is otherwise drawn at random.
    identifier = hashlib.sha256(html.encode()).digest()[:16]
    # A document takes in what it carries itself and our own typefaces, never another address.
    fetcher = weasyprint.urls.URLFetcher(allowed_protocols={"data", "file"})
    document = weasyprint.HTML(string=html, base_url=settings.PORTAL_URL, url_fetcher=fetcher)
    written: bytes = document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=identifier)
    return written


def page(content: Content, check_value: str = "") -> str:
    """The document as HTML, always in Swedish."""
    with override("sv"):
        return render_to_string(
            f"intyg/certificate/{content['type']}.html",
            {
                "certificate": content,
                "check_value": check_value,
                "fonts": settings.FONTS_DIR.as_uri() if settings.FONTS_AVAILABLE else "",
                "check_page": check_page(),
                "qr": _qr(str(content["number"])),
            },
        )


def check_page(number: str = "") -> str:
    """Where anybody can see whether a number and a check value belong together."""
    query = f"?{urlencode({'nummer': number})}" if number else ""
    return f"{settings.PORTAL_URL}/intyg/kontroll/{query}"


def _qr(number: str) -> str:
    import segno  # noqa: PLC0415 (with WeasyPrint, only when a document is made)

    if not number:
        return ""
    code: str = segno.make(check_page(number), error="m").svg_data_uri(border=0, dark="#14282a")
    return code

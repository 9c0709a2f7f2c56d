"""The document itself: PDF/A-3a and PDF/UA-1, sealed, and byte for byte the same when made again from the same content.

WeasyPrint takes a second to import and pyHanko a half, so nothing here imports them before a document is made.
"""

import hashlib
import json
import os
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import override

from intyg import archival
from intyg.content import Content

DATA_NAME = "intyg.json"
DATA_FORMAT = "vikarieportalen/intyg/1"


def load() -> Any:  # noqa: ANN401 (WeasyPrint is untyped)
    """WeasyPrint, imported the first time it is needed, and what seals."""
    import weasyprint.urls  # noqa: PLC0415 (see above)

    from intyg import sealing  # noqa: F401, PLC0415

    # fontTools would otherwise write the time of day into the typefaces.
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    return weasyprint


def render(content: Content, check_value: str = "") -> bytes:
    """The file. Content without a number is marked as a draft, and is neither sealed nor to be read by machines.

    `sealing.AnotherSeal` when the content says that it was sealed by a key that is not at hand.
    """
    weasyprint = load()
    html, said = page(content, check_value), data(content, check_value)
    # A file's identifier is otherwise drawn at random.
    identifier = hashlib.sha256(f"{html}{said}".encode()).digest()[:16]
    # A document takes in what it carries itself and our own typefaces, never another address.
    fetcher = weasyprint.urls.URLFetcher(allowed_protocols={"data", "file"})
    document = weasyprint.HTML(string=html, base_url=settings.PORTAL_URL, url_fetcher=fetcher)
    written: bytes = document.write_pdf(
        pdf_variant=archival.VARIANT,
        pdf_identifier=identifier,
        attachments=[_attached(weasyprint, said, _moment(content))] if content["number"] else None,
        finisher=archival.finisher(content),
    )
    return _sealed(written, content) if content.get("seal") else written


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


def data(content: Content, check_value: str) -> str:
    """What the certificate says, for the machines of those who receive it: JSON, without the logotype."""
    employer = {name: said for name, said in dict(content["employer"]).items() if name != "logotype"}  # type: ignore[call-overload]
    said = {"format": DATA_FORMAT, "check_value": check_value} | content | {"employer": employer}
    return json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True)


def _attached(weasyprint: Any, said: str, at: datetime) -> Any:  # noqa: ANN401 (WeasyPrint is untyped)
    return weasyprint.Attachment(
        string=said,
        name=DATA_NAME,
        description="Intygets uppgifter som JSON",
        created=at,
        modified=at,
        relationship="Data",
    )


def _sealed(written: bytes, content: Content) -> bytes:
    from intyg import sealing  # noqa: PLC0415 (see above)

    return sealing.sealed(written, content["seal"], _moment(content))


def _moment(content: Content) -> datetime:
    """When it was issued; what was issued before the moment was kept has its day."""
    return datetime.fromisoformat(str(content.get("issued_at") or f"{content['issued_on']}T00:00:00+00:00"))


def _qr(number: str) -> str:
    import segno  # noqa: PLC0415 (with WeasyPrint, only when a document is made)

    if not number:
        return ""
    code: str = segno.make(check_page(number), error="m").svg_data_uri(border=0, dark="#14282a")
    return code

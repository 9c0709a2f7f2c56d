"""What veraPDF says of the files: they are PDF/A-3a and PDF/UA-1, and it would have said so if they were not."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter

from intyg import content, pdf
from intyg.models import CertificateType
from scripts import verapdf
from tests.clock import at
from tests.factories.booking import BookingFactory
from tests.factories.intyg import CertificateRequestFactory

NOW = at("2026-05-12 10:00")
PIXEL = Path(__file__).with_name("logotype.png")

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not verapdf.is_here(), reason="veraPDF needs a JDK (Debian: default-jdk-headless)"),
]


@pytest.fixture
def issued(officer, sealed):
    """`issued(kind)`: a certificate of two years, with everything filled in, under the seal."""

    def of(kind: str, number: str = "2026-000123", **details: object) -> bytes:
        asked = CertificateRequestFactory(type=kind, first_day=date(2024, 5, 1), last_day=date(2026, 4, 30))
        booking = BookingFactory(substitute=asked.substitute, order__starts=at("2026-04-13 07:00"))
        filled = {"tasks": "Omvårdnad", "remark": "Ingen", "given_up": [str(booking.pk)], "hourly_pay": "168.50"}
        months = {f"gross_2026_0{month}": "12000.50" for month in range(1, 5)}
        said = content.draft(asked, filled | months | details, by=officer, at=NOW)
        return pdf.render(content.numbered(said, number), "K7MPX-2QRTA")

    return of


def written(folder: Path, files: dict[str, bytes]) -> list[Path]:
    for name, file in files.items():
        (folder / name).write_bytes(file)
    return [folder / name for name in files]


def test_each_certificate_is_what_it_says_that_it_is(issued, tmp_path):
    files = {kind: issued(kind) for kind in CertificateType.values} | {"old": issued("arbetsgivarintyg", rules="old")}

    assert verapdf.broken(written(tmp_path, files)) == []


def test_so_is_a_draft_and_one_without_a_seal_or_with_a_logotype_in_pixels(issued, settings, tmp_path, letterhead):
    files = {"draft": issued("tjanstgoringsintyg", number="")}
    letterhead(logotype=PIXEL, logotype_alt="En kvadrat")
    files["pixels"] = issued("tjanstgoringsintyg")
    settings.SEAL = type(settings.SEAL)()
    files["bare"] = issued("tjanstgoringsintyg")

    assert verapdf.broken(written(tmp_path, files)) == []


BREAKAGES = {
    "says that it is PDF-A-2": (b"<pdfaid:part>3", b"<pdfaid:part>2", "6.6.4-2"),
    "says that it is PDF-UA-2": (b"<pdfuaid:part>1", b"<pdfuaid:part>2", "5-2"),
    "does not tell of a schema": (b"URI>http://www.aiim.org/pdfua", b"URI>http://www.aiim.org/pdfux", "6.6.2.3.1-1"),
    "has colours of nowhere": (b"/GTS_PDFA1", b"/GTS_PDFX1", "6.2.4.3-2"),
    "does not say why something is attached": (b"/AFRelationship", b"/AFRelationshop", "6.8-3"),
    "has a typeface that it does not hold": (b"/FontFile", b"/FontPile", "6.2.11.4.1-1"),
    "has letters that are no text": (b"/ToUnicode", b"/ToUnicade", "6.2.11.7.2-1"),
    "does not print a link": (b"/F 4\n", b"/F 0\n", "6.3.2-2"),
    "does what no reader may": (b"/S /URI", b"/S /RUN", "6.5.1-1"),
    "has a picture without words": (b"/Alt ", b"/Atl ", "7.3-1"),
    "has headings of nothing": (b"/Scope ", b"/Scoop ", "7.5-1"),
    "is in no language": (b"/Lang ", b"/Long ", "7.2-33"),
    "has a file's name for a title": (b"/DisplayDocTitle true", b"/DisplayDocTitle null", "7.1-10"),
    "says that it has no tags": (b"/Marked true", b"/Marked null", "6.7.2.2-1"),
    "has tags of its own making": (b"/S /H1", b"/S /X1", "6.7.3.4-1"),
}
"""What is written there, and instead of what, and the rule that it breaks."""


def test_a_file_that_is_broken_is_found_out(issued, tmp_path):
    plain = unpacked(issued("tjanstgoringsintyg"))
    files = {name: plain.replace(there, instead) for name, (there, instead, _rule) in BREAKAGES.items()}

    found = verapdf.broken(written(tmp_path, files | {"whole": plain}))

    rules = {name: {breach.rule for breach in found if breach.file.name == name} for name in files | {"whole": plain}}
    assert {name: rules[name] for name, (*_, rule) in BREAKAGES.items() if rule not in rules[name]} == {}
    assert rules["whole"] == {SEALED_AS_IT_WAS}


SEALED_AS_IT_WAS = "6.4.3-1"
"""The seal is of the whole file: the one thing that is wrong with one that was only written anew."""


def unpacked(file: bytes) -> bytes:
    """The same with its dictionaries in plain sight."""
    again = BytesIO()
    PdfWriter(clone_from=BytesIO(file)).write(again)
    return again.getvalue()

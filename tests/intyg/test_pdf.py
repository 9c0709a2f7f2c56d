"""The file: tagged, in Swedish, readable as text, and the same every time."""

from io import BytesIO

import pytest
import time_machine
from pypdf import PdfReader

from intyg import content, pdf
from intyg.models import CertificateType
from tests.clock import at
from tests.factories.booking import BookingFactory
from tests.factories.intyg import CertificateRequestFactory
from tests.factories.people import SubstituteFactory

NOW = at("2026-05-12 10:00")
NUMBER = "2026-000123"

pytestmark = pytest.mark.django_db


@pytest.fixture
def said(officer):
    substitute = SubstituteFactory(user__first_name="Åsa", user__last_name="Öberg")
    asked = CertificateRequestFactory(substitute=substitute)
    BookingFactory(
        substitute=substitute,
        order__starts=at("2026-04-13 07:00"),
        order__ends=at("2026-04-13 16:20"),
        break_minutes=60,
    )
    return content.numbered(content.draft(asked, {"end_reason": "pagar"}, by=officer, at=NOW), NUMBER)


def text_of(file: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(file)).pages)


def test_it_is_tagged_and_says_its_language_and_title(said):
    reader = PdfReader(BytesIO(pdf.render(said, "K7MPX-2QRTA")))
    catalogue = reader.trailer["/Root"]

    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "sv-SE"
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    assert catalogue["/StructTreeRoot"]
    assert reader.metadata.title == "Arbetsgivarintyg 2026-000123, Åsa Öberg"
    assert b"<pdfaid:part>3</pdfaid:part>" in catalogue["/Metadata"].get_data()


def test_its_picture_has_words_and_its_tables_have_headings(said):
    tags = list(walked(PdfReader(BytesIO(pdf.render(said, "K7MPX-2QRTA"))).trailer["/Root"]["/StructTreeRoot"]))

    assert {"/H1", "/H2", "/Table", "/Caption", "/TH", "/Link"} <= {tag["/S"] for tag in tags}
    assert [tag["/Alt"] for tag in tags if tag["/S"] == "/Figure"] == [
        "Älvsunda kommuns märke: en älv under en sol",
        "QR-kod till sidan där intyget kontrolleras",
    ]


def walked(element):
    element = element.get_object()
    if isinstance(element, list):
        for child in element:
            yield from walked(child)
    elif isinstance(element, dict):
        if "/S" in element:
            yield element
        if "/K" in element:
            yield from walked(element["/K"])


def test_it_holds_name_number_check_value_and_hours_as_text(said, settings):
    text = text_of(pdf.render(said, "K7MPX-2QRTA"))

    # 07.00–16.20 less an hour is 8 h 20 min
    for words in ("Åsa Öberg", NUMBER, "K7MPX-2QRTA", "april 2026 1 8,33", "Sida 1 av", settings.MUNICIPALITY):
        assert words in text


def test_a_draft_says_that_it_is_one_and_has_no_check(said):
    text = text_of(pdf.render(content.numbered(said, "")))

    assert "Utkast" in text
    assert "Kontrollvärde" not in text


@pytest.mark.parametrize("kind", CertificateType.values)
def test_each_of_the_four_can_be_written(kind, officer):
    asked = CertificateRequestFactory(type=kind)

    said = content.numbered(content.draft(asked, {}, by=officer, at=NOW), NUMBER)

    assert str(CertificateType(kind).label) in text_of(pdf.render(said, "K7MPX-2QRTA"))


def test_the_same_content_gives_the_same_bytes_on_another_day(said):
    with time_machine.travel(NOW, tick=False):
        one = pdf.render(said, "K7MPX-2QRTA")
    with time_machine.travel(at("2031-01-01 12:00"), tick=False):
        other = pdf.render(said, "K7MPX-2QRTA")

    assert one == other
    assert pdf.render(said | {"issued_by": "Någon Annan"}, "K7MPX-2QRTA") != one


def test_without_our_typefaces_it_is_still_written(said, settings):
    settings.FONTS_AVAILABLE = False

    assert "Åsa Öberg" in text_of(pdf.render(said, "K7MPX-2QRTA"))


def test_what_people_wrote_is_text_and_nothing_is_fetched_for_it(said):
    said["person"]["name"] = '<img src="file:///etc/hostname"><b>Åsa</b>'

    assert "<b>Åsa</b>" in text_of(pdf.render(said, "K7MPX-2QRTA"))


def test_the_code_leads_to_the_check_with_the_number_filled_in():
    assert pdf.check_page(NUMBER) == "http://localhost:8000/intyg/kontroll/?nummer=2026-000123"

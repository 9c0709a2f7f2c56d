"""How it is laid out and read: letterhead, the order of the words, what is on each page, and what a machine gets."""

import json
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from intyg import content, operations, pdf
from tests.clock import at
from tests.factories.booking import BookingFactory
from tests.factories.intyg import CertificateRequestFactory
from tests.factories.people import SubstituteFactory

NOW = at("2026-05-12 10:00")
NUMBER = "2026-000123"
LONG = "Wilhelmina-Charlotta af Klintebergs-Wetterstrand von Schwerin-Löwenhielm"

pytestmark = pytest.mark.django_db


@pytest.fixture
def said(officer):
    """Two years of an officer's certificate by the older rules, about somebody of a long name."""
    substitute = SubstituteFactory(user__first_name=LONG, user__last_name="Öberg")
    asked = CertificateRequestFactory(substitute=substitute, first_day=date(2024, 5, 1), last_day=date(2026, 4, 30))
    BookingFactory(substitute=substitute, order__starts=at("2026-04-13 07:00"), order__ends=at("2026-04-13 16:00"))
    drafted = content.draft(asked, {"rules": "old", "end_reason": "pagar"}, by=officer, at=NOW)
    return content.numbered(drafted, NUMBER)


@pytest.fixture
def pages(said) -> list[str]:
    file = pdf.render(said, "K7MPX-2QRTA")
    texts = [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(file)).pages]
    return [text.replace("- ", "-") for text in texts]  # a long name may be broken at its hyphen


def in_order(text: str, *words: str) -> bool:
    """Whether each of them comes after the one before."""
    for word in words:
        _before, found, text = text.partition(word)
        if not found:
            return False
    return True


def test_the_letterhead_says_who_sends_it_and_how_to_reach_them(pages):
    assert in_order(
        pages[0],
        "Älvsunda kommun",
        "Lönecentrum",
        "Strandgatan 1, 981 00 Älvsunda",
        "Organisationsnummer 212000-9990",
        "Telefon 0980-319 260",
        "lonecentrum@alvsunda.example",
        "www.alvsunda.example",
        "Arbetsgivarintyg",
    )


def test_the_words_come_in_the_order_in_which_they_are_read(pages):
    whole = " ".join(pages)

    assert in_order(whole, "Namn", LONG, "Intyget gäller", "1 maj 2024–30 april 2026", "Arbetad tid", "maj 2024")
    assert in_order(whole, "Arbetad tid", "Summa", "Uppgifter från lönekontoret", "Utfärdat", "Kontrollvärde")


def test_each_page_has_number_and_pages_and_a_table_its_headings_again(pages):
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert f"Älvsunda kommun · Arbetsgivarintyg {NUMBER}" in page
        assert f"Sida {number} av {len(pages)}" in page
    assert all("Månad Dagar Timmar" in page for page in pages[:2])
    assert "Organisationsnummer" not in pages[1]


def test_headings_of_tables_say_what_they_are_headings_of(said):
    root = PdfReader(BytesIO(pdf.render(said, "K7MPX-2QRTA"))).trailer["/Root"]["/StructTreeRoot"]
    headings = [cell for cell in elements(root) if cell.get("/S") == "/TH"]

    assert {str(cell["/A"]["/Scope"]) for cell in headings} == {"/Row", "/Column"}
    assert not any("/ID" in cell for cell in headings)


def elements(node):
    for kid in node.get("/K", []):
        element = kid.get_object()
        if isinstance(element, dict) and "/S" in element:
            yield element
            yield from elements(element)


def test_the_data_is_attached_for_machines_without_the_logotype(said):
    attached = PdfReader(BytesIO(pdf.render(said, "K7MPX-2QRTA"))).attachments["intyg.json"][0]

    data = json.loads(attached)
    assert (data["format"], data["check_value"]) == ("vikarieportalen/intyg/1", "K7MPX-2QRTA")
    assert data["months"] == said["months"]
    assert "logotype" not in data["employer"]


def test_a_draft_has_nothing_for_machines(said):
    assert "intyg.json" not in PdfReader(BytesIO(pdf.render(said | {"number": ""}))).attachments


def test_the_letterhead_stays_as_it_was_when_the_settings_change(officer, settings, letterhead):
    certificate = operations.issue(CertificateRequestFactory(), {}, by=officer, at=NOW)

    letterhead(address="Nygatan 2", email="", web="", logotype=None)
    settings.PAYROLL_OFFICE = "Löneservice"

    assert pdf.render(certificate.content, certificate.check_value) == bytes(certificate.pdf)


def test_what_is_not_set_leaves_no_gap(officer, letterhead):
    letterhead(address="", email="", web="", logotype=None)
    said = content.draft(CertificateRequestFactory(), {}, by=officer, at=NOW)

    head = pdf.page(said).split("<main>")[0].split("</head>")[1]

    assert "<img" not in head
    assert "<br>\n" not in head
    assert head.count("<br>") == 1  # organisation number and telephone


def test_what_was_issued_before_there_was_a_letterhead_can_still_be_read(said):
    before = said | {"employer": {"name": "Älvsunda kommun", "number": "212000-9990", "office": "", "phone": "0"}}
    for name in ("issued_at", "seal"):
        before.pop(name)

    assert "Älvsunda kommun" in PdfReader(BytesIO(pdf.render(before, "K7MPX-2QRTA"))).pages[0].extract_text()

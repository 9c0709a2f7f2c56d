"""A certificate is asked for, issued and fetched: by its owner and nobody else."""

import io

from playwright.sync_api import expect
from pypdf import PdfReader

from home.demo.cast import COLLEAGUES, SUBSTITUTES
from intyg.models import CertificateRequest
from scripts.browser import DESKTOP, PHONE

AMIRA, LARS_ERIK = SUBSTITUTES[0], SUBSTITUTES[1]
GUNILLA = COLLEAGUES[4]


def test_asked_for_issued_and_opened(open_page, portal):
    substitute = open_page(PHONE, AMIRA.username)
    substitute.goto(f"{portal}/intyg/ny/")
    substitute.get_by_role("checkbox", name="Tjänstgöringsintyg").check()
    substitute.get_by_role("button", name="Nästa").click()
    substitute.get_by_role("button", name="Skicka beställningen").click()
    substitute.wait_for_url("**/intyg/*-*/")
    address, key = substitute.url, substitute.url.rstrip("/").split("/")[-1]

    officer = open_page(DESKTOP, GUNILLA.username)
    officer.goto(f"{portal}/admin/intyg/")
    officer.locator(f"a[href*='{key}']").click()
    officer.get_by_role("button", name="Ta ").first.click()
    officer.get_by_role("button", name="Utfärda intyget").click()
    expect(officer.get_by_role("main")).to_contain_text("Utfärdat")

    substitute.goto(address)
    expect(substitute.get_by_role("main")).to_contain_text("Klart att hämta")
    answer = substitute.request.get(f"{portal}/intyg/{key}/pdf/")
    words = "".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.body())).pages)
    certificate = CertificateRequest.objects.get(pk=key).certificate
    assert answer.headers["content-type"] == "application/pdf"
    assert AMIRA.name in words
    assert certificate.number in words

    check_it(open_page(PHONE), portal, certificate)

    stranger = open_page(PHONE, LARS_ERIK.username)
    assert stranger.goto(address).status == 404
    assert stranger.request.get(f"{portal}/intyg/{key}/pdf/").status == 404


def check_it(page, portal, certificate) -> None:
    """Whoever is shown the paper can see whether it is real, and nothing more."""
    page.goto(f"{portal}/intyg/kontroll/?nummer={certificate.number}")
    page.get_by_label("Kontrollvärde").fill(certificate.check_value)
    page.get_by_role("button", name="Kontrollera").click()
    expect(page.get_by_role("main")).to_contain_text("stämmer")
    expect(page.get_by_role("main")).not_to_contain_text(AMIRA.last)

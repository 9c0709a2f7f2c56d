"""The seal: who signed what when, that a changed byte shows, and that it is the same when made again."""

from datetime import timedelta
from io import BytesIO

import pytest
import time_machine
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pypdf import PdfReader

from intyg import content, operations, pdf, seal, sealing
from intyg.management.commands.seal import made
from intyg.models import Certificate
from intyg.operations import Refused
from portal.letterhead import Seal
from tests.clock import at
from tests.factories.intyg import CertificateRequestFactory

NOW = at("2026-05-12 10:00")
DETAILS = {"rules": "new", "end_reason": "pagar"}

pytestmark = pytest.mark.django_db


@pytest.fixture
def certificate(officer, sealed) -> Certificate:
    return operations.issue(CertificateRequestFactory(), DETAILS, by=officer, at=NOW)


def validated(file: bytes):
    """What pyHanko's own validator says of it, on the day of issue, by somebody who trusts the seal."""
    ours = seal.held().certificate.public_bytes(Encoding.DER)
    trusting = ValidationContext(trust_roots=list(load_certs_from_pemder_data(ours)), moment=NOW)
    return validate_pdf_signature(PdfFileReader(BytesIO(file)).embedded_signatures[0], trusting)


def test_what_is_kept_is_sealed_by_the_municipality_at_the_moment_of_issue(certificate):
    status = validated(certificate.pdf)

    assert status.bottom_line
    assert status.coverage == SignatureCoverageLevel.ENTIRE_FILE
    assert status.docmdp_ok
    signature = PdfFileReader(BytesIO(certificate.pdf)).embedded_signatures[0]
    assert signature.docmdp_level == MDPPerm.NO_CHANGES
    assert signature.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    assert signature.self_reported_timestamp == NOW
    assert "signing_time" not in {attribute["type"].native for attribute in signature.signer_info["signed_attrs"]}


@pytest.mark.parametrize("where", [0.1, 0.5, 0.9])
def test_one_changed_byte_is_found(certificate, where):
    signature = PdfFileReader(BytesIO(certificate.pdf)).embedded_signatures[0]
    place = int(signature.byte_range[1] * where)
    file = bytearray(certificate.pdf)
    file[place] ^= 1

    try:
        found = not validated(bytes(file)).intact
    except Exception:  # noqa: BLE001 (pyHanko refuses to read what is broken where it looks first)
        found = True

    assert found


def test_it_is_the_same_bytes_when_made_again_at_another_time(certificate):
    with time_machine.travel(at("2027-11-01 12:00"), tick=False):
        again = pdf.render(certificate.content, certificate.check_value)

    assert again == certificate.pdf


def test_the_document_says_who_sealed_it_and_its_field_has_a_name_and_a_place(certificate):
    reader = PdfReader(BytesIO(certificate.pdf))
    field = reader.trailer["/Root"]["/AcroForm"]["/Fields"][0].get_object()

    last = reader.trailer["/Root"]["/StructTreeRoot"]["/K"][0]["/K"][-1]
    assert (last["/S"], last["/K"][0]["/Obj"].get_object()) == ("/Form", field)
    assert field["/TU"] == "Digitalt sigill från Älvsunda kommun"
    assert "sigillerad av Älvsunda kommun" in " ".join(reader.pages[-1].extract_text().split())


def test_a_draft_is_never_sealed(officer, sealed):
    said = content.draft(CertificateRequestFactory(), DETAILS, by=officer, at=NOW)

    for unissued in (said, content.numbered(said, "")):
        assert "/AcroForm" not in PdfReader(BytesIO(pdf.render(unissued))).trailer["/Root"]


def test_without_a_seal_the_document_says_nothing_of_one(officer):
    made_without = operations.issue(CertificateRequestFactory(), DETAILS, by=officer, at=NOW)

    assert made_without.content["seal"] == {}
    assert "sigill" not in PdfReader(BytesIO(made_without.pdf)).pages[-1].extract_text()


def test_what_another_key_sealed_is_not_made_again_by_this_one(certificate, settings, tmp_path):
    file = tmp_path / "new.p12"
    file.write_bytes(made("Älvsunda kommun", NOW, "ny"))
    settings.SEAL = Seal(file, "ny")

    with pytest.raises(sealing.AnotherSeal):
        pdf.render(certificate.content, certificate.check_value)


def test_nothing_is_issued_under_a_seal_that_has_ended(officer, sealed):
    asked = CertificateRequestFactory()

    with pytest.raises(Refused, match="sigill"):
        operations.issue(asked, DETAILS, by=officer, at=NOW + timedelta(days=4 * 365))

    assert not Certificate.objects.exists()

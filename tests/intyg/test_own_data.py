"""What somebody gets of her own certificates when she asks for all that is kept of her."""

import io
import json
import zipfile

import pytest

from intyg import operations
from people import own_data
from tests.clock import at
from tests.factories.intyg import CertificateRequestFactory

NOW = at("2026-05-12 10:00")

pytestmark = pytest.mark.django_db


def test_she_gets_the_document_and_machines_what_it_is_made_of(officer):
    certificate = operations.issue(CertificateRequestFactory(), {}, by=officer, at=NOW)

    with zipfile.ZipFile(io.BytesIO(own_data.zipped(certificate.request.substitute.user, at=NOW))) as archive:
        page, plain = (archive.read(name).decode() for name in (own_data.READ_FIRST, own_data.FOR_MACHINES))
        assert archive.read("filer/2026-000001.pdf") == bytes(certificate.pdf)

    assert certificate.number in page
    assert "data:image" not in page
    assert "data:image" in json.dumps(json.loads(plain))

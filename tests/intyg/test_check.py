"""The public check: whether number and check value belong together, and nothing more."""

import pytest

from intyg import operations
from intyg.views.check import PER_MINUTE
from tests.clock import at
from tests.factories.intyg import CertificateRequestFactory


@pytest.fixture
def certificate(officer):
    details = {"rules": "new", "end_reason": "pagar", "continued": "ja"}
    return operations.issue(CertificateRequestFactory(), details, by=officer, at=at("2026-05-12 10:00"))


def ask(client, number: str, value: str):
    return client.get("/intyg/kontroll/", {"nummer": number, "kontrollvarde": value})


def test_a_true_certificate_is_known_and_nothing_of_it_is_told(certificate, client):
    answer = ask(client, certificate.number, certificate.check_value.lower().replace("-", " "))

    assert "Det stämmer" in answer.text
    assert "Arbetsgivarintyg" not in answer.text
    assert str(certificate.request.substitute) not in answer.text


@pytest.mark.parametrize(
    ("number", "value"), [("2026-000001", "AAAAA-AAAAA"), ("2026-000002", ""), ("x", "-"), ("\0", "x")]
)
def test_a_wrong_value_and_a_number_that_is_not_get_the_same_answer(certificate, client, number, value):
    answer = ask(client, number, value or certificate.check_value)

    assert "Det stämmer inte" in answer.text


def test_the_code_on_the_paper_leads_here_with_the_number_filled_in(client, db):
    answer = client.get("/intyg/kontroll/?nummer=2026-000123")

    assert 'value="2026-000123"' in answer.text
    assert "Det stämmer" not in answer.text


def test_one_of_the_two_missing_is_said(client, db):
    assert "Fyll i både" in ask(client, "2026-000123", "").text


def test_who_asks_too_often_has_to_wait(client, db):
    answers = [ask(client, "2026-000123", "AAAAA-AAAAA").status_code for _ in range(PER_MINUTE + 1)]

    assert answers == [200] * PER_MINUTE + [429]

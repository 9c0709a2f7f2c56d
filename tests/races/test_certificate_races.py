"""Two officers, or one form sent twice, at the same instant. Proved on PostgreSQL, with real connections."""

import uuid
from datetime import date
from functools import partial

import pytest

from intyg import operations
from intyg.models import Certificate, CertificateRequest, CertificateType
from intyg.operations import Refused, Wish
from messaging.models import Message
from tests.cast import NOW, with_role
from tests.factories.intyg import CertificateRequestFactory
from tests.factories.people import SubstituteFactory

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

DETAILS = {"rules": "new", "end_reason": "pagar", "continued": "ja"}


@pytest.fixture
def officer(transactional_db):
    return with_role("certificate_officer")


def test_of_two_officers_who_take_a_request_one_has_it_and_the_other_is_told(officer, at_once):
    asked, colleague = CertificateRequestFactory(), with_role("certificate_officer")

    results = at_once([partial(operations.assign, asked, by=by, at=NOW) for by in (officer, colleague)])

    assert {type(result) for result in results} == {CertificateRequest, Refused}


def test_issued_five_times_at_once_it_is_one_certificate_with_one_number(officer, at_once):
    asked = CertificateRequestFactory()

    results = at_once([partial(operations.issue, asked, DETAILS, by=officer, at=NOW)] * 5)

    assert {result.number for result in results} == {"2026-000001"}
    assert Certificate.objects.count() == Message.objects.count() == 1


def test_five_certificates_at_once_have_five_numbers_in_a_row(officer, at_once):
    requests = CertificateRequestFactory.create_batch(5)

    results = at_once([partial(operations.issue, asked, DETAILS, by=officer, at=NOW) for asked in requests])

    assert sorted(result.number for result in results) == [f"2026-00000{n}" for n in range(1, 6)]


def test_the_same_form_twice_at_the_same_instant_is_one_request(transactional_db, at_once):
    substitute, command = SubstituteFactory(), uuid.uuid4()
    wish = Wish(CertificateType.SERVICE, date(2026, 1, 1), date(2026, 4, 30), "studier")
    ask = partial(operations.request, substitute, wish, command=command, by=substitute.user, at=NOW)

    results = at_once([ask] * 5)

    assert {result.pk for result in results} == {CertificateRequest.objects.get().pk}


def test_the_same_words_from_many_windows_at_the_same_instant_are_one_request(transactional_db, at_once):
    substitute = SubstituteFactory()
    wish = Wish(CertificateType.SERVICE, date(2026, 1, 1), date(2026, 4, 30), "studier")
    asks = [
        partial(operations.request, substitute, wish, command=uuid.uuid4(), by=substitute.user, at=NOW)
        for _window in range(5)
    ]

    results = at_once(asks)

    assert {result.pk for result in results} == {CertificateRequest.objects.get().pk}


def test_several_certificates_asked_for_by_one_form_at_the_same_instant_are_one_of_each(transactional_db, at_once):
    substitute, command = SubstituteFactory(), uuid.uuid4()
    wishes = [Wish(kind, date(2026, 1, 1), date(2026, 4, 30), "studier") for kind in CertificateType]
    ask = partial(operations.request_several, substitute, wishes, command=command, by=substitute.user, at=NOW)

    at_once([ask] * 5)

    assert sorted(CertificateRequest.objects.values_list("type", flat=True)) == sorted(CertificateType.values)


def test_a_certificate_that_five_begin_to_correct_at_once_has_one_correction(officer, at_once):
    wrong = operations.issue(CertificateRequestFactory(), DETAILS, by=officer, at=NOW)
    colleagues = [officer, *(with_role("certificate_officer") for _colleague in range(4))]

    results = at_once([partial(operations.correct, wrong, reason="Fel", by=by, at=NOW) for by in colleagues])

    assert {result.pk for result in results} == {CertificateRequest.objects.get(corrects=wrong).pk}


def test_a_correction_issued_five_times_at_once_replaces_once(officer, at_once):
    wrong = operations.issue(CertificateRequestFactory(), DETAILS, by=officer, at=NOW)
    begun = operations.correct(wrong, reason="Fel", by=officer, at=NOW)

    results = at_once([partial(operations.issue, begun, DETAILS, by=officer, at=NOW)] * 5)

    assert {result.number for result in results} == {"2026-000002"}
    assert Certificate.objects.get(replaces=wrong).number == "2026-000002"
    assert Message.objects.filter(kind="intyg.replaced").count() == 1


def test_a_fetch_and_its_replacement_at_the_same_instant_are_one_after_the_other(officer, at_once):
    wrong = operations.issue(CertificateRequestFactory(), DETAILS, by=officer, at=NOW)
    begun = operations.correct(wrong, reason="Fel", by=officer, at=NOW)
    fetch = partial(operations.fetch, wrong, by=wrong.request.substitute.user, at=NOW)

    fetched, new = at_once([fetch, partial(operations.issue, begun, DETAILS, by=officer, at=NOW)])

    assert isinstance(fetched, Refused | Certificate)
    assert new.replaces == wrong


def test_two_who_approve_at_once_issue_it_once_and_whoever_filled_it_in_never(officer, at_once, settings):
    settings.CERTIFICATE_FOUR_EYES = ["alla"]
    asked, colleagues = CertificateRequestFactory(), [with_role("certificate_officer") for _one in range(2)]
    operations.make_ready(asked, DETAILS, by=officer, at=NOW)

    results = at_once([partial(operations.approve, asked, by=by, at=NOW) for by in (officer, *colleagues)])

    certificate = Certificate.objects.get()
    assert certificate.issued_by in colleagues
    assert sum(isinstance(result, Certificate) for result in results) >= len(colleagues)
    assert Message.objects.count() == 1


def test_answered_five_times_at_once_the_first_answer_stands(officer, at_once):
    asked = CertificateRequestFactory()
    question = operations.ask(asked, text="När?", by=officer, at=NOW)
    answers = [partial(operations.answer, question, f"Svar {n}", by=asked.substitute.user, at=NOW) for n in range(5)]

    results = at_once(answers)

    question.refresh_from_db()
    assert {result.answer for result in results} == {question.answer}

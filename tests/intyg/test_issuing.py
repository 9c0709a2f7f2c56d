"""Issuing and fetching: whole or not at all, and only once."""

from datetime import timedelta

import pytest

from intyg import operations
from intyg.models import Certificate, CertificateRequest, NumberSeries
from intyg.operations import Refused
from messaging import looks, outbox
from messaging.models import Message
from people.models import HistoryEntry
from tests.clock import at
from tests.factories.booking import BookingFactory
from tests.factories.intyg import CertificateRequestFactory

NOW = at("2026-05-12 10:00")
DETAILS = {"rules": "new", "end_reason": "pagar", "continued": "ja"}

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked():
    asked = CertificateRequestFactory()
    BookingFactory(
        substitute=asked.substitute,
        order__starts=at("2026-04-13 07:00"),
        order__ends=at("2026-04-13 16:00"),
        break_minutes=60,
    )
    return asked


def test_a_certificate_has_a_number_a_check_value_and_the_hours(asked, officer):
    certificate = operations.issue(asked, DETAILS, by=officer, at=NOW)

    assert certificate.number == "2026-000001"
    assert len(certificate.check_value) == len("K7MPX-2QRTA")
    assert (certificate.content["days"], certificate.content["minutes"]) == (1, 480)
    asked.refresh_from_db()
    assert (asked.status, asked.decided_at, asked.details) == ("issued", NOW, DETAILS)


def test_issued_twice_is_the_same_certificate_and_one_message(asked, officer):
    first = operations.issue(asked, DETAILS, by=officer, at=NOW)
    second = operations.issue(asked, DETAILS, by=officer, at=NOW)

    assert first.pk == second.pk
    assert Message.objects.filter(kind="intyg.issued").count() == 1
    assert NumberSeries.objects.get().last == 1


def test_numbers_follow_on_each_other_and_begin_again_with_the_year(officer):
    issued = [
        operations.issue(CertificateRequestFactory(), DETAILS, by=officer, at=moment).number
        for moment in (NOW, NOW, at("2027-01-01 00:30"))
    ]

    assert issued == ["2026-000001", "2026-000002", "2027-000001"]


def test_the_applicant_is_told_where_to_fetch_it(asked, officer):
    operations.issue(asked, DETAILS, by=officer, at=NOW)

    message = Message.objects.get()
    assert message.recipient == asked.substitute.user
    assert f"/intyg/{asked.pk}/" in message.body


def test_nobody_is_told_to_fetch_what_is_already_fetched(asked, officer):
    certificate = operations.issue(asked, DETAILS, by=officer, at=NOW)
    message = Message.objects.get()
    assert outbox.overtaken(message) == ""

    operations.fetch(certificate, by=asked.substitute.user, at=NOW)

    assert outbox.overtaken(message) == "intyget är redan hämtat"
    assert looks.leads_to(message) == f"/intyg/{asked.pk}/"


def test_when_the_file_cannot_be_made_there_is_no_certificate_and_no_number(asked, officer, monkeypatch):
    monkeypatch.setattr("intyg.pdf.render", lambda *_: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        operations.issue(asked, DETAILS, by=officer, at=NOW)

    assert not Certificate.objects.exists()
    assert not NumberSeries.objects.filter(last__gt=0).exists()
    assert not Message.objects.exists()
    assert CertificateRequest.objects.get(pk=asked.pk).status == "requested"


def test_a_withdrawn_or_refused_request_is_not_issued(asked, officer):
    operations.refuse(asked, reason="Fel person.", by=officer, at=NOW)

    with pytest.raises(Refused, match="avslaget"):
        operations.issue(asked, DETAILS, by=officer, at=NOW)


def test_an_issued_certificate_is_not_withdrawn(asked, officer):
    operations.issue(asked, DETAILS, by=officer, at=NOW)

    with pytest.raises(Refused, match="klart att hämta"):
        operations.withdraw(asked, by=asked.substitute.user, at=NOW)


def test_an_issued_certificate_never_changes(asked, officer):
    certificate = operations.issue(asked, DETAILS, by=officer, at=NOW)
    certificate.number = "2026-999999"

    with pytest.raises(TypeError, match="never changes"):
        certificate.save()


def test_every_fetch_is_written_down_and_the_first_remembered(asked, officer):
    certificate = operations.issue(asked, DETAILS, by=officer, at=NOW)
    owner = asked.substitute.user

    operations.fetch(certificate, by=owner, at=NOW)
    operations.fetch(certificate, by=owner, at=NOW + timedelta(days=1))

    asked.refresh_from_db()
    assert (asked.status, asked.fetched_at) == ("fetched", NOW)
    assert HistoryEntry.objects.of(asked).filter(action="certificate.fetch").count() == 2

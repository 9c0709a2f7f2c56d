"""Asking, taking, refusing and withdrawing."""

import uuid
from dataclasses import replace
from datetime import date

import pytest

from intyg import operations
from intyg.models import CertificateRequest, CertificateType
from intyg.operations import Refused, Wish
from messaging.models import Message
from people.models import HistoryEntry
from tests.cast import with_role
from tests.clock import at
from tests.factories.intyg import CertificateRequestFactory
from tests.factories.people import SubstituteFactory

NOW = at("2026-05-12 05:45")
WISH = Wish(CertificateType.EMPLOYER, date(2025, 5, 1), date(2026, 4, 30), "a_kassa", "Bråttom")

pytestmark = pytest.mark.django_db


@pytest.fixture
def colleague():
    return with_role("certificate_officer")


def deeds(asked: CertificateRequest) -> list[str]:
    return [entry.action for entry in HistoryEntry.objects.of(asked)]


def test_a_request_is_written_down_with_who_and_when():
    substitute = SubstituteFactory()

    asked = operations.request(substitute, WISH, command=uuid.uuid4(), by=substitute.user, at=NOW)

    assert (asked.status, asked.requested_at, asked.note) == ("requested", NOW, "Bråttom")
    entry = HistoryEntry.objects.of(asked).get()
    assert (entry.action, entry.user, entry.timestamp) == ("certificate.request", substitute.user, NOW)


def test_the_same_form_twice_is_one_request():
    substitute, command = SubstituteFactory(), uuid.uuid4()

    first = operations.request(substitute, WISH, command=command, by=substitute.user, at=NOW)
    second = operations.request(substitute, WISH, command=command, by=substitute.user, at=NOW)

    assert first == second
    assert CertificateRequest.objects.count() == 1
    assert deeds(first) == ["certificate.request"]


def test_the_same_words_are_one_request_while_they_wait_to_be_read():
    substitute = SubstituteFactory()

    def ask(wish):
        return operations.request(substitute, wish, command=uuid.uuid4(), by=substitute.user, at=NOW)

    first = ask(WISH)

    assert ask(WISH) == first
    assert ask(replace(WISH, note="Till banken")) != first
    operations.withdraw(first, by=substitute.user, at=NOW)
    assert ask(WISH) != first


def test_the_key_of_anothers_form_gives_nothing_of_hers():
    anothers = CertificateRequestFactory()
    substitute = SubstituteFactory()

    asked = operations.request(substitute, WISH, command=anothers.command, by=substitute.user, at=NOW)

    assert asked != anothers


def test_time_to_come_is_not_certified():
    substitute = SubstituteFactory()
    wish = Wish(CertificateType.SERVICE, date(2026, 5, 1), date(2026, 5, 13), "studier")

    with pytest.raises(Refused, match="tid som har varit"):
        operations.request(substitute, wish, command=uuid.uuid4(), by=substitute.user, at=NOW)


def test_a_withdrawn_request_is_withdrawn_once():
    asked = CertificateRequestFactory()

    operations.withdraw(asked, by=asked.substitute.user, at=NOW)
    again = operations.withdraw(asked, by=asked.substitute.user, at=NOW)

    assert (again.status, again.decided_at) == ("withdrawn", NOW)
    assert deeds(asked) == ["certificate.withdraw"]


def test_a_withdrawn_request_is_not_handled(officer):
    asked = CertificateRequestFactory()
    operations.withdraw(asked, by=asked.substitute.user, at=NOW)

    with pytest.raises(Refused, match="återtaget"):
        operations.assign(asked, by=officer, at=NOW)


def test_of_two_officers_the_second_is_told_who_was_first(officer, colleague):
    asked = CertificateRequestFactory()
    operations.assign(asked, by=officer, at=NOW)

    with pytest.raises(Refused, match=str(officer)):
        operations.assign(asked, by=colleague, at=NOW)
    with pytest.raises(Refused, match="Ta över först"):
        operations.fill_in(asked, {}, by=colleague, at=NOW)


def test_a_colleague_takes_over_what_she_saw_another_having(officer, colleague):
    asked = CertificateRequestFactory()
    operations.assign(asked, by=officer, at=NOW)

    taken = operations.assign(asked, by=colleague, at=NOW, instead_of=officer)

    assert (taken.officer, taken.status) == (colleague, "assigned")


def test_filling_in_takes_the_request_and_keeps_what_was_filled_in(officer):
    asked = CertificateRequestFactory()

    operations.fill_in(asked, {"leave": "Ingen"}, by=officer, at=NOW)

    asked.refresh_from_db()
    assert (asked.officer, asked.status, asked.details) == (officer, "assigned", {"leave": "Ingen"})


def test_a_refusal_says_why_and_is_told_once_without_the_reason(officer):
    asked = CertificateRequestFactory()

    operations.refuse(asked, reason="Du har inte jobbat här.", by=officer, at=NOW)
    refused = operations.refuse(asked, reason="Annat", by=officer, at=NOW)

    assert (refused.status, refused.refusal, refused.officer) == ("refused", "Du har inte jobbat här.", officer)
    message = Message.objects.get()
    assert (message.kind, message.recipient) == ("intyg.refused", asked.substitute.user)
    assert "inte jobbat" not in message.body

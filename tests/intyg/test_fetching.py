"""Every fetch is seen by its owner, nothing else counts as one, and who forgets is reminded once."""

from datetime import date, timedelta

import pytest
import time_machine

from intyg import operations
from intyg.models import Certificate, CertificateQuestion, CertificateRequest
from intyg.operations import reminding
from messaging import choices, outbox
from messaging.models import Channel, Message
from people import data_map
from people.data_map import Kept
from people.models import HistoryEntry
from people.operations import retention
from people.operations.retention import Decision
from portal.schedules import SCHEDULES
from tests.clock import at
from tests.factories.intyg import CertificateRequestFactory

NOW = at("2026-05-12 10:15")
WEEK = timedelta(days=7)
DETAILS = {"rules": "new", "end_reason": "pagar", "continued": "ja"}


@pytest.fixture(autouse=True)
def _tuesday(db):
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def issued(officer):
    return operations.issue(CertificateRequestFactory(), DETAILS, by=officer, at=NOW)


@pytest.fixture
def browser(issued, signed_in):
    return signed_in(issued.request.substitute.user)


def fetches(certificate: Certificate) -> int:
    return HistoryEntry.objects.of(certificate.request).filter(action="certificate.fetch").count()


def test_each_fetch_stands_on_her_page_and_on_the_officers(issued, browser, officer, signed_in):
    browser.get(f"/intyg/{issued.request_id}/pdf/")
    with time_machine.travel(NOW + timedelta(days=2), tick=False):
        browser.get(f"/intyg/{issued.request_id}/pdf/")

    hers = browser.get(f"/intyg/{issued.request_id}/").text
    assert "12 maj 2026, 10.15" in hers
    assert "14 maj 2026, 10.15" in hers
    assert "Hämtat 12 maj 10.15, 14 maj 10.15." in signed_in(officer).get(f"/admin/intyg/{issued.request_id}/").text


@pytest.mark.parametrize("header", ["sec-purpose", "purpose", "x-moz"])
def test_a_browser_that_gets_ready_has_fetched_nothing(issued, browser, header):
    answer = browser.get(f"/intyg/{issued.request_id}/pdf/", headers={header: "prefetch"})

    assert (answer.status_code, answer.content) == (503, b"")
    assert browser.head(f"/intyg/{issued.request_id}/pdf/").status_code == 405
    assert fetches(issued) == 0


def test_who_has_not_fetched_in_a_week_is_reminded_once(issued):
    assert reminding.of_unfetched(at=NOW + WEEK - timedelta(hours=1)) == 0
    assert reminding.of_unfetched(at=NOW + WEEK) == 1
    assert reminding.of_unfetched(at=NOW + WEEK + timedelta(days=1)) == 0

    message = Message.objects.get(kind="intyg.unfetched")
    assert message.recipient == issued.request.substitute.user
    assert outbox.overtaken(message) == ""
    operations.fetch(issued, by=issued.request.substitute.user, at=NOW + WEEK)
    assert outbox.overtaken(message) == "intyget är redan hämtat"


def test_nobody_is_reminded_by_night_nor_of_what_is_fetched_replaced_or_long_ago(issued, officer):
    assert reminding.of_unfetched(at=at("2026-05-20 03:00")) == 0
    assert reminding.of_unfetched(at=at("2026-09-01 10:00")) == 0
    begun = operations.correct(issued, reason="Fel", by=officer, at=NOW)
    operations.issue(begun, DETAILS, by=officer, at=NOW + WEEK)
    assert reminding.of_unfetched(at=NOW + WEEK) == 0


def test_the_notice_goes_by_sms_for_who_has_chosen_nothing_and_the_reminder_has_its_time(issued):
    group = choices.of_kind("intyg.issued")
    assert choices.Preferences(phone="+46701740605").wants(group, Channel.SMS)
    assert {"intyg.issued", "intyg.replaced", "intyg.unfetched", "intyg.question"} <= group.kinds
    assert "intyg.tasks.remind" in {each.task for each in SCHEDULES}


def test_she_is_told_how_long_it_stays_and_then_it_and_what_replaced_it_are_gone(issued, browser, officer, owner):
    begun = operations.correct(issued, reason="Fel", by=officer, at=NOW)
    operations.ask(begun, text="Var du ledig?", by=officer, at=NOW)
    new = operations.issue(begun, DETAILS, by=officer, at=NOW + timedelta(days=40))
    assert "Finns här till" not in browser.get(f"/intyg/{new.request_id}/").text
    retention.decide(Kept.CERTIFICATES, Decision(24, "KS 12", date(2026, 1, 2), "KS"), by=owner, at=NOW)
    assert "Finns här till 21 juni 2028" in browser.get(f"/intyg/{new.request_id}/").text

    thin(at("2028-06-01 10:00"))
    assert list(Certificate.objects.values_list("number", "replaces")) == [(new.number, None)]
    assert Certificate.objects.get().content["replaces"] == issued.number

    thin(at("2028-07-01 10:00"))
    for model in (Certificate, CertificateRequest, CertificateQuestion):
        assert not model.objects.exists()
        assert model in data_map.declared()


def thin(moment) -> None:
    for run in retention.begin(at=moment):
        while retention.go_on(run, at=moment):
            pass

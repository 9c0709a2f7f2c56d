"""What the substitute sees and does; and what nobody else does."""

import re
import uuid

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from intyg import operations
from intyg.models import CertificateRequest
from people.models import HistoryEntry
from portal.pages import frame
from tests.clock import at
from tests.factories.intyg import CertificateRequestFactory
from tests.factories.people import SubstituteFactory

NOW = at("2026-05-12 05:45")
DETAILS = {"rules": "new", "end_reason": "pagar", "continued": "ja"}


@pytest.fixture
def substitute(db):
    return SubstituteFactory()


@pytest.fixture
def browser(substitute, signed_in):
    return signed_in(substitute.user)


@pytest.fixture
def issued(substitute, officer):
    asked = CertificateRequestFactory(substitute=substitute)
    return operations.issue(asked, DETAILS, by=officer, at=NOW)


@pytest.fixture
def wish():
    return {"command": str(uuid.uuid4()), "period": "ett_ar", "purpose": "a_kassa", "note": ""}


@pytest.fixture(autouse=True)
def _tuesday_morning(db):
    with time_machine.travel(NOW, tick=False):
        yield


def test_she_orders_in_two_steps_with_the_usual_answers_filled_in(browser, wish):
    first = browser.get("/intyg/")
    assert 'type="checkbox" name="typ" value="arbetsgivarintyg"' in first.text

    second = browser.get("/intyg/ny/?typ=arbetsgivarintyg")
    assert "1 maj 2025–30 april 2026" in second.text
    command = re.search(r'name="command" value="([^"]+)"', second.text)[1]
    sent = browser.post("/intyg/ny/?typ=arbetsgivarintyg", wish | {"command": command}, follow=True)

    assert "Intyget är beställt" in sent.text
    asked = CertificateRequest.objects.get()
    assert (str(asked.first_day), str(asked.last_day), asked.requested_at) == ("2025-05-01", "2026-04-30", NOW)
    assert sent.request["PATH_INFO"] == f"/intyg/{asked.pk}/"


def test_the_same_form_sent_twice_leads_to_the_same_page(browser, wish):
    one = browser.post("/intyg/ny/?typ=arsinkomst", wish)
    two = browser.post("/intyg/ny/?typ=arsinkomst", wish)

    assert one.url == two.url
    assert CertificateRequest.objects.count() == 1


def test_what_is_wrong_is_said_beside_it_and_nothing_typed_is_lost(browser, wish):
    wrong = wish | {
        "period": "egen",
        "first_day": "2026-05-03",
        "last_day": "2026-05-13",
        "note": "Jag är 19980404-1234",
    }

    answer = browser.post("/intyg/ny/?typ=tjanstgoringsintyg", wrong)

    assert answer.status_code == 422
    assert "Välj i dag eller tidigare" in answer.text
    assert "Ta bort personnumret" in answer.text
    for typed in ('value="2026-05-03"', 'value="2026-05-13"', "Jag är 19980404-1234", wish["command"]):
        assert typed in answer.text
    assert not CertificateRequest.objects.exists()


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("", "2026-05-01", "Välj den första dagen"),
        ("2026-05-01", "", "Välj den sista dagen"),
        ("2026-05-02", "2026-05-01", "Byt plats"),
        ("2010-05-02", "2026-05-01", "högst tio år"),
        ("0001-01-01", "0001-02-01", "Kontrollera året."),
    ],
)
def test_days_of_her_own_must_make_a_period(browser, wish, first, last, words):
    own = wish | {"period": "egen", "first_day": first, "last_day": last}

    assert words in browser.post("/intyg/ny/?typ=tjanstgoringsintyg", own).text


def test_a_certificate_that_is_not_is_asked_for_again(browser):
    answer = browser.get("/intyg/ny/?typ=betyg")

    assert answer.status_code == 400
    assert "Välj bland de fyra" in answer.text


def test_none_ticked_is_asked_for_again(browser):
    answer = browser.get("/intyg/ny/?steg=2")

    assert answer.status_code == 400
    assert "Kryssa i minst ett intyg" in answer.text


def test_she_takes_her_request_back(browser, substitute):
    asked = CertificateRequestFactory(substitute=substitute)

    answer = browser.post(f"/intyg/{asked.pk}/ta-tillbaka/", follow=True)

    assert "Beställningen är återtagen" in answer.text
    assert "Avbryt beställningen" not in answer.text


def test_taking_back_too_late_is_told_on_the_page(browser, issued):
    answer = browser.post(f"/intyg/{issued.request_id}/ta-tillbaka/")

    assert answer.status_code == 409
    assert "Det går inte längre" in answer.text


def test_the_reason_for_a_refusal_stands_on_her_page(browser, substitute, officer):
    asked = CertificateRequestFactory(substitute=substitute)
    operations.refuse(asked, reason="Du har inte jobbat då.", by=officer, at=NOW)

    assert "Du har inte jobbat då." in browser.get(f"/intyg/{asked.pk}/").text


def test_the_owner_gets_the_file_and_no_copy_is_kept_on_the_way(browser, issued):
    answer = browser.get(f"/intyg/{issued.request_id}/pdf/")

    assert answer.content == bytes(issued.pdf)
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'inline; filename="arbetsgivarintyg-2026-000001.pdf"'
    assert "no-store" in answer["Cache-Control"]
    assert "private" in answer["Cache-Control"]
    assert HistoryEntry.objects.of(issued.request).first().action == "certificate.fetch"
    assert "Hämtat" in browser.get("/intyg/").text


PAGES = ["/intyg/{}/", "/intyg/{}/pdf/"]


@pytest.mark.parametrize("page", PAGES)
def test_for_everybody_else_her_certificate_does_not_exist(page, issued, signed_in, officer, town, owner):
    others = [SubstituteFactory().user, officer, town.planner, town.manager, owner]

    assert [signed_in(user).get(page.format(issued.request_id)).status_code for user in others] == [404] * 5


def test_nobody_elses_request_can_be_taken_back(issued, signed_in, officer):
    asked = CertificateRequestFactory()
    for user in (issued.request.substitute.user, officer):
        assert signed_in(user).post(f"/intyg/{asked.pk}/ta-tillbaka/").status_code == 404
    asked.refresh_from_db()
    assert asked.status == "requested"


@pytest.mark.parametrize("page", ["/intyg/", "/intyg/ny/", *PAGES])
def test_who_has_not_signed_in_is_asked_to(page, issued, client):
    assert "/konto/login/" in client.get(page.format(issued.request_id)).url


def test_the_list_asks_the_same_for_one_and_for_thirty(browser, substitute):
    CertificateRequestFactory(substitute=substitute)
    frame.lately()  # as a process that has been up for a while
    with CaptureQueriesContext(connection) as for_one:
        browser.get("/intyg/")
    CertificateRequestFactory.create_batch(29, substitute=substitute)
    with CaptureQueriesContext(connection) as for_thirty:
        assert browser.get("/intyg/").text.count("Arbetsgivarintyg<small>") == 30

    assert len(for_thirty) == len(for_one) <= 15

"""What is wrong in an issued certificate is replaced by a new one."""

from io import BytesIO

import pytest
import time_machine
from django.db import IntegrityError, transaction
from pypdf import PdfReader

from intyg import operations
from intyg.models import Certificate, CertificateRequest
from intyg.operations import Refused
from messaging import outbox
from messaging.models import Message
from people.models import HistoryEntry
from tests.clock import at
from tests.factories.intyg import CertificateRequestFactory

NOW = at("2026-05-12 10:00")
DETAILS = {"rules": "new", "end_reason": "pagar", "continued": "ja", "leave": "Ingen"}
RIGHT = DETAILS | {"leave": "Hela mars"}


@pytest.fixture(autouse=True)
def _tuesday(db):
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def wrong(officer):
    asked = CertificateRequestFactory()
    return operations.issue(asked, DETAILS, by=officer, at=NOW)


@pytest.fixture
def begun(wrong, officer):
    return operations.correct(wrong, reason="Ledigheten i mars saknas.", by=officer, at=NOW)


@pytest.fixture
def right(begun, officer):
    return operations.issue(begun, RIGHT, by=officer, at=NOW)


@pytest.fixture
def browser(wrong, signed_in):
    return signed_in(wrong.request.substitute.user)


def test_it_begins_as_the_old_one_was_and_the_old_one_stays(wrong, begun, officer):
    assert (begun.status, begun.officer, begun.details, begun.corrects) == ("assigned", officer, DETAILS, wrong)
    assert begun.substitute == wrong.request.substitute
    assert HistoryEntry.objects.of(wrong.request).first().action == "certificate.correct"


def test_one_correction_at_a_time_and_twice_is_once(wrong, begun, officer):
    assert operations.correct(wrong, reason="Igen", by=officer, at=NOW) == begun
    with pytest.raises(IntegrityError), transaction.atomic():
        CertificateRequestFactory(corrects=wrong, substitute=begun.substitute)


def test_the_new_one_has_a_number_of_its_own_and_names_the_old(wrong, right):
    assert (wrong.number, right.number, right.replaces) == ("2026-000001", "2026-000002", wrong)
    assert right.content["replaces"] == wrong.number
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(right.pdf)).pages)
    assert "2026-000001, som inte gäller längre" in text
    unchanged = Certificate.objects.get(pk=wrong.pk)
    assert (bytes(unchanged.pdf), unchanged.content) == (bytes(wrong.pdf), wrong.content)


def test_the_old_one_is_marked_and_no_more_to_be_had(wrong, right, browser):
    page = browser.get(f"/intyg/{wrong.request_id}/").text
    assert "2026-000001 var fel. Det är ersatt av 2026-000002" in page
    assert f"/intyg/{wrong.request_id}/pdf/" not in page

    assert browser.get(f"/intyg/{wrong.request_id}/pdf/").url == f"/intyg/{wrong.request_id}/"
    assert browser.get(f"/intyg/{right.request_id}/pdf/").content == bytes(right.pdf)
    assert "Ersatt av ett nytt" in browser.get("/intyg/").text


def test_whoever_has_the_old_paper_is_told_that_it_is_replaced_and_not_by_what(wrong, right, client):
    told = {"nummer": wrong.number, "kontrollvarde": wrong.check_value}
    page = client.get("/intyg/kontroll/", told).text

    assert "ersatt av ett nyare" in page
    assert right.number not in page
    new = client.get("/intyg/kontroll/", {"nummer": right.number, "kontrollvarde": right.check_value}).text
    assert "ersatt" not in new
    assert "ersatt" not in client.get("/intyg/kontroll/", told | {"kontrollvarde": "AAAAA-AAAAA"}).text


def test_the_applicant_is_told_once_and_the_old_message_does_not_leave(wrong, right):
    assert outbox.overtaken(Message.objects.get(kind="intyg.issued")) == "intyget är redan hämtat"
    message = Message.objects.get(kind="intyg.replaced")
    assert message.recipient == right.request.substitute.user
    assert f"/intyg/{right.request_id}/" in message.body


def test_what_is_replaced_is_not_corrected_again(wrong, right, officer):
    with pytest.raises(Refused, match="redan ersatt av 2026-000002"):
        operations.correct(wrong, reason="Igen", by=officer, at=NOW)
    assert operations.correct(right, reason="Ännu ett fel", by=officer, at=NOW).corrects == right


def test_dropped_the_old_one_stands_and_may_be_corrected_another_time(wrong, begun, officer, browser):
    operations.drop(begun, by=officer, at=NOW)

    assert browser.get(f"/intyg/{wrong.request_id}/pdf/").status_code == 200
    assert operations.correct(wrong, reason="Jo, ändå", by=officer, at=NOW) != begun


def test_a_correction_is_neither_withdrawn_by_her_nor_refused(begun, officer, browser):
    assert "Avbryt beställningen" not in browser.get(f"/intyg/{begun.pk}/").text
    assert browser.post(f"/intyg/{begun.pk}/ta-tillbaka/").status_code == 409
    with pytest.raises(Refused, match="lägga ned"):
        operations.refuse(begun, reason="Nej", by=officer, at=NOW)


def test_while_it_is_being_made_she_is_asked_to_wait(wrong, begun, browser):
    assert "Vänta med att lämna det vidare" in browser.get(f"/intyg/{wrong.request_id}/").text
    assert "Ledigheten i mars saknas" in browser.get(f"/intyg/{begun.pk}/").text


def test_at_the_desk_it_takes_a_reason(wrong, officer, signed_in):
    desk = signed_in(officer)
    assert desk.post(f"/admin/intyg/{wrong.request_id}/ratta/", {"reason": ""}).status_code == 422

    page = desk.post(f"/admin/intyg/{wrong.request_id}/ratta/", {"reason": "Fel månad"}, follow=True).text

    assert "Ersätter 2026-000001 när den utfärdas" in page
    begun = CertificateRequest.objects.get(corrects=wrong)
    assert "En rättelse är påbörjad" in desk.get(f"/admin/intyg/{wrong.request_id}/").text
    desk.post(f"/admin/intyg/{begun.pk}/lagg-ned/")
    assert "Rättelsen är nedlagd" in desk.get(f"/admin/intyg/{begun.pk}/").text


def test_what_was_never_issued_is_not_corrected(officer, signed_in):
    asked = CertificateRequestFactory()

    assert signed_in(officer).post(f"/admin/intyg/{asked.pk}/ratta/", {"reason": "x"}).status_code == 404


def test_of_other_days_it_is_a_certificate_of_those(begun, officer, signed_in):
    days = {"first_day": "2026-03-01", "last_day": "2026-04-30"}
    signed_in(officer).post(f"/admin/intyg/{begun.pk}/tid/", days)

    begun.refresh_from_db()
    assert (str(begun.first_day), str(begun.last_day)) == ("2026-03-01", "2026-04-30")
    assert HistoryEntry.objects.of(begun).first().data["before"] == "2026-04-01/2026-04-30"
    wrong_way = {"first_day": "2026-05-01", "last_day": "2026-04-30"}
    assert signed_in(officer).post(f"/admin/intyg/{begun.pk}/tid/", wrong_way).status_code == 422

"""The officer's queue: piles, due days, search, and who has what."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from intyg import operations
from intyg.models import CertificateRequest
from intyg.operations import Refused
from people.models import HistoryEntry
from tests.cast import with_role
from tests.clock import at
from tests.factories.intyg import CertificateRequestFactory

NOW = at("2026-05-12 10:00")
DETAILS = {"rules": "new", "end_reason": "pagar", "continued": "ja"}


@pytest.fixture(autouse=True)
def _tuesday(db):
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def desk(officer, signed_in):
    return signed_in(officer)


@pytest.fixture
def colleague():
    return with_role("certificate_officer", first_name="Kerstin")


def ask(name: str, **fields) -> CertificateRequest:
    return CertificateRequestFactory(substitute__user__last_name=name, **fields)


def test_the_first_due_comes_first_and_what_is_late_says_so_in_words(desk):
    ask("Framtid", due_on="2026-05-18")
    ask("Försenad", due_on="2026-05-11")
    ask("Idag", due_on="2026-05-12")

    page = desk.get("/admin/intyg/").text

    assert page.index("Försenad<") < page.index("Idag<") < page.index("Framtid<")
    assert page.count("Försenat</span>") == 1
    assert "I dag</span>" in page


def test_each_pile_has_its_own_and_says_how_many(desk, officer, colleague):
    mine, waits, _free = ask("Min"), ask("Väntar", due_on="2026-05-01"), ask("Fri")
    operations.assign(mine, by=officer, at=NOW)
    operations.ask(waits, text="När?", by=colleague, at=NOW)
    ask("Granskas", officer=colleague, status="assigned", ready_at=NOW, ready_by=colleague)
    operations.refuse(ask("Avslagen"), reason="Fel person.", by=officer, at=NOW)

    def shown(pile: str) -> set[str]:
        page = desk.get(f"/admin/intyg/?visa={pile}").text
        return {name for name in ("Min", "Väntar", "Fri", "Granskas", "Avslagen") if f" {name}</td>" in page}

    assert shown("mina") == {"Min"}
    assert shown("lediga") == {"Fri"}
    assert shown("vantar") == {"Väntar"}
    assert shown("sena") == set()
    assert shown("granska") == {"Granskas"}
    assert shown("avgjorda") == {"Avslagen"}
    assert shown("") == shown("annat") == {"Min", "Väntar", "Fri", "Granskas"}
    assert "Mina 1<" in desk.get("/admin/intyg/").text


def test_an_answer_that_has_come_is_seen_until_she_goes_on(desk, officer):
    asked = ask("Svarar")
    question = operations.ask(asked, text="När?", by=officer, at=NOW)
    operations.answer(question, "I mars", by=asked.substitute.user, at=NOW)

    assert "Svar har kommit</span>" in desk.get("/admin/intyg/?visa=svar").text
    assert "I mars" in desk.get(f"/admin/intyg/{asked.pk}/").text
    operations.fill_in(asked, DETAILS, by=officer, at=NOW)
    assert "Svar har kommit</span>" not in desk.get("/admin/intyg/").text


def test_a_request_is_found_by_name_number_and_reference(desk, officer):
    asked = CertificateRequestFactory(substitute__user__first_name="Alva", substitute__user__last_name="Dahl")
    other = ask("Berg")
    certificate = operations.issue(other, DETAILS, by=officer, at=NOW)

    for words in ("Alva Dahl", "dahl", asked.substitute.employee_number, asked.reference, asked.reference.lower()):
        assert str(asked.pk) in desk.get("/admin/intyg/", {"q": words}).text
    assert str(asked.pk) not in desk.get("/admin/intyg/", {"q": "Berg"}).text
    assert str(other.pk) in desk.get("/admin/intyg/", {"q": certificate.number, "visa": "avgjorda"}).text
    for odd in ("\0", "x" * 500, "%", "A-"):
        assert desk.get("/admin/intyg/", {"q": odd}).status_code == 200


def test_one_hands_over_what_is_ones_own_and_the_colleague_has_it(desk, officer, colleague):
    asked = ask("Dahl")
    operations.assign(asked, by=officer, at=NOW)

    desk.post(f"/admin/intyg/{asked.pk}/lamna/", {"to": colleague.pk})

    asked.refresh_from_db()
    assert (asked.officer, asked.status) == (colleague, "assigned")
    assert HistoryEntry.objects.of(asked).first().data["to"] == str(colleague)
    with pytest.raises(Refused, match="Ta över först"):
        operations.hand_back(asked, by=officer, at=NOW)


def test_handed_back_it_is_anybodys_and_keeps_what_was_filled_in(desk, officer):
    asked = ask("Dahl")
    operations.fill_in(asked, DETAILS, by=officer, at=NOW)

    desk.post(f"/admin/intyg/{asked.pk}/lamna/", {"to": ""})

    asked.refresh_from_db()
    assert (asked.officer, asked.status, asked.details) == (None, "requested", DETAILS)


def test_nobody_but_an_officer_is_handed_a_request(desk, town):
    asked = ask("Dahl")

    assert desk.post(f"/admin/intyg/{asked.pk}/lamna/", {"to": town.planner.pk}).status_code == 422
    with pytest.raises(Refused, match="handlägger inte intyg"):
        operations.hand_over(asked, to=town.planner, by=with_role("certificate_officer"), at=NOW)


def test_the_first_page_says_how_many_are_late_and_answered(desk, officer):
    ask("Försenad", due_on="2026-05-11")

    page = desk.get("/admin/").text

    assert "Försenade</span> 1" in page
    assert "Att granska</span>" not in page


def test_the_queue_asks_the_same_for_one_and_for_ten(desk):
    ask("Dahl")
    desk.get("/admin/intyg/")
    with CaptureQueriesContext(connection) as for_one:
        desk.get("/admin/intyg/")
    CertificateRequestFactory.create_batch(9)
    with CaptureQueriesContext(connection) as for_ten:
        desk.get("/admin/intyg/")

    assert len(for_ten) == len(for_one)

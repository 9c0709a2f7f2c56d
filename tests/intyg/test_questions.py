"""The office asks, she answers, and the time waits for her."""

from datetime import date

import pytest

from intyg import operations
from intyg.models import CertificateQuestion
from intyg.operations import Refused
from messaging import choices, looks, outbox
from messaging.models import Message
from people import own_data
from people.models import HistoryEntry
from people.operations import identity
from tests.cast import with_role
from tests.clock import at
from tests.factories.intyg import CertificateRequestFactory

MONDAY, WEDNESDAY = at("2026-05-11 09:00"), at("2026-05-13 09:00")
ASKED = "Jobbade du i mars?"

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked():
    return CertificateRequestFactory(due_on=date(2026, 5, 15))


@pytest.fixture
def question(asked, officer):
    return operations.ask(asked, text=ASKED, by=officer, at=MONDAY)


@pytest.fixture
def browser(asked, signed_in):
    return signed_in(asked.substitute.user)


def test_a_question_takes_the_request_and_waits_for_her(asked, question, officer):
    asked.refresh_from_db()
    assert (asked.status, asked.officer, question.asked_by) == ("question", officer, officer)
    assert [entry.action for entry in HistoryEntry.objects.of(asked)] == ["certificate.ask"]


def test_she_is_told_that_there_is_one_and_not_which_until_she_has_answered(asked, question):
    message = Message.objects.get()
    assert (message.kind, message.recipient) == ("intyg.question", asked.substitute.user)
    assert "mars" not in message.body
    assert looks.leads_to(message) == f"/intyg/{asked.pk}/"
    assert choices.of_kind("intyg.question").code == "certificates"
    assert outbox.overtaken(message) == ""

    operations.answer(question, "Ja", by=asked.substitute.user, at=WEDNESDAY)

    assert outbox.overtaken(message) == "frågan väntar inte på svar"


def test_the_days_that_it_waited_for_her_do_not_count(asked, question):
    operations.answer(question, "Ja", by=asked.substitute.user, at=WEDNESDAY)

    asked.refresh_from_db()
    # Asked on Monday and answered on Wednesday: two working days. From Friday 15 they reach Tuesday 19.
    assert (asked.status, asked.answered_at, asked.due_on) == ("assigned", WEDNESDAY, date(2026, 5, 19))


def test_the_same_question_twice_is_one_and_another_waits_its_turn(asked, question, officer):
    assert operations.ask(asked, text=ASKED, by=officer, at=MONDAY) == question
    with pytest.raises(Refused, match="väntar på svar"):
        operations.ask(asked, text="Något annat?", by=officer, at=MONDAY)
    assert Message.objects.count() == 1


def test_the_first_answer_stands(asked, question):
    operations.answer(question, "Ja", by=asked.substitute.user, at=WEDNESDAY)
    operations.answer(question, "Nej", by=asked.substitute.user, at=WEDNESDAY)

    question.refresh_from_db()
    assert question.answer == "Ja"


def test_question_and_answer_go_back_and_forth_with_a_message_each(asked, question, officer):
    operations.answer(question, "Ja", by=asked.substitute.user, at=WEDNESDAY)
    operations.ask(asked, text="På Solgården?", by=officer, at=WEDNESDAY)

    assert CertificateQuestion.objects.count() == Message.objects.count() == 2
    asked.refresh_from_db()
    assert asked.answered_at is None


def test_the_office_may_go_on_without_an_answer(asked, question, officer):
    operations.fill_in(asked, {"leave": "Ingen"}, by=officer, at=WEDNESDAY)
    asked.refresh_from_db()
    assert asked.status == "question"

    operations.refuse(asked, reason="Vi saknar uppgifter.", by=officer, at=WEDNESDAY)
    with pytest.raises(Refused, match="inget svar längre"):
        operations.answer(question, "Ja", by=asked.substitute.user, at=WEDNESDAY)


def test_a_colleague_asks_only_when_she_has_taken_over(asked, question):
    with pytest.raises(Refused, match="Ta över först"):
        operations.ask(asked, text="Hej?", by=with_role("certificate_officer"), at=MONDAY)


def test_she_answers_on_her_page(browser, asked, question):
    page = browser.get(f"/intyg/{asked.pk}/").text
    assert "Vi behöver ditt svar" in page
    assert ASKED in page

    sent = {"question": question.pk, "answer": "Ja, på Solgården"}
    answer = browser.post(f"/intyg/{asked.pk}/svara/", sent, follow=True)

    assert "Lönecentrum har fått ditt svar" in answer.text
    assert "Ja, på Solgården" in answer.text


@pytest.mark.parametrize(
    ("typed", "problem"), [("", "Skriv ett svar"), ("Jag är 19980404-1234", "Ta bort personnumret")]
)
def test_what_is_wrong_in_an_answer_is_said_beside_it(browser, asked, question, typed, problem):
    answer = browser.post(f"/intyg/{asked.pk}/svara/", {"question": question.pk, "answer": typed})

    assert answer.status_code == 422
    assert problem in answer.text
    assert typed in answer.text


def test_a_question_of_another_request_is_not_answered_here(browser, asked, question, officer):
    anothers = operations.ask(CertificateRequestFactory(), text="Hej?", by=officer, at=MONDAY)
    for key in (anothers.pk, "x", ""):
        sent = {"question": key, "answer": "Ja"}
        assert browser.post(f"/intyg/{asked.pk}/svara/", sent).status_code == 404
    anothers.refresh_from_db()
    assert anothers.answered_at is None


def test_her_own_copy_has_them_and_a_protected_persons_name_goes_out_of_them(asked, question, town):
    operations.answer(question, f"{asked.substitute.user.last_name} heter jag", by=asked.substitute.user, at=WEDNESDAY)
    assert own_data.zipped(asked.substitute.user, at=WEDNESDAY)

    name = asked.substitute.user.last_name
    identity.mark(asked.substitute, by=town.planner, at=WEDNESDAY)

    question.refresh_from_db()
    assert name not in question.answer

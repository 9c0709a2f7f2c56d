"""Which messages in the inbox still wait for a Ja or a Nej."""

from datetime import timedelta

import pytest
from django.urls import reverse

from booking import waiting
from booking.models import Enquiry
from booking.operations import answering, enquiries
from messaging.models import Message
from tests.cast import at

MORNING = at("2026-05-12 09:00")


@pytest.fixture(autouse=True)
def _in_the_morning(time_machine):
    time_machine.move_to(MORNING, tick=False)


@pytest.fixture
def amira(town):
    return town.substitute()


@pytest.fixture
def ask(town, amira):
    """`ask(13)`: about that day of May."""

    def one(day) -> Enquiry:
        order = town.order(f"2026-05-{day} 07:00", f"2026-05-{day} 16:00")
        by = MORNING + timedelta(hours=1)
        return enquiries.ask(order, [amira], by=town.planner, at=MORNING, answer_by=by)[0]

    return one


def test_an_enquiry_is_answered_where_it_stands(amira, ask):
    asked = ask(13)

    ((key, question),) = waiting.enquiries(amira.user, MORNING).items()

    assert Message.objects.get(pk=key).kind == "enquiry.asked"
    assert question.page == reverse("booking:enquiry", args=[asked.pk])
    assert question.post_to == reverse("booking:answer", args=[asked.pk])
    assert question.answer_by == MORNING + timedelta(hours=1)


def test_several_at_once_are_answered_on_the_page_of_them(amira, ask, drain):
    asked = [ask(day) for day in (13, 14, 15)]
    drain()

    together = Message.objects.get(kind="enquiry.asked_many")
    question = waiting.enquiries(amira.user, MORNING)[together.pk]
    assert (question.page, question.post_to) == (reverse("booking:enquiries"), "")

    for one in asked:
        answering.answer(one, yes=False, by=amira.user, at=MORNING)
    assert not waiting.enquiries(amira.user, MORNING)


def test_of_several_those_that_wait_are_asked_for(amira, ask, drain):
    asked = [ask(day) for day in (13, 14, 15)]
    drain()
    ask(16)
    for one in asked:
        answering.answer(one, yes=False, by=amira.user, at=MORNING)

    waits = waiting.enquiries(amira.user, MORNING)

    assert [Message.objects.get(pk=key).kind for key in waits] == ["enquiry.asked"]


def test_what_is_answered_or_too_late_waits_no_more(amira, ask):
    answered, late = ask(13), ask(14)
    answering.answer(answered, yes=False, by=amira.user, at=MORNING)
    assert len(waiting.enquiries(amira.user, MORNING)) == 1

    assert not waiting.enquiries(amira.user, late.answer_by)


def test_anothers_are_not_hers(town, ask):
    ask(13)

    assert not waiting.enquiries(town.substitute().user, MORNING)


def test_it_asks_as_much_for_many_as_for_one_and_once_when_nothing_waits(amira, ask, django_assert_num_queries):
    with django_assert_num_queries(1):
        waiting.enquiries(amira.user, MORNING)
    for day in range(13, 20):
        ask(day)
    with django_assert_num_queries(2):
        waiting.enquiries(amira.user, MORNING)


def test_in_the_inbox_a_ja_is_a_tap(amira, ask, signed_in):
    asked = ask(13)
    browser = signed_in(amira.user)
    page = browser.get("/meddelanden/").content.decode()
    assert f'action="{reverse("booking:answer", args=[asked.pk])}"' in page

    browser.post(reverse("booking:answer", args=[asked.pk]), {"svar": "ja"})

    asked.refresh_from_db()
    assert asked.status == Enquiry.Status.WON

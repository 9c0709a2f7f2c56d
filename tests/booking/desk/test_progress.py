"""How far the asking has come, as the order's page says it."""

import pytest

from booking.models import Asking, Enquiry, Policy
from booking.views.desk import progress
from tests.cast import NOW, at
from tests.factories.booking import EnquiryFactory

S = Enquiry.Status


@pytest.fixture
def order(town):
    return town.order()


def a_drive(order, **fields) -> Asking:
    usual = {"mode": Policy.Mode.FIRST_YES, "wave_size": 3, "waves": 1, "started_at": NOW, "round": order.round}
    return Asking.objects.create(order=order, **(usual | fields))


def asked(town, order, *statuses: str, **fields) -> None:
    for status in statuses:
        EnquiryFactory(order=order, substitute=town.substitute(), status=status, **fields)


def told(order, left: int = 1) -> str:
    return " ".join(progress.of(order, left=left, now=NOW))


def test_nobody_asked_is_nothing_to_say(order):
    assert told(order) == ""


def test_the_answers_are_counted_and_the_next_wave_has_its_time(town, order):
    a_drive(order, next_wave_at=at("2026-05-12 07:10"))
    asked(town, order, S.NO, S.SENT, S.SENT, S.SENT, S.SENT, S.SENT)

    assert told(order) == "Frågat 6: 1 nej, 5 väntar. Nästa omgång 07.10."


def test_those_who_never_answered_and_those_overtaken_are_told_apart(town, order):
    asked(town, order, S.EXPIRED, S.SUPERSEDED)
    asked(town, order, S.SENT, answer_by=at("2026-05-12 05:00"))

    assert told(order) == "Frågat 3: 2 svarade inte, 1 gäller inte längre."


def test_who_gets_no_sms_is_said(town, order):
    asked(town, order, S.UNDELIVERABLE)

    assert told(order) == "Frågat 1: 1 väntar. 1 får inget sms."


def test_a_drive_that_waits_for_the_morning_says_until_when(order):
    a_drive(order, waves=0, next_wave_at=at("2026-05-13 06:00"))

    assert told(order) == "Väntar till i morgon 06.00."


def test_answers_that_are_collected_say_until_when_and_how_many_are_yes(town, order):
    due = at("2026-05-12 07:10")
    a_drive(order, mode=Policy.Mode.BEST, next_wave_at=due, decide_at=due)
    asked(town, order, S.WAITING_YES, S.WAITING_YES, S.SENT)

    assert told(order) == "Frågat 3: 2 ja, 1 väntar. Svar samlas till 07.10, 2 ja."


def test_those_who_stand_in_turn_are_counted(town, order):
    a_drive(order, chosen_only=True, next_wave_at=at("2026-05-12 07:10"))
    asked(town, order, S.SENT)
    asked(town, order, S.QUEUED, wave=0)

    assert told(order) == "Frågat 1: 1 väntar. 1 står på tur. Nästa omgång 07.10."


def test_when_nobody_is_left_the_last_answer_is_waited_for(town, order):
    a_drive(order, next_wave_at=at("2026-05-12 07:10"))
    asked(town, order, S.SENT)

    assert told(order, left=0) == "Frågat 1: 1 väntar. Sista svar 07.10."


@pytest.mark.parametrize(
    ("drive", "words"),
    [
        ({"next_wave_at": at("2026-05-12 05:40")}, "Nästa omgång går ut nu."),
        ({"next_wave_at": None}, "Passet börjar snart. Ring resten."),
        ({"ended_at": NOW, "exhausted_at": NOW}, "Alla är tillfrågade."),
        ({"ended_at": NOW}, ""),
    ],
)
def test_what_comes_next_is_said(order, drive, words):
    a_drive(order, **drive)

    assert told(order) == words


def test_an_earlier_round_says_nothing(town, order):
    asked(town, order, S.NO)
    order.round = 2

    assert told(order) == ""

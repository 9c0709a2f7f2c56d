"""Several certificates asked for at once, with a draft of what the portal knows."""

import uuid

import pytest
import time_machine

from booking.models import EndReason
from intyg.models import CertificateRequest
from tests.clock import at
from tests.factories.booking import BookingFactory
from tests.factories.people import SubstituteFactory

NOW = at("2026-05-12 05:45")
BOTH = "/intyg/ny/?typ=arbetsgivarintyg&typ=tjanstgoringsintyg"
LOST = "/intyg/ny/?typ=forlorad_arbetsinkomst"


@pytest.fixture(autouse=True)
def _tuesday_morning(db):
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def substitute(db):
    return SubstituteFactory()


@pytest.fixture
def browser(substitute, signed_in):
    return signed_in(substitute.user)


@pytest.fixture
def wish():
    return {"command": str(uuid.uuid4()), "period": "ett_ar", "purpose": "a_kassa", "note": "Bråttom"}


def shift(substitute, day: str, **fields):
    times = {"order__starts": at(f"{day} 07:00"), "order__ends": at(f"{day} 16:00"), "break_minutes": 60}
    return BookingFactory(substitute=substitute, **times, **fields)


def released(substitute, day: str, reason=EndReason.SUBSTITUTE_UNABLE):
    ended = {"ended_at": at("2026-03-01 08:00"), "ended_by": substitute.user, "end_reason": reason}
    return shift(substitute, day, **ended)


def test_each_becomes_a_request_of_its_own_for_the_same_time(browser, wish):
    answer = browser.post(BOTH, wish, follow=True)

    rows = CertificateRequest.objects.order_by("type").values_list("type", "first_day", "note", "status")
    assert [(kind, str(first), note, status) for kind, first, note, status in rows] == [
        ("arbetsgivarintyg", "2025-05-01", "Bråttom", "requested"),
        ("tjanstgoringsintyg", "2025-05-01", "Bråttom", "requested"),
    ]
    assert "2 intyg är beställda" in answer.text


def test_sent_twice_it_is_one_of_each(browser, wish):
    browser.post(BOTH, wish)
    browser.post(BOTH, wish)

    assert CertificateRequest.objects.count() == 2


def test_when_one_cannot_be_asked_for_none_is(browser, wish):
    wrong = wish | {"period": "egen", "first_day": "2026-05-01", "last_day": "2026-06-01"}

    assert browser.post(BOTH, wrong).status_code == 422
    assert not CertificateRequest.objects.exists()


def test_one_goes_its_own_way(browser, wish, substitute):
    browser.post(BOTH, wish)
    first, second = CertificateRequest.objects.all()

    browser.post(f"/intyg/{first.pk}/ta-tillbaka/")

    second.refresh_from_db()
    assert second.status == "requested"


def test_the_draft_is_seen_before_anything_is_sent_and_nothing_typed_is_lost(browser, wish, substitute):
    shift(substitute, "2026-04-13")

    answer = browser.post(BOTH, wish | {"do": "draft"})

    assert answer.status_code == 200
    for said in ("Så här mycket har du jobbat", "Utkast", "april 2026", "8 tim", "Bråttom", wish["command"]):
        assert said in answer.text
    assert not CertificateRequest.objects.exists()


def test_the_draft_stands_on_her_page_until_the_certificate_is_made(browser, wish, substitute):
    shift(substitute, "2026-04-13")

    page = browser.post("/intyg/ny/?typ=arbetsgivarintyg", wish, follow=True).text

    assert "Visa det inte för någon" in page
    assert "8 tim" in page
    # Five working days after Tuesday 12: Thursday 14 is Ascension Day.
    assert "Klart senast onsdag 20 maj" in page


def test_for_lost_income_she_picks_the_shifts_and_the_time_follows(browser, wish, substitute):
    picked, *_others = [released(substitute, f"2026-04-{day}") for day in (13, 15, 20)]

    browser.post(LOST, wish | {"period": "passen", "given_up": [str(picked.pk)]})

    asked = CertificateRequest.objects.get()
    assert (str(asked.first_day), str(asked.last_day), asked.given_up) == ("2026-04-13", "2026-04-13", [str(picked.pk)])


@pytest.mark.parametrize(
    ("said", "problem"),
    [({"period": "passen"}, "Kryssa i minst ett pass"), ({"period": "manaden"}, "Passet 13 april ligger utanför")],
)
def test_shifts_must_be_picked_and_lie_within_the_time(browser, wish, substitute, said, problem):
    shift_given_up = released(substitute, "2026-04-13")
    picks = {} if said["period"] == "passen" else {"given_up": [str(shift_given_up.pk)]}

    answer = browser.post(LOST, wish | said | picks)

    assert answer.status_code == 422
    assert problem in answer.text


def test_anothers_shift_is_none_to_pick(browser, wish, substitute):
    released(substitute, "2026-04-13")
    anothers = released(SubstituteFactory(), "2026-04-13")

    answer = browser.post(LOST, wish | {"period": "passen", "given_up": [str(anothers.pk)]})

    assert answer.status_code == 422
    assert not CertificateRequest.objects.exists()


def test_a_shift_that_was_called_off_for_illness_is_not_offered(browser, substitute):
    released(substitute, "2026-04-13", EndReason.CALLED_OFF)

    assert "Vilka pass lämnade du" not in browser.get(LOST).text

"""She says on her shift's own page when she comes: one tap, or her own time; also without JavaScript."""

import pytest
import time_machine

from booking.models import Booking
from booking.operations import lateness
from tests.booking.desk.conftest import text as desk_text
from tests.booking.substitute.reading import text
from tests.cast import at
from tests.factories.booking import BookingFactory
from tests.page_checks import assert_valid_html

SIX = at("2026-05-13 06:00")
TWENTY_PAST = at("2026-05-13 07:20")


@pytest.fixture
def booking(town, amira) -> Booking:
    return BookingFactory(order=town.order(status="booked"), substitute=amira)


@pytest.fixture(autouse=True)
def _an_hour_before():
    with time_machine.travel(SIX, tick=False):
        yield


@pytest.fixture
def page(phone, booking):
    """`page()`, `page(minutes=20)`: the page, or the answer to what she says."""
    address = f"/bokningar/{booking.pk}/sen/"
    return lambda **said: phone.post(address, said, follow=True) if said else phone.get(address)


def expected() -> object:
    return Booking.objects.get().expected_at


def test_the_shift_leads_to_a_page_with_times_to_choose(phone, booking, page):
    assert f"/bokningar/{booking.pk}/sen/" in phone.get(f"/bokningar/{booking.pk}/").content.decode()

    shown = page()

    assert_valid_html(shown.content.decode())
    for words in ("07.10", "10 min", "07.20", "07.30", "08.00", "60 min", "Annan tid"):
        assert words in text(shown)
    assert expected() is None


def test_one_tap_says_it_and_the_shift_shows_it(page):
    answer = page(minutes=20)

    assert expected() == TWENTY_PAST
    assert "Arbetsplatsen och bemanningen vet att du kommer 07.20." in answer.content.decode()
    assert "Arbetsplatsen vet att du kommer 07.20." in text(answer)
    assert 'value="07:20"' in page().content.decode()


@pytest.mark.parametrize("clock", ["07:45", "07.45"])
def test_her_own_time_by_the_clock(page, clock):
    page(at=clock)

    assert expected() == at("2026-05-13 07:45")


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("06:30", "Välj ett klockslag inom 07.00–16.00."),
        ("16:00", "Välj ett klockslag inom 07.00–16.00."),
        ("kvart över", "Skriv klockslaget som 07.00."),
        ("", "Skriv när du kommer."),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_what_was_typed_stays(page, said, why):
    answer = page(at=said)

    assert answer.status_code == 422
    assert f"Annan tid: {why}" in text(answer)
    assert 'href="#sen_at"' in answer.content.decode()
    assert f'value="{said}"' in answer.content.decode() or not said
    assert_valid_html(answer.content.decode())
    assert expected() is None


@pytest.mark.parametrize("minutes", ["600", "snart", "\0"])
def test_minutes_that_nobody_offered_are_not_taken_and_the_clock_is_asked_for(page, minutes):
    answer = page(minutes=minutes)

    assert answer.status_code == 422
    assert "Skriv när du kommer." in text(answer)
    assert expected() is None


@pytest.mark.parametrize(("said", "status"), [({"at": "07:10"}, 422), ({"minutes": 10}, 409)])
def test_a_time_that_has_been_is_said_to_have_been(page, said, status):
    with time_machine.travel(at("2026-05-13 07:21"), tick=False):
        answer = page(**said)

    assert answer.status_code == status
    assert "Den tiden har redan varit. Välj en senare." in text(answer)
    assert expected() is None


def test_of_the_times_only_those_to_come_are_offered(page):
    with time_machine.travel(at("2026-05-13 07:21"), tick=False):
        shown = text(page())

    assert "07.20 " not in shown
    assert "07.30" in shown


def test_a_time_after_midnight_is_of_the_night(town, amira, phone):
    night = BookingFactory(order=town.order("2026-05-13 15:00", "2026-05-14 07:00", status="booked"), substitute=amira)

    phone.post(f"/bokningar/{night.pk}/sen/", {"at": "00:30"})

    assert expected() == at("2026-05-14 00:30")


def test_she_comes_in_time_after_all(phone, booking, page):
    page(minutes=20)

    answer = phone.post(f"/bokningar/{booking.pk}/i-tid/", follow=True)

    assert expected() is None
    assert "vet att du kommer i tid" in answer.content.decode()


def test_in_time_is_refused_where_it_was_asked_when_the_shift_has_begun(phone, booking, page):
    page(minutes=20)
    with time_machine.travel(at("2026-05-13 07:05"), tick=False):
        answer = phone.post(f"/bokningar/{booking.pk}/i-tid/")

    assert answer.status_code == 409
    assert "Passet har redan börjat." in text(answer)


def test_the_day_before_the_page_says_from_when(phone, booking, page):
    with time_machine.travel(at("2026-05-12 12:00"), tick=False):
        assert "Du kan säga till från 19.00." in text(page())
        assert page(minutes=20).status_code == 409
        assert "Jag blir sen" not in text(phone.get(f"/bokningar/{booking.pk}/"))


def test_of_a_shift_that_is_over_its_own_page_is_shown_and_of_anothers_none(phone, page, town, booking):
    others = BookingFactory(order=town.order(status="booked"), substitute=town.substitute())

    assert phone.get(f"/bokningar/{others.pk}/sen/").status_code == 404
    assert phone.post(f"/bokningar/{others.pk}/i-tid/").status_code == 404
    with time_machine.travel(at("2026-05-13 16:00"), tick=False):
        assert page()["Location"] == f"/bokningar/{booking.pk}/"
        assert page(minutes=10).status_code == 409


def test_whoever_ordered_and_the_planner_see_when_she_comes(town, booking, signed_in):
    lateness.report(booking, TWENTY_PAST, by=booking.substitute.user, at=SIX)

    assert "Väntas 07.20" in text(signed_in(town.manager).get(f"/bestallningar/{booking.order_id}/"))
    assert "Väntas 07.20" in desk_text(signed_in(town.planner).get(f"/admin/bestallningar/inspect/{booking.order_id}/"))

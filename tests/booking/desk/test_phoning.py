"""A planner calls those on the phone list from the order's page."""

from booking.models import Booking, Call, Origin
from tests.booking.desk.conftest import text
from tests.cast import at
from tests.factories.booking import BookingFactory


def soon(town):
    return town.order(starts="2026-05-12 06:45", ends="2026-05-12 12:00")


def booked_late(substitute):
    BookingFactory(substitute=substitute, order__starts=at("2026-05-11 16:00"), order__ends=at("2026-05-11 23:00"))


def test_the_list_opens_by_itself_when_the_shift_is_near(town, page):
    substitute = town.substitute(user__phone="+46701740605")

    assert 'id="ring" open' in page(soon(town))
    assert 'href="tel:+46701740605"' in page(soon(town))
    assert 'id="ring" open' not in page(town.order("2026-05-14 07:00", "2026-05-14 16:00"))
    assert substitute.calls.count() == 0


def test_a_yes_books(town, does):
    order, substitute = soon(town), town.substitute()

    answer = does("called", order, substitute=substitute.pk, outcome="yes", text="Är på väg")

    assert answer.status_code == 302
    assert Booking.objects.get().origin == Origin.PHONE
    assert Call.objects.get().note == "Är på väg"


def test_no_answer_is_written_down_with_its_time_and_the_list_stays(town, does, page):
    order, substitute = soon(town), town.substitute()

    answer = does("called", order, substitute=substitute.pk, outcome="no_answer", text="Telefonsvarare")

    assert answer.url.endswith("#ring")
    shown = page(order)
    assert "<b>Svarade inte</b> tisdag 12 maj 05.45" in shown
    assert "Telefonsvarare" in shown


def test_a_double_click_is_one_call(town, does):
    order, substitute = soon(town), town.substitute()

    for _click in range(2):
        does("called", order, substitute=substitute.pk, outcome="call_back")

    assert Call.objects.count() == 1


def test_an_obstacle_takes_a_reason_and_what_was_typed_stays(town, does):
    order, substitute = soon(town), town.substitute()
    booked_late(substitute)

    refused = does("called", order, substitute=substitute.pk, outcome="yes", text="Kan komma 06.40")

    assert refused.status_code == 409
    assert 'value="Kan komma 06.40"' in text(refused)
    assert not Call.objects.exists()
    does("called", order, substitute=substitute.pk, outcome="yes", reason="Hon vill")
    assert Booking.objects.get(order=order).override_reason == "Hon vill"


def test_somebody_of_another_area_cannot_be_called(town, elsewhere, does):
    order = soon(town)

    assert does("called", order, substitute=elsewhere.substitute().pk, outcome="no").status_code == 404
    assert not Call.objects.exists()


def test_an_outcome_that_does_not_exist_writes_nothing(town, does):
    assert does("called", soon(town), substitute=town.substitute().pk, outcome="perhaps").status_code == 409
    assert not Call.objects.exists()

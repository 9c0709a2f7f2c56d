"""The same done to several orders: foretold, done order by order, and told."""

import uuid
from functools import partial

import pytest

from booking.models import Advert, Asking, Booking, Order
from booking.operations import returning, several_orders
from booking.operations.one_by_one import How
from booking.operations.several_orders import Deed, Seen
from people.models import HistoryEntry
from tests.booking.desk.choosing import CARRY_OUT, carry_out, command, foretell, lines
from tests.booking.desk.conftest import text
from tests.cast import NOW
from tests.factories.booking import AdvertFactory, BookingFactory


@pytest.fixture
def foretold(planner):
    """`foretold("stoppa", *orders)`: the page that says what would happen."""
    return partial(foretell, planner)


@pytest.fixture
def does(planner):
    """`does("stoppa", *orders)`: the page that says what happened."""
    return partial(carry_out, planner)


def test_several_are_put_out_and_each_says_what_became_of_it(town, does):
    fine, out = town.order(), AdvertFactory(order=town.order("2026-05-14 07:00", "2026-05-14 16:00")).order

    page = text(does("annonsera", fine, out))

    assert Advert.objects.filter(order=fine, closed_at=None).exists()
    assert "1 klar" in page
    assert "1 var redan så" in page


def test_several_are_asked_about_in_waves_by_their_own_policies(town, does):
    first, second = town.order(), town.order("2026-05-14 07:00", "2026-05-14 16:00", enquiry_mode="best")

    does("fraga", first, second)

    assert dict(Asking.objects.values_list("order", "mode")) == {first.pk: "first_yes", second.pk: "best"}


def test_several_are_taken_away_with_one_reason_that_stands_at_each(town, does):
    booked = BookingFactory(order=town.order(status=Order.Status.BOOKED), substitute=town.substitute())
    other = town.order()

    page = text(does("ta-bort", booked.order, other, note="Avdelningen är stängd"))

    assert "2 klara" in page
    assert set(Order.objects.values_list("status", flat=True)) == {"cancelled"}
    assert [entry.data["note"] for entry in HistoryEntry.objects.filter(action="order.cancel")] == [
        "Avdelningen är stängd"
    ] * 2


def test_without_a_reason_nothing_is_taken_away_and_what_was_ticked_is_still_there(town, planner, foretold):
    page = foretold("ta-bort", town.order())

    answer = planner.post(CARRY_OUT, {"deed": "ta-bort", "command": command(page), "rows": lines(page), "note": " "})

    assert answer.status_code == 422
    assert "Skriv varför." in text(answer)
    assert lines(answer) == lines(page)
    assert Order.objects.get().status == Order.Status.OPEN


def test_who_got_the_shift_meanwhile_is_told_and_the_shift_is_not_taken_from_her(town, planner, foretold):
    order = town.order()
    page = foretold("ta-bort", order)
    booking = BookingFactory(order=order, substitute=town.substitute())
    Order.objects.update(status=Order.Status.BOOKED)

    sent = {"deed": "ta-bort", "command": command(page), "rows": lines(page), "note": "stängt"}
    answer = text(planner.post(CARRY_OUT, sent, follow=True))

    assert "1 gick inte" in answer
    assert f"{booking.substitute} har just fått passet." in answer
    assert Booking.objects.get().ended_at is None


def test_an_order_that_has_another_time_since_is_left_alone(town, planner, foretold):
    page = foretold("stoppa", town.order())
    Order.objects.update(terms_version=2)

    answer = text(
        planner.post(CARRY_OUT, {"deed": "stoppa", "command": command(page), "rows": lines(page)}, follow=True)
    )

    assert "Passet har ändrats sedan listan visades." in answer
    assert Order.objects.get().stopped_at is None


def test_the_same_form_twice_is_done_once_and_answered_alike(town, planner, foretold):
    order = town.order()
    page = foretold("stoppa", order)
    sent = {"deed": "stoppa", "command": command(page), "rows": lines(page)}
    first = text(planner.post(CARRY_OUT, sent, follow=True))
    returning.resume(Order.objects.get(), by=town.planner, at=NOW)

    again = text(planner.post(CARRY_OUT, sent, follow=True))

    assert "1 klar" in first
    assert "1 klar" in again
    assert Order.objects.get().stopped_at is None
    assert HistoryEntry.objects.filter(action="order.stop").count() == 1


def test_the_same_form_in_two_windows_at_once_is_said_to_be_done_in_both(town):
    order, key = town.order(), uuid.uuid4()
    seen = [Seen(order, order.terms_version, None)]
    said = {"command": key, "by": town.planner, "at": NOW}

    both = [several_orders.carry_out(Deed.ADVERTISE, seen, **said) for _window in range(2)]

    assert [[one.how for one in outcomes] for outcomes in both] == [[How.DONE]] * 2
    assert Advert.objects.count() == 1


def test_one_that_breaks_does_not_keep_the_others_from_it(town, caplog):
    gone, order = town.order(), town.order("2026-05-14 07:00", "2026-05-14 16:00")
    seen = [Seen(one, 1, None) for one in (gone, order)]
    Order.objects.filter(pk=gone.pk).delete()

    broken, done = several_orders.carry_out(Deed.STOP, seen, command=uuid.uuid4(), by=town.planner, at=NOW)

    assert (broken.how, done.how) == (How.REFUSED, How.DONE)
    assert broken.reasons == ["Det gick inte just nu. Försök igen."]
    assert "Could not stop" in caplog.text

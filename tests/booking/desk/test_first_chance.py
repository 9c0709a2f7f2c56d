"""A planner gives one the first chance: nobody else gets the shift until her time is out."""

from datetime import timedelta

import pytest

from booking.models import Enquiry
from booking.operations import wishes
from booking.operations.refusals import AlreadyTaken, CannotBook, Refused
from people.models import HistoryEntry
from tests.booking.desk.conftest import text
from tests.cast import NOW, at
from tests.factories.booking import AdvertFactory, BookingFactory

UNTIL = at("2026-05-12 09:00")


def test_she_is_asked_alone_and_the_page_says_until_when(town, does, page):
    order, her, other = town.order(), town.substitute(), town.substitute()

    answer = does("give_first_chance", order, substitute=her.pk, minutes=120)

    order.refresh_from_db()
    assert answer.status_code == 302
    assert (order.wished, order.wished_until) == (her, at("2026-05-12 08:00"))  # quiet hours end at six
    assert Enquiry.objects.get().substitute == her
    shown = page(order)
    assert f"Bara {her} kan få passet till 08.00." in shown
    assert str(other) in shown


def test_nobody_else_takes_it_meanwhile(town, signed_in, does):
    order, her, other = town.order(), town.substitute(), town.substitute()
    AdvertFactory(order=order)
    does("give_first_chance", order, substitute=her.pk, minutes=120)

    assert signed_in(other.user).get(f"/lediga-jobb/{order.pk}/").status_code == 404
    assert signed_in(her.user).get(f"/lediga-jobb/{order.pk}/").status_code == 200


def test_the_others_are_let_in_before_her_time_is_out(town, does):
    order, her = town.order(), town.substitute()
    does("give_first_chance", order, substitute=her.pk, minutes=120)

    does("let_others_in", order)

    order.refresh_from_db()
    assert order.wished_until is None
    assert Enquiry.objects.get().status == Enquiry.Status.SENT
    assert HistoryEntry.objects.of(order).first().user == town.planner


def test_twice_is_once(town):
    order, her = town.order(), town.substitute()

    for _click in range(2):
        wishes.reserve(order, her, until=UNTIL, by=town.planner, at=NOW)
        order.refresh_from_db()

    assert HistoryEntry.objects.filter(action="order.reserve").count() == 1
    for _click in range(2):
        wishes.let_others_in(order, by=town.planner, at=NOW)
    assert HistoryEntry.objects.filter(action="order.release").count() == 1


def test_those_who_are_asked_already_are_not_passed_over_in_silence(town, does):
    order, her, asked = town.order(), town.substitute(), town.substitute()
    does("ask", order, substitute=asked.pk, minutes=120)

    answer = does("give_first_chance", order, substitute=her.pk, minutes=120)

    assert answer.status_code == 409
    assert "1 är redan frågad." in text(answer)
    order.refresh_from_db()
    assert order.wished is None


def test_others_are_not_asked_while_she_has_the_first_chance(town, does):
    order, her, other = town.order(), town.substitute(), town.substitute()
    does("give_first_chance", order, substitute=her.pk, minutes=120)

    for deed, form in (("ask", {"substitute": other.pk, "minutes": 120}), ("ask_in_waves", {"whom": "all", "size": 3})):
        assert f"Bara {her} kan få passet till 08.00." in text(does(deed, order, **form))
    assert Enquiry.objects.count() == 1


def test_whoever_could_not_take_it_is_not_given_the_chance(town):
    order, her = town.order(), town.substitute()
    BookingFactory(substitute=her, order__workplace=town.workplace)

    with pytest.raises(CannotBook, match="Redan bokad"):
        wishes.reserve(order, her, until=UNTIL, by=town.planner, at=NOW)


def test_nor_is_a_shift_that_is_no_longer_free(town):
    order, her = town.order("2026-05-12 05:00", "2026-05-12 12:00"), town.substitute()

    with pytest.raises(AlreadyTaken):
        wishes.reserve(order, her, until=UNTIL, by=town.planner, at=NOW)


def test_her_time_must_be_out_before_the_shift_begins(town):
    order, her = town.order(), town.substitute()

    with pytest.raises(Refused):
        wishes.reserve(order, her, until=order.starts + timedelta(hours=1), by=town.planner, at=NOW)
    order.refresh_from_db()
    assert order.wished_until is None


def test_somebody_of_another_area_is_nobody(town, elsewhere, does):
    assert does("give_first_chance", town.order(), substitute=elsewhere.substitute().pk, minutes=120).status_code == 404


def test_a_form_with_nobody_in_it_is_refused(town, does):
    assert does("give_first_chance", town.order(), minutes=120).status_code == 409

"""Two planners at once: what is done from an old page is refused, and what has happened is said instead."""

from datetime import timedelta

import pytest
import time_machine

from booking.models import Advert, Asking, Booking, EndReason, Enquiry, Order
from booking.operations import bookings, changing, returning
from tests.booking.desk.conftest import text
from tests.cast import NOW, with_role

LATER = NOW + timedelta(minutes=1)


@pytest.fixture
def karin(town):
    """The other planner of the same area."""
    return with_role("planner", area=town.area, first_name="Karin", last_name="Öberg")


@pytest.fixture
def seen(planner):
    """`seen(order)`: the mark that stands in the forms of its page now."""
    return lambda order: planner.get(f"/admin/bestallningar/inspect/{order.pk}/").context["seen"]


DEEDS = [
    ("book", {"substitute": "her"}),
    ("book_directly", {}),
    ("ask", {"substitute": "her", "minutes": 120}),
    ("ask", {"minutes": 120}),
    ("ask_in_waves", {"whom": "all", "size": 3}),
    ("give_first_chance", {"substitute": "her", "minutes": 120}),
    ("let_others_in", {}),
    ("advertise", {}),
    ("stop_advertising", {}),
    ("called", {"substitute": "her", "outcome": "no"}),
    ("stop", {}),
    ("send_back", {"reason": "Ingen kan"}),
    ("cancel", {"note": "Behövs inte"}),
]


@pytest.mark.parametrize(("deed", "form"), DEEDS, ids=[deed for deed, _form in DEEDS])
def test_nothing_is_done_to_an_order_whose_terms_have_changed_since(town, does, seen, karin, deed, form):
    order, her = town.order(), town.substitute()
    mark = seen(order)
    changing.change(order, {"break_minutes": 45}, by=karin, at=NOW)
    form = {name: her.pk if value == "her" else value for name, value in form.items()}

    answer = does(deed, order, seen=mark, **form)

    assert answer.status_code == 409
    assert "Karin Öberg ändrade passet 05.45." in text(answer)
    order.refresh_from_db()
    assert (order.status, order.stopped_at, order.returned_at) == (Order.Status.OPEN, None, None)
    assert not [model for model in (Booking, Enquiry, Asking, Advert) if model.objects.exists()]


def test_the_same_button_on_the_page_that_came_instead_does_it(town, does, seen, karin):
    order, her = town.order(), town.substitute()
    mark = seen(order)
    changing.change(order, {"break_minutes": 45}, by=karin, at=NOW)

    told = does("book", order, seen=mark, substitute=her.pk)

    assert does("book", order, seen=told.context["seen"], substitute=her.pk).status_code == 302
    assert Booking.objects.get().substitute == her


def test_whoever_was_just_booked_is_named_with_who_did_it(town, does, seen, karin):
    order, her, other = town.order(), town.substitute(), town.substitute()
    mark = seen(order)
    bookings.book(order, other, by=karin, at=NOW)

    answer = does("ask", order, seen=mark, substitute=her.pk, minutes=120)

    assert f"Karin Öberg bokade {other} 05.45." in text(answer)


def test_a_stop_is_not_undone_by_somebody_who_has_not_seen_it(town, does, seen, karin):
    order, her = town.order(), town.substitute()
    mark = seen(order)
    returning.stop(order, by=karin, at=NOW)

    answer = does("book", order, seen=mark, substitute=her.pk)

    assert "Karin Öberg stoppade passet 05.45." in text(answer)
    order.refresh_from_db()
    assert order.stopped_at == NOW


@pytest.mark.parametrize("deed", ["resume", "take_up", "rebook"])
def test_nor_is_what_was_halted_taken_up_from_an_old_page(town, does, seen, karin, deed):
    order = town.order()
    returning.stop(order, by=town.planner, at=NOW)
    mark = seen(order)
    returning.send_back(order, by=karin, at=NOW, reason="Ingen kan")

    answer = does(deed, order, seen=mark)

    assert "Karin Öberg returnerade passet 05.45." in text(answer)
    order.refresh_from_db()
    assert order.returned_at == NOW


BOOKED = [
    ("end", {"reason": "other", "note": ""}),
    ("shorten", {"until": "05:30"}),
    ("attended", {"missed": "1"}),
    ("attest", {}),
]


@pytest.mark.parametrize(("deed", "form"), BOOKED, ids=[deed for deed, _form in BOOKED])
def test_nothing_is_done_to_a_booking_that_has_become_somebody_elses(town, does, seen, karin, deed, form):
    order, her = town.order("2026-05-12 05:00", "2026-05-12 16:00"), town.substitute()
    first = bookings.book(order, town.substitute(), by=karin, at=NOW)
    mark = seen(order)
    bookings.end(first, by=karin, at=NOW, reason=EndReason.MISTAKE)
    bookings.book(order, her, by=karin, at=NOW)

    answer = does(deed, order, seen=mark, booking=first.pk, **form)

    assert answer.status_code == 409
    assert f"Karin Öberg bokade {her} 05.45." in text(answer)
    assert Booking.objects.occupying().get(order=order).substitute == her


def test_a_change_of_words_that_somebody_else_wrote_is_not_overwritten(town, does, planner, karin):
    order = town.order()
    shown = planner.get(f"/admin/bestallningar/{order.pk}/andra/").context
    form = {name: shown["form"][name].value() for name in ("day", "starts", "ends", "break_minutes", "starts_which")}
    form |= {"workplace": order.workplace_id, "occupation": order.occupation_id, "reason": order.reason_id}
    changing.change(order, {"text": "Ta med skor"}, by=karin, at=NOW)

    answer = does("change", order, seen=shown["seen"], seen_version=order.terms_version, text="Ring på", **form)

    assert "Karin Öberg ändrade passet 05.45." in text(answer)
    order.refresh_from_db()
    assert order.text == "Ta med skor"


def test_a_double_click_is_still_one(town, does, seen):
    order, her = town.order(), town.substitute()
    mark = seen(order)

    answers = [does("book", order, seen=mark, substitute=her.pk).status_code for _click in range(2)]

    assert answers == [302, 302]


def test_her_own_old_window_is_told_of_what_she_did_in_another(town, does, seen):
    order, her = town.order(), town.substitute()
    mark = seen(order)
    does("stop", order, seen=mark)

    with time_machine.travel(LATER, tick=False):
        answer = does("book", order, seen=mark, substitute=her.pk)

    assert "Du stoppade passet 05.45." in text(answer)


def test_what_has_no_history_is_told_without_a_name(town, does, seen):
    order, her = town.order(), town.substitute()
    mark = seen(order)
    Order.objects.update(note="Skriven på annat sätt")

    assert "Något har hänt med passet sedan du öppnade sidan." in text(
        does("book", order, seen=mark, substitute=her.pk)
    )


@pytest.mark.parametrize("mark", ["", "x", "x-", "-1", "x-²", "x-1234567"])
def test_a_page_without_a_mark_is_asked_nothing(town, does, mark):
    order, her = town.order(), town.substitute()

    assert does("book", order, seen=mark, substitute=her.pk).status_code == 302

"""A manager stops the search, starts it again, wants a returned order all the same, and puts it in Lediga jobb."""

import pytest
from django.urls import reverse

from booking.models import Advert, Order
from booking.operations import orders, returning
from people.models import HistoryEntry
from tests.booking.manager.reading import text
from tests.cast import NOW
from tests.page_checks import assert_valid_html

DEEDS = ["stop_order", "resume_order", "take_up_order", "advertise_order", "hide_order"]


def do(manager, deed, order):
    return manager.post(reverse(f"booking:{deed}", args=[order.pk]), follow=True)


def history(order):
    return list(HistoryEntry.objects.filter(object_id=str(order.pk)).values_list("action", flat=True))


def test_she_stops_the_search_and_starts_it_again(town, manager):
    order = town.order()

    stopped = text(do(manager, "stop_order", order))
    order.refresh_from_db()

    assert order.stopped_at == NOW
    assert "Sökningen är stoppad" in stopped
    assert_valid_html(stopped)
    assert "Stoppa sökningen" in text(do(manager, "resume_order", order))
    order.refresh_from_db()
    assert order.stopped_at is None


def test_she_wants_it_all_the_same(town, manager):
    order = town.order()
    returning.send_back(order, by=town.planner, at=NOW, reason="Vem ska öppna?")

    page = text(do(manager, "take_up_order", order))

    order.refresh_from_db()
    assert order.returned_at is None
    assert "Beställningen är hos bemanningen igen." in page
    assert "Returnerad till beställaren: Vem ska öppna?" in page, "what has happened is kept"


def test_she_puts_it_in_lediga_jobb_and_takes_it_down(town, manager):
    order = town.order()

    assert "Ta ner ur Lediga jobb" in text(do(manager, "advertise_order", order))
    assert Advert.objects.filter(order=order, closed_at=None).exists()
    do(manager, "hide_order", order)
    assert not Advert.objects.filter(order=order, closed_at=None).exists()


def test_what_cannot_be_done_is_said_on_the_page(town, manager):
    order = town.order()
    orders.cancel(order, by=town.manager, at=NOW, note="Stängt")

    answer = do(manager, "stop_order", order)

    assert answer.status_code == 409
    assert "Beställningen är inte längre öppen: borttagen." in text(answer)


@pytest.mark.parametrize("deed", DEEDS)
def test_twice_is_once(town, manager, deed):
    order = town.order()
    if deed == "take_up_order":
        returning.send_back(order, by=town.planner, at=NOW, reason="Vem ska öppna?")

    for _again in range(2):
        assert do(manager, deed, order).status_code == 200

    assert len(history(order)) == len(set(history(order)))


@pytest.mark.parametrize("deed", DEEDS)
def test_another_workplaces_order_is_not_hers_to_touch(elsewhere, manager, deed):
    order = elsewhere.order()

    assert do(manager, deed, order).status_code == 404
    assert history(order) == []


@pytest.mark.parametrize("deed", DEEDS)
def test_it_takes_a_tap_and_no_link(town, manager, deed):
    assert manager.get(reverse(f"booking:{deed}", args=[town.order().pk])).status_code == 405


def test_what_is_booked_offers_no_stop(town, manager):
    order = town.order(status=Order.Status.BOOKED)

    assert "Stoppa sökningen" not in text(manager.get(reverse("booking:order", args=[order.pk])))

"""The button in the confirmation."""

import re
from datetime import timedelta

import pytest
import time_machine

from booking.models import Availability, AvailabilityChange
from tests.booking.substitute.reading import text
from tests.cast import NOW, at
from tests.factories.booking import AvailabilityFactory, BookingFactory

WEEK = {"vecka": "2026-W21", "dag": ["1", "3"], "tid": "dag", "slag": "available"}


@pytest.fixture
def saved(phone):
    """What she reads after putting in time."""
    return phone.post("/kalender/lagg-tid/", WEEK, follow=True).content.decode()


def way_back(page):
    found = re.search(r'<form action="(/kalender/angra/[^"]+)" method="post" data-undo>', page)
    return found and found[1]


def test_the_confirmation_offers_to_undo_and_it_is_undone(phone, saved):
    page = phone.post(way_back(saved), follow=True)

    assert "Ångrat. Din tid är som den var." in page.content.decode()
    assert page.redirect_chain == [("/kalender/vecka/?vecka=2026-W21", 302)]
    assert not Availability.objects.exists()


def test_what_changed_nothing_offers_nothing(phone, saved):
    assert way_back(phone.post("/kalender/lagg-tid/", WEEK, follow=True).content.decode()) is None


@pytest.mark.parametrize("way", ["change", "remove", "copy", "lay out", "end"])
def test_every_change_can_be_undone(phone, saved, way):
    row = Availability.objects.order_by("starts").first()
    before = [(row.kind, row.period) for row in Availability.objects.order_by("starts")]
    ways = {
        "change": (f"/kalender/tid/{row.pk}/andra/?den=2026-05-18", WEEK | {"dag": ["2"]}),
        "remove": (f"/kalender/tid/{row.pk}/ta-bort/", {}),
        "copy": ("/kalender/kopiera/", {"vecka": "2026-W22", "kalla": "2026-W21"}),
        "lay out": ("/kalender/lagg-tid/", WEEK | {"tid": "kvall", "ofta": "1"}),
        "end": (f"/kalender/tid/{row.pk}/ta-bort/", {"alla": ""}),
    }
    page = phone.post(*ways[way], follow=True).content.decode()

    phone.post(way_back(page))

    assert [(row.kind, row.period) for row in Availability.objects.order_by("starts")] == before


def test_too_late_is_said_and_nothing_changes(phone, saved):
    with time_machine.travel(NOW + timedelta(seconds=31), tick=False):
        page = phone.post(way_back(saved), follow=True).content.decode()

    assert "Det går inte att ångra längre." in page
    assert Availability.objects.count() == 2


def test_what_has_been_swept_away_is_too_late_too(phone, saved):
    AvailabilityChange.objects.all().delete()

    answer = phone.post(way_back(saved))

    assert answer.status_code == 404
    assert "Det går inte att ångra längre" in text(answer)


def test_anothers_change_cannot_be_undone(signed_in, town, saved):
    other = signed_in(town.substitute().user)

    assert other.post(way_back(saved)).status_code == 404
    assert Availability.objects.count() == 2


def test_undone_by_a_link_is_nothing(phone, saved):
    assert phone.get(way_back(saved)).status_code == 405


def test_a_shift_booked_since_is_named_and_keeps_its_time(phone, town, amira, saved):
    BookingFactory(order=town.order("2026-05-18 08:00", "2026-05-18 14:00"), substitute=amira)

    page = phone.post(way_back(saved), follow=True).content.decode()

    assert "ligger kvar: måndag 18 maj 08.00–14.00, Hemtjänst Solgården." in page
    assert Availability.objects.get().starts == at("2026-05-18 08:00")


def test_what_a_shift_needs_is_not_called_taken_away(phone, town, amira):
    booking = BookingFactory(order=town.order("2026-05-18 08:00", "2026-05-18 14:00"), substitute=amira)
    row = AvailabilityFactory(substitute=amira, starts=at("2026-05-18 07:00"), ends=booking.ends)

    page = phone.post(f"/kalender/tid/{row.pk}/ta-bort/", follow=True).content.decode()

    assert "Borttaget: måndag 18 maj." in page
    assert "ligger kvar: måndag 18 maj 08.00–14.00" in page
    assert way_back(page)

"""The same shifts on another day."""

import uuid

import pytest

from booking.models import Advert, Order
from booking.operations.refusals import Refused
from booking.operations.repeating import repeat
from booking.period import Period
from tests.cast import NOW, at
from tests.factories.people import CompetenceFactory

TOMORROW = Period(at("2026-05-13 07:00"), at("2026-05-13 16:00"))


@pytest.fixture
def yesterday(town):
    """Two shifts of yesterday's."""
    fields = {"reference": "Anita", "note": "Ring mig", "text": "Ta med skor", "status": Order.Status.COMPLETED}
    rows = [town.order("2026-05-11 07:00", "2026-05-11 16:00", **fields) for _seat in range(2)]
    rows[0].competences.add(CompetenceFactory())
    return rows


def test_each_is_placed_anew_as_it_was_but_for_the_note_of_that_day(town, yesterday):
    command = uuid.uuid4()
    asked = [(order, TOMORROW) for order in yesterday]

    placed = repeat(asked, advertised=True, command=command, by=town.manager, at=NOW)
    again = repeat(asked, advertised=True, command=command, by=town.manager, at=NOW)

    assert [order.pk for order in placed] == [order.pk for order in again]
    first = Order.objects.get(pk=placed[0].pk)
    assert (first.period, first.reference, first.text, first.note) == (TOMORROW, "Anita", "Ta med skor", "")
    assert [order.competences.count() for order in placed] == [1, 0]
    assert Advert.objects.count() == 2


def test_all_or_none_are_placed(town, yesterday):
    asked = [(yesterday[0], TOMORROW), (yesterday[1], yesterday[1].period)]

    with pytest.raises(Refused, match="börja senare än nu"):
        repeat(asked, advertised=False, command=uuid.uuid4(), by=town.manager, at=NOW)

    assert Order.objects.count() == 2

"""What the desk says in little room, and that it says it in the same words in every place."""

import pytest

from booking.models import Origin
from booking.templatetags.staffing import shortened
from tests.booking.desk.conftest import text
from tests.cast import NOW
from tests.factories.booking import BookingFactory, InterestFactory


@pytest.mark.parametrize(
    ("occupation", "said"),
    [
        ("undersköterska", "undersköt."),
        ("stödassistent", "stödassist."),
        ("elevassistent", "elevassist."),
        ("barnskötare", "barnskötare"),
        ("vårdbiträde", "vårdbiträde"),
        ("xxxxxxxxxxxxxx", "xxxxxxxxxx."),
    ],
)
def test_an_occupation_is_cut_before_a_vowel_where_it_has_no_room(occupation, said):
    assert shortened(occupation) == said


def test_an_orders_page_says_how_far_it_has_come_in_the_boards_words(town, page):
    order = town.order("2026-05-13 07:00", "2026-05-13 16:00")
    InterestFactory(order=order, substitute=town.substitute())

    shown = page(order)

    assert "1 har anmält intresse" in shown[shown.index("<h1") : shown.index("fakta")]


def test_whom_to_ask_stands_before_what_has_happened(town, page):
    town.substitute()

    shown = page(town.order("2026-05-13 07:00", "2026-05-13 16:00"))

    assert shown.index('id="fakta"') < shown.index('id="kandidater"') < shown.index('id="historiken"')


def test_what_nobody_booked_by_hand_was_booked_by_the_portal(town, planner):
    order = town.order("2026-05-13 07:00", "2026-05-13 16:00")
    booking = BookingFactory(order=order, substitute=town.substitute(), booked_by=None, origin=Origin.DIRECT)

    shown = text(planner.get(f"/admin/bokningar/inspect/{booking.pk}/"))

    assert "Portalen, direktbokning" in shown


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"stopped_at": NOW}, "Stoppad"),
        ({"returned_at": NOW, "return_reason": "Fel dag"}, "Returnerad"),
    ],
)
def test_an_order_that_nobody_looks_for_says_so_and_not_that_it_lacks_somebody(fields, said, town, page):
    shown = page(town.order("2026-05-13 07:00", "2026-05-13 16:00", **fields))

    head = shown[shown.index("<h1") : shown.index("fakta")]
    assert said in head
    assert "Saknar vikarie" not in head

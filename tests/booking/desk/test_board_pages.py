"""The board's pages: where they are, what they are narrowed to, and how they keep themselves fresh."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from booking.models import Order
from messaging.models import Heartbeat
from people.history import record
from tests.booking.desk.conftest import text
from tests.cast import NOW
from tests.factories.booking import BookingFactory, EnquiryFactory, InterestFactory
from tests.factories.people import OccupationFactory, RoleAssignmentFactory, WorkplaceFactory

BOARD, WEEK, DAY = "/admin/tavla/", "/admin/tavla/vecka/2026-20/", "/admin/tavla/dag/2026-05-12/"
PAGES = [BOARD, WEEK, DAY, "/admin/"]


@pytest.mark.parametrize(
    ("address", "title"),
    [
        (BOARD, "Vecka 20, 11–17 maj"),
        ("/admin/", "Vecka 20, 11–17 maj"),
        ("/admin/tavla/vecka/2026-18/", "Vecka 18, 27 april–3 maj"),
        (DAY, "Tisdag 12 maj"),
    ],
)
def test_each_page_says_what_it_shows(address, title, planner):
    assert title in text(planner.get(address))


@pytest.mark.parametrize(
    "address", ["vecka/2026-99/", "vecka/maj/", "vecka/2026-1-2/", "dag/2026-13-40/", "dag/1999-01-01/", "dag/i-dag/"]
)
def test_what_is_no_day_and_no_week_is_not_found(address, planner):
    assert planner.get(BOARD + address).status_code == 404


@pytest.mark.parametrize("role", ["officer", "editor", "owner"])
def test_the_board_is_the_planners(role, request, signed_in):
    somebody = signed_in(request.getfixturevalue(role))

    assert [somebody.get(address).status_code for address in (BOARD, WEEK, DAY)] == [404] * 3


@pytest.mark.parametrize("address", PAGES)
def test_nothing_of_another_area_is_there(address, town, elsewhere, planner):
    order = elsewhere.order("2026-05-12 08:00", "2026-05-12 16:00")
    held = elsewhere.order("2026-05-12 09:00", "2026-05-12 16:00", status=Order.Status.BOOKED)
    BookingFactory(order=held, substitute=elsewhere.substitute())

    shown = text(planner.get(address, {"workplace": str(elsewhere.workplace.pk)})) + text(planner.get(address))

    assert str(elsewhere.workplace) not in shown
    assert str(order.pk) not in shown


def test_red_days_are_named(planner):
    assert "Kristi himmelsfärdsdag" in text(planner.get(WEEK))
    assert "Kristi himmelsfärdsdag" in text(planner.get("/admin/tavla/dag/2026-05-14/"))


def test_it_is_narrowed_to_what_is_chosen(town, planner):
    other = WorkplaceFactory(area=town.area, name="Aspgården")
    nurse = OccupationFactory(name="sjuksköterska")
    here, there = town.order(), town.order("2026-05-13 08:00", "2026-05-13 16:00", workplace=other, occupation=nurse)

    def shown(**query):
        page = text(planner.get(WEEK, query))
        return [f'id="rad-{order.pk}"' in page and f'id="lucka-{order.pk}"' in page for order in (here, there)]

    assert shown() == [True, True]
    assert shown(workplace=str(other.pk)) == [False, True]
    assert shown(occupation=str(nurse.pk)) == [False, True]
    assert shown(workplace="nagon-annanstans") == [False, False]


def test_a_planner_of_two_areas_chooses_between_them(town, elsewhere, signed_in):
    RoleAssignmentFactory(user=town.planner, role="planner", area=elsewhere.area)
    here, there = town.order(), elsewhere.order()

    page = text(signed_in(town.planner).get(WEEK, {"area": str(elsewhere.area.pk)}))

    assert f'id="rad-{there.pk}"' in page
    assert f'id="rad-{here.pk}"' not in page
    assert f"?area={elsewhere.area.pk}" in page  # goes along to the next week


def test_what_is_filled_can_be_left_out(town, planner):
    filled = town.order("2026-05-12 09:00", "2026-05-12 16:00", status=Order.Status.BOOKED)
    left = town.order("2026-05-12 10:00", "2026-05-12 16:00")

    week, day = (text(planner.get(address, {"unfilled": "on"})) for address in (WEEK, DAY))

    assert "1 bokad" in text(planner.get(WEEK))
    assert "1 bokad" not in week
    assert f'id="pass-{left.pk}"' in day
    assert f'id="pass-{filled.pk}"' not in day


def test_figures_lead_to_the_list(town, planner):
    page = text(planner.get(BOARD))
    index = reverse("order:index")

    assert all(f'href="{index}?status={status}' in page for status in ("open", "vantar", "intresse", "booked"))
    assert planner.get(f"{index}?status=vantar").status_code == 200


def test_a_day_says_how_many_lack_somebody(town, planner):
    town.order("2026-05-12 07:30", "2026-05-12 16:00")

    page = text(planner.get(DAY))

    assert "1 pass saknar vikarie i dag" in page
    assert "Det första börjar 07.30. Klockan är 05.45." in page
    assert "from-15 vp-len-17" in page


@pytest.mark.parametrize("address", [BOARD, WEEK, DAY])
def test_a_page_that_is_as_it_was_is_answered_with_nothing(address, town, elsewhere, planner):
    tag = planner.get(address)["ETag"]

    def asked():
        return planner.get(address, headers={"if-none-match": tag}).status_code

    assert asked() == 304
    record(elsewhere.order(), "order.place", by=None, at=NOW, area_id=elsewhere.area.pk)
    assert asked() == 304
    record(town.order(), "order.place", by=None, at=NOW, area_id=town.area.pk)
    assert asked() == 200


def test_a_deed_that_is_written_down_late_under_an_earlier_moment_is_seen_too(town, planner):
    record(town.order(), "order.place", by=None, at=NOW, area_id=town.area.pk)
    tag = planner.get(BOARD)["ETag"]
    record(town.order(), "order.place", by=None, at=NOW - timedelta(seconds=20), area_id=town.area.pk)

    assert planner.get(BOARD, headers={"if-none-match": tag}).status_code == 200


def test_an_unchanged_page_costs_a_handful_of_queries(town, planner):
    tag = planner.get(BOARD)["ETag"]

    with CaptureQueriesContext(connection) as asked:
        planner.get(BOARD, headers={"if-none-match": tag})

    assert len(asked) <= 11


def test_trouble_with_sms_is_told_on_the_board_and_on_the_order(town, planner, page):
    Heartbeat.objects.create(name="sms.refused", beat_at=NOW - timedelta(minutes=10))

    shown = [text(planner.get(address)) for address in PAGES] + [page(town.order())]

    assert all("De flesta sms går inte iväg" in each and "Sedan 05.35." in each for each in shown)


@pytest.mark.parametrize("address", [WEEK, DAY])
def test_thirty_orders_take_as_many_queries_as_one(address, town, planner):
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            planner.get(address)
        return len(asked)

    def one_more(number):
        order = town.order("2026-05-12 08:00", f"2026-05-12 {9 + number // 3:02}:00")
        EnquiryFactory(order=order, substitute=town.substitute())
        InterestFactory(order=order, substitute=town.substitute())
        held = town.order("2026-05-12 09:00", "2026-05-12 16:00", status=Order.Status.BOOKED)
        BookingFactory(order=held, substitute=town.substitute())

    one_more(0)
    queries()
    one = queries()
    for number in range(1, 30):
        one_more(number)

    assert queries() == one

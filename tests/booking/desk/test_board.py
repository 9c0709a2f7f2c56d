"""What each role finds on the desk's first page and in its menu."""

import pytest
from django.urls import reverse

from booking.matching import board
from booking.models import Order
from tests.booking.desk.conftest import text
from tests.cast import NOW
from tests.factories.booking import BookingFactory, EnquiryFactory, InterestFactory

HOME = "/admin/"


def test_what_begins_first_comes_first_with_its_state(town, planner):
    waited_for = town.order("2026-05-12 07:00", "2026-05-12 16:00")
    EnquiryFactory(order=waited_for, substitute=town.substitute())
    wanted = town.order("2026-05-13 07:00", "2026-05-13 16:00")
    InterestFactory(order=wanted, substitute=town.substitute())
    town.order("2026-05-14 07:00", "2026-05-14 16:00")

    shown = text(planner.get(HOME))

    states = [
        "om 1 tim 15 min",
        "Väntar på 1 svar",
        "i morgon",
        "1 har anmält intresse",
        "om 2 dagar",
        "Saknar vikarie</",
    ]
    places = [shown.index(state, shown.index("Fyll först")) for state in states]
    assert places == sorted(places)


def test_the_area_in_figures(town, elsewhere):
    elsewhere.order()
    wanted = town.order("2026-05-12 07:00", "2026-05-12 16:00")
    InterestFactory(order=wanted, substitute=town.substitute())
    EnquiryFactory(order=wanted, substitute=town.substitute())
    EnquiryFactory(order=wanted, substitute=town.substitute(), status="no")
    town.order()
    BookingFactory(order=town.order(status=Order.Status.BOOKED), substitute=town.substitute())

    seen = board.counts(town.planner, now=NOW)

    assert seen == board.Counts(to_fill=2, today=1, waiting=1, out=1, wanted=1, filled=1, needed=3)
    assert seen.percent == 33


def test_an_earlier_round_counts_for_nothing(town):
    order = town.order(round=2)
    InterestFactory(order=order, substitute=town.substitute(), round=1)
    EnquiryFactory(order=order, substitute=town.substitute(), round=1)

    only = board.with_state(Order.objects.all(), now=NOW).get()

    assert (only.asked, only.waiting, only.interested) == (0, 0, 0)


def test_nothing_to_fill_is_good_news(planner):
    assert "Alla pass är tillsatta" in text(planner.get(HOME))


@pytest.mark.parametrize("role", ["officer", "editor", "owner"])
def test_others_do_not_see_the_board(role, town, request, signed_in):
    town.order()

    shown = text(signed_in(request.getfixturevalue(role)).get(HOME))

    assert "Fyll först" not in shown


def test_the_owner_sees_roles_and_places(town, owner, signed_in):
    assert "Roller och arbetsplatser" in text(signed_in(owner).get(HOME))


@pytest.mark.parametrize(
    ("role", "there", "not_there"),
    [
        ("planner", ["bestallningar", "bokningar", "vikarier"], ["roller", "arbetsplatser", "images", "reports"]),
        ("owner", ["roller", "arbetsplatser", "orsaker"], ["bestallningar", "bokningar"]),
        ("editor", ["images"], ["bestallningar", "roller", "vikarier"]),
        ("officer", ["bokningar", "vikarier"], ["bestallningar", "roller", "images"]),
    ],
)
def test_the_menu_holds_what_the_role_may(role, there, not_there, town, request, signed_in):
    user = town.planner if role == "planner" else request.getfixturevalue(role)

    menu = text(signed_in(user).get(HOME)).split('id="wagtail-sidebar-props"')[1].split("</script>")[0]

    assert all(f"/admin/{address}/" in menu for address in there)
    assert not any(f"/admin/{address}/" in menu for address in not_there)


def test_somebody_without_a_desk_is_not_let_in(town, signed_in):
    assert signed_in(town.manager).get(reverse("order:index")).status_code == 404
    assert signed_in(town.substitute().user).get(HOME).status_code == 404

"""Several orders: which are chosen, and what is foretold of each before anything is done to it."""

import uuid
from functools import partial

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from booking.models import Advert, Asking, Order
from booking.operations import orders
from booking.operations.one_by_one import AT_MOST
from booking.operations.several_orders import Deed
from people.models import HistoryEntry, RoleAssignment
from tests.booking.desk.choosing import CARRY_OUT, SEVERAL, carry_out, foretell, lines
from tests.booking.desk.conftest import text
from tests.cast import NOW
from tests.factories.booking import AdvertFactory, BookingFactory, EnquiryFactory, OrderReasonFactory
from tests.factories.people import WorkplaceFactory


@pytest.fixture
def foretold(planner):
    """`foretold("stoppa", *orders)`: the page that says what would happen."""
    return partial(foretell, planner)


@pytest.fixture
def does(planner):
    """`does("stoppa", *orders)`: the page that says what happened."""
    return partial(carry_out, planner)


def test_each_order_says_what_would_happen_to_it_and_why_not(town, foretold):
    booked = BookingFactory(order=town.order(status=Order.Status.BOOKED), substitute=town.substitute())
    done = town.order(status=Order.Status.COMPLETED)

    page = text(foretold("ta-bort", town.order(), booked.order, done))

    assert f"{booked.substitute} avbokas och får besked." in page
    assert "Passet är redan genomfört och kan inte tas bort." in page
    assert page.count('name="rows"') == 2


def test_nothing_is_done_until_it_has_been_read_and_confirmed(town, foretold):
    order = town.order()

    foretold("annonsera", order)

    assert not Advert.objects.exists()


@pytest.mark.parametrize(
    ("deed", "words"),
    [
        ("annonsera", "Läggs ut i Lediga jobb."),
        ("fraga", "Frågas i omgångar"),
        ("stoppa", "Stoppas. Inget mer går ut, och inget ja bokar."),
        ("ta-bort", "Tas bort."),
    ],
)
def test_what_would_happen_is_said_in_words(deed, words, town, foretold):
    assert words in text(foretold(deed, town.order()))


def test_what_is_already_so_is_said_before_it_is_pressed(town, foretold):
    order, stopped = AdvertFactory(order=town.order()).order, town.order(stopped_at=NOW)
    Asking.objects.create(order=order, round=1, mode="first_yes", wave_size=3, started_at=NOW)

    assert "Ligger redan i Lediga jobb." in text(foretold("annonsera", order))
    assert "Frågas redan." in text(foretold("fraga", order))
    assert "Är redan stoppat." in text(foretold("stoppa", stopped))


def test_at_night_it_is_said_when_the_sms_leave_and_when_it_is_too_near_that_people_are_called(town, foretold):
    page = text(foretold("fraga", town.order("2026-05-20 07:00", "2026-05-20 16:00")))
    assert "Sms går ut 06.00." in page

    near = text(foretold("fraga", town.order("2026-05-12 06:30", "2026-05-12 16:00")))
    assert "Börjar så snart att vikarierna rings." in near


def test_an_enquiry_that_is_out_is_counted_before_it_is_taken_back(town, foretold):
    order = town.order()
    EnquiryFactory(order=order, substitute=town.substitute())

    assert "1 förfrågan tas tillbaka." in text(foretold("stoppa", order))


def test_an_introduction_is_not_laid_out_with_the_others(town, foretold):
    page = text(foretold("annonsera", town.order(reason=OrderReasonFactory(introduces=True))))

    assert "Passet är en introduktion." in page
    assert "Det går inte att göra med någon av dem." in page


@pytest.mark.parametrize(("which", "number"), [("kryssade", 1), ("sidan", 2), ("alla", 3)])
def test_those_ticked_those_of_the_page_or_all_that_the_filter_shows(which, number, town, planner):
    rows = [town.order(f"2026-05-{day} 07:00", f"2026-05-{day} 16:00") for day in (13, 14, 15)]
    town.order("2026-05-30 07:00", "2026-05-30 16:00")
    sent = {"deed": "stoppa", "which": which, "chosen": [rows[0].pk], "on_page": [row.pk for row in rows[:2]]}

    page = planner.post(f"{SEVERAL}?last=2026-05-20", sent)

    assert [line.split(".")[0] for line in lines(page)] == [str(row.pk) for row in rows[:number]]


def test_all_are_those_of_her_areas_alone(town, elsewhere, planner):
    hidden = elsewhere.order()

    page = planner.post(SEVERAL, {"deed": "stoppa", "which": "alla"})

    assert str(hidden.pk) not in text(page)


def test_more_than_can_be_read_through_are_not_taken_at_once_and_it_is_said(town, planner, monkeypatch):
    monkeypatch.setattr("booking.views.desk.several_orders.AT_MOST", 2)
    for day in (13, 14, 15):
        town.order(f"2026-05-{day} 07:00", f"2026-05-{day} 16:00")

    page = planner.post(SEVERAL, {"deed": "stoppa", "which": "alla"})

    assert len(lines(page)) == 2
    assert "1 beställning är inte med här." in text(page)


def test_nobody_ticked_is_a_slip_and_said_on_the_list(town, planner):
    town.order()

    answer = planner.post(f"{SEVERAL}?status=open", {"deed": "stoppa", "which": "kryssade"})

    assert answer.status_code == 422
    assert "Kryssa för de beställningar det gäller" in text(answer)


@pytest.mark.parametrize("which", ["chosen", "on_page"])
def test_an_order_of_another_area_is_not_there_to_be_chosen(which, town, elsewhere, planner):
    sent = {"deed": "stoppa", "which": "sidan" if which == "on_page" else "kryssade", which: [elsewhere.order().pk]}

    assert planner.post(SEVERAL, sent).status_code == 404


@pytest.mark.parametrize("deed", list(Deed))
def test_an_order_of_another_area_is_not_touched_by_a_form_that_was_made_up(deed, town, elsewhere, planner):
    order = elsewhere.order()
    line = f"{order.pk}.{order.terms_version}.-"

    sent = {"deed": deed.value, "command": uuid.uuid4(), "rows": [line], "note": "x"}

    assert planner.post(CARRY_OUT, sent).status_code == 404
    assert not HistoryEntry.objects.filter(object_id=str(order.pk)).exists()


@pytest.mark.parametrize("sent", [{}, {"deed": "sprid"}, {"deed": "stoppa", "chosen": "x"}, {"deed": "stoppa"}])
def test_a_form_that_was_never_on_a_page_is_nothing(sent, town, planner):
    assert planner.post(CARRY_OUT, sent).status_code == 404
    assert planner.post(SEVERAL, sent).status_code in {404, 422}


def test_a_row_that_cannot_be_read_is_refused(town, planner):
    sent = {"deed": "stoppa", "command": uuid.uuid4(), "rows": ["x.1.-"]}

    assert planner.post(CARRY_OUT, sent).url == reverse("order:index")


def test_an_order_that_she_may_only_see_is_hers_to_see_and_no_more(town, elsewhere, planner):
    RoleAssignment.objects.create(user=town.planner, role="ordering_manager", workplace=elsewhere.workplace)
    theirs = elsewhere.order()

    page = text(planner.post(SEVERAL, {"deed": "fraga", "which": "kryssade", "chosen": [theirs.pk]}))

    assert "Du får se passet, men inte göra det här med det." in page


def test_what_became_of_it_is_hers_alone_to_read(town, does, signed_in, planner):
    address = does("stoppa", town.order()).redirect_chain[-1][0]

    assert planner.get(address).status_code == 200
    assert signed_in(town.planner).get(address).status_code == 404


def test_what_is_foretold_asks_as_much_of_the_database_for_one_as_for_thirty(town, planner):
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            planner.post(SEVERAL, {"deed": "fraga", "which": "alla"})
        return len(asked)

    town.order()
    planner.post(SEVERAL, {"deed": "fraga", "which": "alla"})
    one = cost()
    for _more in range(29):
        town.order(workplace=WorkplaceFactory(area=town.area))

    assert cost() == one


def test_a_form_of_too_many_rows_is_refused(town, planner):
    order = town.order()
    rows = [f"{uuid.uuid4()}.1.-" for _row in range(AT_MOST)] + [f"{order.pk}.1.-"]

    assert planner.post(CARRY_OUT, {"deed": "stoppa", "command": uuid.uuid4(), "rows": rows}).status_code == 302
    assert orders.Order.objects.get().stopped_at is None

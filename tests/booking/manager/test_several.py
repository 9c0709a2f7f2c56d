"""A manager orders several at once, wishes for somebody, and lets the portal fill the shift."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from booking.models import Advert, Order, OrderGroup
from booking.operations import bookings
from portal.pages import frame
from tests.booking.manager.reading import text
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory
from tests.factories.people import CompetenceFactory, WorkplaceFactory
from tests.factories.standing import FavouriteFactory
from tests.page_checks import assert_valid_html

NEW = reverse("booking:new_order")


@pytest.fixture
def known(town):
    """Somebody who has worked at the workplace."""
    substitute = town.substitute(user__first_name="Amira", user__last_name="Hassan")
    BookingFactory(order=town.order("2026-05-01 07:00", "2026-05-01 16:00", status="completed"), substitute=substitute)
    return substitute


def placed():
    return Order.objects.exclude(status="completed").order_by("starts", "pk")


def test_three_people_are_three_orders_in_a_group(manager, filled_in):
    answer = manager.post(NEW, filled_in(seats="3", competences=[CompetenceFactory().pk]))

    group = OrderGroup.objects.get()
    assert answer.url == reverse("booking:order_group", args=[group.pk])
    assert [order.group for order in placed()] == [group] * 3
    assert all(order.competences.exists() for order in placed())
    assert Advert.objects.count() == 3


def test_each_day_is_an_order_of_its_own_by_the_same_clock(manager, filled_in):
    manager.post(
        NEW, filled_in(day_2="2026-05-15", day_3="2026-05-14", day_4="2026-05-15", starts="21:00", ends="07:00")
    )

    assert [order.starts for order in placed()] == [at(f"2026-05-{day} 21:00") for day in (13, 14, 15)]


def test_over_the_night_when_the_clock_changes_each_day_keeps_its_clock(manager, filled_in):
    manager.post(NEW, filled_in(day="2027-03-27", day_2="2027-03-26", starts="22:00", ends="06:00"))

    lengths = [order.period.length for order in placed()]
    assert lengths == [timedelta(hours=8), timedelta(hours=7)]


def test_scenario_7_a_time_that_one_of_the_days_lacks_is_refused_with_the_day(manager, filled_in):
    page = text(manager.post(NEW, filled_in(day="2027-03-27", day_2="2027-03-28", starts="02:30", ends="07:00")))

    assert "Klockan 02.30 finns inte natten till den 28 mars. Klockan ställs fram." in page
    assert 'value="2027-03-28"' in page
    assert not placed().exists()
    assert_valid_html(page)


def test_a_time_that_comes_twice_on_one_of_the_days_is_asked_about(manager, filled_in):
    form = filled_in(day="2027-10-30", day_2="2027-10-31", starts="02:30", ends="07:00")

    assert "Klockan 02.30 kommer två gånger natten till den 31 oktober." in text(manager.post(NEW, form))
    manager.post(NEW, form | {"starts_which": "1"})
    assert [order.period.length for order in placed()] == [timedelta(hours=4.5)] * 2


def test_a_day_that_has_been_is_told_at_its_own_field(manager, filled_in):
    page = text(manager.post(NEW, filled_in(day_3="2026-05-11")))

    assert 'id="id_day_3_error"' in page
    assert "Dagen har varit. Välj en dag som kommer." in page


@pytest.mark.parametrize("seats", ["", "0", "11", "två"])
def test_a_number_that_cannot_be_meant_is_refused(manager, filled_in, seats):
    assert 'id="id_seats_error"' in text(manager.post(NEW, filled_in(seats=seats)))
    assert not placed().exists()


def test_the_same_form_sent_twice_is_one_group(manager, filled_in):
    form = filled_in(seats="2", day_2="2026-05-14")

    first, second = manager.post(NEW, form), manager.post(NEW, form)

    assert first.url == second.url
    assert placed().count() == 4


def test_what_was_placed_together_is_listed_and_each_names_the_others(manager, filled_in):
    page = text(manager.get(manager.post(NEW, filled_in(seats="2")).url))

    assert "2 beställningar</h2>" in page
    assert_valid_html(page)
    one = text(manager.get(reverse("booking:order", args=[placed()[0].pk])))
    assert "Beställda tillsammans med den här" in one
    assert reverse("booking:order", args=[placed()[1].pk]) in one
    assert_valid_html(one)


def test_a_group_takes_as_many_questions_for_one_as_for_ten(town, manager):
    def questions(number):
        group = OrderGroup.objects.create(placed_by=town.manager, placed_at=NOW, command=uuid.uuid4())
        for _seat in range(number):
            town.order(group=group, wished=town.substitute()).competences.add(CompetenceFactory())
        frame.lately()  # as a process that has been up for a while
        with CaptureQueriesContext(connection) as asked:
            assert manager.get(reverse("booking:order_group", args=[group.pk])).status_code == 200
        return len(asked)

    assert questions(1) == questions(10) <= 15


def test_a_group_of_another_workplace_does_not_exist(elsewhere, manager):
    group = OrderGroup.objects.create(placed_by=elsewhere.manager, placed_at=NOW, command=elsewhere.workplace.pk)
    elsewhere.order(group=group)

    assert manager.get(reverse("booking:order_group", args=[group.pk])).status_code == 404


def test_another_managers_key_shows_nothing_of_hers(elsewhere, manager, filled_in):
    form = filled_in()
    OrderGroup.objects.create(placed_by=elsewhere.manager, placed_at=NOW, command=form["command"])

    answer = manager.post(NEW, form)

    assert answer.status_code == 200
    assert "redan skickats av någon annan" in answer.content.decode()


def test_the_portal_may_fill_it(manager, filled_in, town, drain):
    manager.post(NEW, filled_in(allow_direct="on"))

    assert placed().get().allow_direct


def test_the_one_wished_for_is_asked_alone_until_the_time(manager, filled_in, known):
    answer = manager.post(NEW, filled_in(wished=known.pk, wished_clock="09:00", wished_day="2026-05-12", seats="2"))

    wished, other = sorted(placed(), key=lambda order: order.wished is None)
    assert (wished.wished, wished.wished_until) == (known, at("2026-05-12 09:00"))
    assert (other.wished, other.wished_until) == (None, None)
    assert wished.enquiries.get().substitute == known
    assert "Amira Hassan till 09.00. Sedan får andra se passet." in text(manager.get(answer.url))


def test_without_a_time_everybody_sees_it_at_once(manager, filled_in, known):
    manager.post(NEW, filled_in(wished=known.pk))

    assert (placed().get().wished, placed().get().wished_until) == (known, None)


def test_if_she_cannot_take_it_that_is_said_and_others_see_it(manager, filled_in, known, town):
    bookings.book(town.order("2026-05-13 10:00", "2026-05-13 12:00"), known, by=town.planner, at=NOW)

    page = text(manager.post(NEW, filled_in(wished=known.pk, wished_clock="09:00"), follow=True))

    assert "Amira Hassan kan inte ta passet just nu. Andra ser det redan." in page


@pytest.mark.parametrize(
    ("day", "clock", "words"),
    [
        ("2026-05-12", "05:00", "Tiden har redan varit."),
        ("2026-05-13", "07:30", "Välj en tid före passets början."),
        ("2026-05-12", "05:55", "Sms går ut först tisdag 12 maj 06.00. Välj en senare tid."),
    ],
)
def test_a_time_that_she_cannot_answer_in_is_refused_at_its_field(manager, filled_in, known, day, clock, words):
    page = text(manager.post(NEW, filled_in(wished=known.pk, wished_day=day, wished_clock=clock, text="Ta med skor")))

    assert words in page
    assert "Ta med skor" in page
    assert f'<option value="{known.pk}" selected>' in page
    assert_valid_html(page)


def test_only_those_whom_the_workplace_knows_can_be_wished_for(town, elsewhere, manager, filled_in, known):
    favourite = FavouriteFactory(substitute=town.substitute(), workplace=town.workplace).substitute
    stranger = town.substitute(user__last_name="Främling")
    BookingFactory(order=elsewhere.order(status="booked"), substitute=stranger)

    page = text(manager.get(NEW))

    assert "Hassan" in page
    assert str(favourite) in page
    assert "Främling" not in page
    assert "Välj i listan." in text(manager.post(NEW, filled_in(wished=stranger.pk)))


def test_she_is_wished_for_where_she_is_known(town, signed_in, filled_in, known):
    second = WorkplaceFactory(area=town.area, name="Älvgården")
    town.manager.role_assignments.create(role="ordering_manager", workplace=second)

    page = text(signed_in(town.manager).post(NEW, filled_in(workplace=second.pk, wished=known.pk)))

    assert "Den önskade har inte jobbat på arbetsplatsen." in page


def test_a_workplace_that_knows_nobody_is_not_asked(manager):
    assert "Önska en vikarie" not in text(manager.get(NEW))

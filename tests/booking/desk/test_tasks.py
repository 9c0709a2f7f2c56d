"""Att göra: what no rule decides, in sentences, with a way to where it is dealt with."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse

from booking.models import Order, PlannerTask
from booking.operations import follow_ups, workplace_requests
from people.models import Workplace
from tests.booking.desk.conftest import text
from tests.booking.desk.test_lists import cost
from tests.cast import NOW, with_role
from tests.factories.booking import BookingFactory, EnquiryFactory
from tests.factories.people import WorkplaceFactory
from tests.page_checks import assert_valid_html

Kind = PlannerTask.Kind
SENTENCES = {
    Kind.LATE_YES: "Amira Hassan svarade ja efter svarstiden. Passet saknar fortfarande vikarie.",
    Kind.NO_AFTER_WON: "Amira Hassan svarade nej efter att ha fått passet.",
    Kind.PAPER_ENDED: "Amira Hassan är bokad men saknar något som passet kräver: avtal, kompetens.",
    Kind.ABSENT_YET_BOOKED: "Amira Hassan är bokad men frånvarande då.",
    Kind.BLOCKED_YET_BOOKED: "Amira Hassan är bokad men spärrad på arbetsplatsen.",
    Kind.SCHEDULE_CHANGED: "Schemat har inte kvar tiden där Amira Hassan är bokad. Bokningen gäller.",
    Kind.EXHAUSTED: "Alla som passar är tillfrågade.",
    Kind.ASKING_WAITS: "De börjar gå ut 06.00.",
    Kind.NO_SMS: "Amira Hassan får inga sms.",
    Kind.CALL: "Ring i turordning.",
    Kind.LATE: "Amira Hassan kommer senare. Väntas i morgon 07.20.",
    Kind.REGRETTED: "Amira Hassan ångrade sitt ja. Passet saknar vikarie igen.",
    Kind.WORKED_OTHERWISE: "Amira Hassan arbetade en annan tid, skriver arbetsplatsen: Stannade till 17",
    Kind.TIME_DISPUTED: "Amira Hassan säger att tiden som är antecknad är fel: Jag gick 16",
}
FACTS = {
    Kind.PAPER_ENDED: {"lost": ["agreement", "competence"]},
    Kind.ASKING_WAITS: {"opens": "2026-05-12T04:00Z"},
    Kind.LATE: {"expected": "2026-05-13T05:20Z"},
    Kind.WORKED_OTHERWISE: {"note": "Stannade till 17"},
    Kind.TIME_DISPUTED: {"note": "Jag gick 16"},
}
OF_A_BOOKING = {
    Kind.NO_AFTER_WON,
    Kind.PAPER_ENDED,
    Kind.ABSENT_YET_BOOKED,
    Kind.BLOCKED_YET_BOOKED,
    Kind.SCHEDULE_CHANGED,
    Kind.LATE,
    Kind.WORKED_OTHERWISE,
    Kind.TIME_DISPUTED,
}
OF_WORKED_TIME = {Kind.WORKED_OTHERWISE, Kind.TIME_DISPUTED}  # fmt: skip


@pytest.fixture
def amira(town):
    return town.substitute(user__first_name="Amira", user__last_name="Hassan", user__phone="+46701740612")


@pytest.fixture
def found(town, amira):
    """`found(Kind.CALL)`: a task of that kind about Amira and a shift, `place.order()` if another is not named."""

    def task(kind=Kind.CALL, place=town, order=None) -> PlannerTask:
        order, booking = order or place.order(), None
        if kind in OF_A_BOOKING:
            Order.objects.filter(pk=order.pk).update(status=Order.Status.BOOKED)
            late = datetime.fromisoformat(FACTS[kind]["expected"]) if kind == Kind.LATE else None
            booking = BookingFactory(order=order, substitute=amira, expected_at=late)
        elif kind == Kind.NO_SMS:
            EnquiryFactory(order=order, substitute=amira, status="undeliverable")
        facts = FACTS.get(kind, {})
        return follow_ups.found(kind, order, at=NOW, substitute=amira, booking=booking, **facts)

    return task


@pytest.fixture
def shown(planner):
    return lambda **query: text(planner.get(reverse("tasks:index"), query))


@pytest.fixture
def click(planner):
    return lambda task, query="": planner.post(reverse("tasks:done", args=[task.pk]) + query)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind != Kind.WISHED_WORKPLACE])
def test_each_kind_of_a_shift_is_a_sentence_with_a_way_to_it(kind, found, shown):
    task = found(kind)

    page = shown()

    assert SENTENCES[kind] in page
    way = f"bokningar/inspect/{task.booking_id}" if kind in OF_WORKED_TIME else f"bestallningar/inspect/{task.order_id}"
    assert f'href="/admin/{way}/' in page
    assert_valid_html(page)


def test_a_wish_for_a_workplace_leads_to_where_it_is_answered(town, amira, planner, shown):
    place = WorkplaceFactory(area=town.area, name="Björkgården", needs_introduction=True)
    wish = workplace_requests.ask(amira, place, text="", by=amira.user, at=NOW)

    page = shown()

    assert "Amira Hassan vill jobba på en ny arbetsplats och väntar på svar." in page
    assert f'href="/admin/nya-arbetsplatser/{wish.pk}/">Björkgården' in page
    assert_valid_html(page)


def test_a_wish_for_a_workplace_that_has_moved_to_another_area_is_not_named(town, elsewhere, amira, shown):
    place = WorkplaceFactory(area=town.area, name="Björkgården", needs_introduction=True)
    workplace_requests.ask(amira, place, text="", by=amira.user, at=NOW)
    Workplace.objects.filter(pk=place.pk).update(area=elsewhere.area)

    assert "Björkgården" not in shown()


def test_a_call_leads_to_the_phone_list_and_no_sms_to_her_number(found, shown):
    call = found(Kind.CALL)
    found(Kind.NO_SMS)

    assert f"/{call.order_id}/#ring" in shown()
    assert 'href="tel:+46701740612"' in shown()


def test_the_first_shift_comes_first(town, found, shown):
    for day, phone in (("14", "late_yes"), ("13", "exhausted"), ("15", "asking_waits")):
        found(Kind(phone), order=town.order(f"2026-05-{day} 07:00", f"2026-05-{day} 16:00"))

    page = shown()

    assert page.index("Onsdag 13 maj") < page.index("Torsdag 14 maj") < page.index("Fredag 15 maj")


def test_klar_twice_is_done_once_and_stands_among_the_done_ones_for_a_fortnight(town, found, shown, click):
    task = found()

    answers = [click(task, "?kind=call").headers["Location"] for _click in range(2)]

    assert answers == ["/admin/att-gora/?kind=call"] * 2
    assert "Ring i turordning" not in shown()
    assert f"Klar tisdag 12 maj 05.45, {town.planner}" in shown(visa="klara")
    PlannerTask.objects.update(done_at=NOW - timedelta(days=15))
    assert "Inget är klart de senaste 14 dagarna" in shown(visa="klara")


def test_what_has_solved_itself_is_gone(found, shown):
    found()
    Order.objects.update(status=Order.Status.CANCELLED)

    assert "Inget väntar på dig" in shown()


def test_they_are_narrowed_by_kind_and_what_is_no_kind_narrows_nothing(found, shown):
    found(Kind.CALL)
    found(Kind.EXHAUSTED)

    assert "Alla som passar" not in shown(kind="call")
    assert "Inget av det slaget" in shown(kind="no_sms")
    assert "Alla som passar" in shown(kind="what", area="x")


def test_a_planner_of_two_areas_narrows_by_area_and_one_of_one_has_no_such_choice(
    town, elsewhere, found, shown, signed_in
):
    both = with_role("planner", area=town.area)
    both.role_assignments.create(role="planner", area=elsewhere.area)
    found(place=town)
    found(place=elsewhere)

    page = text(signed_in(both).get(reverse("tasks:index"), {"area": elsewhere.area.pk}))

    assert "Förskola Solgården" in page
    assert "Hemtjänst Solgården" not in page
    assert 'name="area"' in page
    assert 'name="area"' not in shown()


def test_what_is_of_another_area_is_neither_seen_nor_done(town, elsewhere, found, shown, click):
    task = found(place=elsewhere)

    assert "Förskola" not in shown(area=elsewhere.area.pk)
    assert click(task).status_code == 404
    assert PlannerTask.objects.undone().count() == 1


def test_a_shift_that_has_moved_to_another_area_is_not_named(town, elsewhere, found, shown):
    task = found()
    Order.objects.filter(pk=task.order_id).update(workplace=elsewhere.workplace)

    assert "Ett annat område" in shown()
    assert "Förskola" not in shown()


def test_others_have_no_such_page(town, officer, signed_in):
    for user in (officer, town.manager):
        assert signed_in(user).get(reverse("tasks:index")).status_code == 404


def test_the_menu_and_the_board_say_how_many_wait(found, planner):
    found(Kind.CALL)
    found(Kind.EXHAUSTED)

    home = text(planner.get(reverse("wagtailadmin_home")))

    assert "Att g\\u00f6ra (2)" in home
    assert "2 att göra" in home
    assert "att läsa i inkorgen" not in home


def test_the_page_asks_as_much_for_one_as_for_thirty(town, found, planner):
    found()
    one = cost(planner, reverse("tasks:index"))

    for _more in range(29):
        found()

    assert cost(planner, reverse("tasks:index")) == one


def test_more_than_a_page_goes_on_with_what_was_chosen(town, found, shown):
    for _task in range(31):
        found()

    assert 'href="?kind=call&amp;sida=2"' in shown(kind="call")
    assert shown(kind="call", sida="2").count("Ring i turordning") == 2  # the sentence, and for those who listen

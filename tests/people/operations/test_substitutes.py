"""Taking somebody on, and keeping what is known of her true."""

from datetime import date

import pytest

from booking.models import Booking, Order
from people import access
from people.models import HistoryEntry, Substitute, User
from people.operations import substitutes
from people.operations.accounts import Person
from people.operations.papers import Terms
from people.operations.refusals import Refused
from tests.cast import NOW
from tests.factories.booking import BookingFactory
from tests.factories.people import RoleAssignmentFactory, UserFactory

BORN = date(1996, 3, 17)
MIRA = {"first_name": "Mira", "last_name": "Lindgren", "phone": "070-174 06 05", "email": "Mira@alvsunda.example"}


def registered(town, number="V-1", **changed):
    return substitutes.register(
        Person(**(MIRA | changed)), born=BORN, employee_number=number, by=town.planner, at=NOW, area_id=town.area.pk
    )


def taken_on(town, number="V-1", **changed):
    return substitutes.take_on(
        Person(**(MIRA | changed)),
        born=BORN,
        employee_number=number,
        terms=Terms(town.area, town.occupation, date(2026, 6, 1)),
        by=town.planner,
        at=NOW,
    )


def test_somebody_registered_has_an_account_by_the_pattern_and_no_password(town):
    user = registered(town).user

    assert (user.username, user.phone, user.email) == ("lima9617", "+46701740605", "mira@alvsunda.example")
    assert not user.has_usable_password()


def test_it_is_written_in_the_history_without_her_name(town):
    entry = HistoryEntry.objects.of(registered(town)).get()

    assert (entry.action, entry.user, entry.area) == ("substitute.add", town.planner, town.area)
    assert "Mira" not in f"{entry.label} {entry.data}"


def test_two_of_the_same_name_and_day_have_two_user_names(town):
    registered(town)

    other = registered(town, "V-2", email="mira.l@alvsunda.example", phone="070-174 06 06")

    assert other.user.username == "lima9617-2"


@pytest.mark.parametrize(
    ("number", "changed", "field"),
    [
        ("V-2", {}, "email"),
        ("V-2", {"email": "MIRA@ALVSUNDA.EXAMPLE"}, "email"),
        ("v-1", {"email": "ny@alvsunda.example"}, "employee_number"),
        ("V-2", {"email": "ny@alvsunda.example", "phone": "070-1"}, "phone"),
        ("V-2", {"email": "ny@alvsunda.example", "phone": "ring mig"}, "phone"),
    ],
)
def test_what_cannot_be_is_told_by_its_field_and_nothing_is_made(number, changed, field, town):
    registered(town)
    before = User.objects.count()

    with pytest.raises(Refused) as refusal:
        registered(town, number, **changed)

    assert list(refusal.value.reasons) == [field]
    assert User.objects.count() == before


def test_somebody_taken_on_is_seen_by_her_planner_and_by_no_other(town, elsewhere):
    substitute = taken_on(town)

    assert access.can(town.planner, "change", substitute)
    assert not access.can(elsewhere.planner, "view", substitute)


def test_taken_on_twice_is_once(town):
    assert taken_on(town) == taken_on(town)
    assert Substitute.objects.get().agreements.count() == 1


def test_another_area_that_knows_her_gives_her_an_agreement_and_changes_nothing_else(town, elsewhere):
    substitute = taken_on(town)

    assert taken_on(elsewhere, phone="070-174 06 99") == substitute

    assert access.can(elsewhere.planner, "view", substitute)
    assert Substitute.objects.get().user.phone == "+46701740605"


def test_the_number_alone_opens_nobody(town, elsewhere):
    taken_on(town)

    with pytest.raises(Refused, match="Anställningsnumret finns redan"):
        taken_on(elsewhere, last_name="Berg")


def test_a_refused_agreement_leaves_no_account_behind(town):
    with pytest.raises(Refused):
        substitutes.take_on(
            Person(**MIRA),
            born=BORN,
            employee_number="V-1",
            terms=Terms(town.area, town.occupation, date(2026, 6, 1), date(2026, 5, 1)),
            by=town.planner,
            at=NOW,
        )

    assert not User.objects.filter(first_name="Mira").exists()


def changed(substitute, town, *, is_active=True, **fields):
    user = substitute.user
    known = {name: getattr(user, name) for name in MIRA}
    return substitutes.change(substitute, Person(**(known | fields)), is_active=is_active, by=town.planner, at=NOW)


def test_a_change_is_saved_and_the_history_names_the_columns(town):
    substitute = town.substitute()

    changed(substitute, town, last_name="Berg", phone="0701740606")

    assert Substitute.objects.get().user.last_name == "Berg"
    entry = HistoryEntry.objects.of(substitute).get()
    assert (entry.area, entry.data["changed"]) == (town.area, ["last_name", "phone"])


def test_nothing_new_is_no_event(town):
    substitute = town.substitute()

    changed(substitute, town)

    assert not HistoryEntry.objects.of(substitute).exists()


def test_scenario_16_somebody_who_can_no_longer_be_booked_keeps_her_bookings(town):
    substitute = town.substitute()
    BookingFactory(order=town.order(status=Order.Status.BOOKED), substitute=substitute)

    changed(substitute, town, is_active=False)

    assert not Substitute.objects.active().exists()
    assert Booking.objects.occupying().of(substitute).exists()


def test_the_e_mail_of_somebody_elses_account_is_not_taken(town):
    other = UserFactory()

    with pytest.raises(Refused, match="används redan"):
        changed(town.substitute(), town, email=other.email)


def test_the_way_in_of_somebody_with_a_role_is_not_the_planners_to_change(town):
    substitute = town.substitute()
    RoleAssignmentFactory(user=substitute.user, role="system_owner")

    with pytest.raises(Refused, match="Be systemförvaltaren"):
        changed(substitute, town, email="min.egen@alvsunda.example")

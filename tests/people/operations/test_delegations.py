"""A role is handed to a colleague for some days, no wider and no longer than it is had, and taken back at once."""

from datetime import date, timedelta

import pytest
import time_machine

from booking.models import Order
from messaging.models import Message
from people import access, stand_ins
from people.models import HistoryEntry, RoleAssignment, User
from people.operations import colleagues, delegations, roles
from people.operations.refusals import Refused
from people.roles import EDITOR, ORDERING_MANAGER, PLANNER
from tests.cast import NOW, at
from tests.factories.people import UserFactory, WorkplaceFactory

FIRST, LAST = date(2026, 5, 18), date(2026, 5, 24)
MEANWHILE, AFTER = at("2026-05-20 08:00"), at("2026-05-25 00:00")


@pytest.fixture
def vera(town) -> User:
    """A colleague who has no role of her own there."""
    return UserFactory(first_name="Vera", last_name="Ström", username="vera")


def role_of(user: User) -> RoleAssignment:
    return user.role_assignments.get(delegated_from=None)


def handed_over(by: User, to: User, **days: date) -> RoleAssignment:
    said = {"first": FIRST, "last": LAST} | days
    return delegations.delegate(role_of(by), to, by=by, at=NOW, **said)


def sees(user: User, when) -> set[Order]:
    with time_machine.travel(when, tick=False):
        return set(access.scope(User.objects.get(pk=user.pk), Order.objects.all()))


def test_the_colleague_has_the_role_from_the_first_day_through_the_last_and_not_after(town, elsewhere, vera):
    order = town.order()
    elsewhere.order()
    handed_over(town.manager, vera)

    seen = [sees(vera, at(when)) for when in ("2026-05-17 23:59", "2026-05-18 00:00", "2026-05-24 23:59")]

    assert seen == [set(), {order}, {order}]
    assert sees(vera, AFTER) == set()
    assert sees(town.manager, MEANWHILE) == {order}


def test_it_reaches_no_further_than_hers(town, vera):
    other = town.order(workplace=WorkplaceFactory(area=town.area))
    handed_over(town.manager, vera)

    assert other not in sees(vera, MEANWHILE)


def test_a_stand_in_for_a_planner_gets_in_to_the_desk_for_those_days_alone(town, vera, signed_in):
    handed_over(town.planner, vera)
    browser = signed_in(vera)
    answers = []
    for when in (NOW, MEANWHILE, AFTER):
        with time_machine.travel(when, tick=False):
            browser.force_login(vera)
            answers.append(browser.get("/admin/").status_code)

    assert answers == [404, 200, 404]


def test_both_are_told_and_it_is_written_down_once_though_it_is_sent_twice(town, vera):
    first = handed_over(town.manager, vera)

    assert handed_over(town.manager, vera) == first
    told = {message.recipient: message.body for message in Message.objects.filter(kind="role.delegated", copy_of=None)}
    assert told.keys() == {town.manager, vera}
    assert "måndag 18 maj" in told[vera]
    assert "söndag 24 maj" in told[town.manager]
    entry = HistoryEntry.objects.get(action="roleassignment.delegate")
    assert (entry.user, entry.area, entry.data["instead_of"]) == (town.manager, town.area, town.manager.pk)


@pytest.mark.parametrize("who", ["hers", "theirs"])
def test_either_ends_it_at_once_and_both_are_told(town, vera, who):
    given = handed_over(town.manager, vera)

    delegations.end(given, by={"hers": town.manager, "theirs": vera}[who], at=MEANWHILE)
    delegations.end(given, by=vera, at=MEANWHILE)

    assert sees(vera, MEANWHILE) == set()
    assert Message.objects.filter(kind="role.delegation_ended", copy_of=None).count() == 2


def test_it_cannot_be_handed_on(town, vera):
    given = handed_over(town.manager, vera)

    with pytest.raises(Refused, match="kan inte lämnas vidare"):
        delegations.delegate(given, UserFactory(), first=FIRST, last=LAST, by=vera, at=MEANWHILE)


@pytest.mark.parametrize(
    ("days", "field"),
    [
        ({"first": date(2026, 5, 11)}, "first"),
        ({"first": date(2028, 5, 11), "last": date(2028, 5, 12)}, "first"),
        ({"last": date(2026, 5, 17)}, "last"),
        ({"last": date(2026, 9, 1)}, "last"),
        ({"last": date.max}, "last"),
        ({"first": date.min}, "first"),
    ],
)
def test_the_days_are_to_come_in_order_and_not_too_many(town, vera, days, field):
    with pytest.raises(Refused) as refusal:
        handed_over(town.manager, vera, **days)

    assert list(refusal.value.reasons) == [field]


def test_it_lasts_no_longer_than_her_own_role(town, vera):
    RoleAssignment.objects.filter(user=town.manager).update(ends=at("2026-05-21 00:00"))

    with pytest.raises(Refused, match="Din egen roll slutar tidigare"):
        handed_over(town.manager, vera)


def test_it_ends_with_her_role_and_with_her_account(town, vera, owner):
    handed_over(town.manager, vera)
    handed_over(town.planner, vera)

    roles.withdraw(role_of(town.manager), by=owner, at=MEANWHILE)
    colleagues.close_account(colleagues.Account.objects.get(pk=town.planner.pk), by=owner, at=MEANWHILE)

    assert not vera.role_assignments.exists()
    assert Message.objects.filter(kind="role.delegation_ended", recipient=vera, copy_of=None).count() == 2


def test_an_account_that_closes_by_itself_takes_it_along_at_the_next_request(town, vera):
    town.order()
    handed_over(town.manager, vera)
    User.objects.filter(pk=town.manager.pk).update(is_active=False)

    assert sees(vera, MEANWHILE) == set()


def test_from_midnight_after_the_last_day_of_the_one_who_is_stood_in_for_nobody_stands_in(town, vera):
    order = town.order()
    handed_over(town.manager, vera)
    User.objects.filter(pk=town.manager.pk).update(ends_on=MEANWHILE.date() - timedelta(days=1))

    assert sees(vera, at(f"{MEANWHILE:%Y-%m-%d} 00:00")) == set()
    assert sees(vera, at(f"{MEANWHILE - timedelta(days=1):%Y-%m-%d} 23:59")) == {order}


def test_nobody_stands_in_for_herself_nor_twice_for_the_same_days(town, vera):
    handed_over(town.manager, vera)

    for colleague, last in ((town.manager, LAST), (vera, date(2026, 5, 20))):
        with pytest.raises(Refused):
            handed_over(town.manager, colleague, last=last)


def test_a_colleague_who_has_the_role_of_her_own_may_stand_in_and_keeps_hers(town, vera):
    order = town.order()
    own = roles.assign(vera, ORDERING_MANAGER, town.workplace, by=town.planner, at=NOW)
    handed_over(town.manager, vera)

    assert stand_ins.told_for(town.manager, town.workplace, at=MEANWHILE) == [vera]
    assert (sees(vera, MEANWHILE), sees(vera, AFTER)) == ({order}, {order})
    roles.tidy(at=AFTER)
    assert vera.role_assignments.get() == own


def test_what_is_over_is_tidied_away_without_a_word_more(town, vera):
    handed_over(town.manager, vera)
    Message.objects.all().delete()

    roles.tidy(at=AFTER)

    assert not vera.role_assignments.exists()
    assert not Message.objects.exists()
    assert HistoryEntry.objects.get(action="roleassignment.end").user is None


def test_a_role_with_days_lets_into_the_groups_and_out_again(vera, owner):
    days = (NOW + timedelta(days=1), NOW + timedelta(days=3))
    roles.assign(vera, EDITOR, days=days, by=owner, at=NOW)
    members = []
    for when in (0, 2, 4):
        roles.tidy(at=NOW + timedelta(days=when))
        members.append(vera.groups.filter(name="Redaktörer").exists())

    assert members == [False, True, False]
    assert not vera.role_assignments.exists()


def test_other_days_replace_those_that_were(town, vera, owner):
    for days in ((NOW, None), (NOW, MEANWHILE)):
        roles.assign(vera, PLANNER, town.area, days=days, by=owner, at=NOW)

    assert vera.role_assignments.get().ends == MEANWHILE
    assert list(HistoryEntry.objects.order_by("timestamp", "pk").values_list("action", flat=True)) == [
        "roleassignment.add", "roleassignment.change",
    ]  # fmt: skip


def test_nobody_whose_last_day_is_over_stands_in_or_is_told_in_anothers_place(town, vera):
    handed_over(town.manager, vera)
    User.objects.filter(pk=vera.pk).update(ends_on=FIRST)

    assert stand_ins.told_for(town.manager, town.workplace, at=MEANWHILE) == [town.manager]
    with pytest.raises(Refused, match="kan inte vara ersättare"):
        handed_over(town.manager, User.objects.get(pk=vera.pk), first=date(2026, 5, 25), last=date(2026, 5, 26))


def test_what_she_is_to_be_told_goes_to_the_stand_in_meanwhile(town, vera):
    handed_over(town.manager, vera)

    told = [stand_ins.told_for(town.manager, town.workplace, at=when) for when in (NOW, MEANWHILE, AFTER)]

    assert told == [[town.manager], [vera], [town.manager]]

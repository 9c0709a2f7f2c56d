"""The support looks as somebody else with a code that only she has been sent."""

from datetime import timedelta

import pytest

from people.models import Account, HistoryEntry, SupportVisit, User
from people.operations import identity, roles, support
from people.operations.refusals import Refused
from people.roles import PLANNER
from tests.cast import NOW, with_role

pytestmark = pytest.mark.django_db

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
NOBODY = "Det finns ingen att hjälpa med det användarnamnet."


@pytest.fixture
def emma(town):
    return town.substitute()


@pytest.fixture
def ask(owner, emma):
    def asked(person=None, at=NOW, by=owner) -> support.Asked:
        username = (person or emma.user).username
        return support.ask(by, username, reason="visa kalendern", at=at)

    return asked


def other_than(code: str) -> str:
    return "111111" if code != "111111" else "222222"


def test_the_right_code_opens_half_an_hour(ask, emma):
    visit, code = ask()

    begun = support.begin(visit, f" {code[:3]} {code[3:]} ", at=NOW + MINUTE).visit

    assert support.going_on(str(begun.pk), emma.user, now=NOW + 30 * MINUTE)
    assert not support.going_on(str(begun.pk), emma.user, now=NOW + 31 * MINUTE)


def test_a_code_has_six_digits_and_is_not_kept(ask):
    visit, code = ask()

    assert len(code) == 6
    assert code.isdecimal()
    assert code not in str(SupportVisit.objects.filter(pk=visit.pk).values().get())


def test_it_counts_for_ten_minutes(ask):
    visit, code = ask()

    assert support.begin(visit, code, at=NOW + 10 * MINUTE).refusal == "Koden gäller inte längre. Be om en ny."


def test_it_counts_once(ask):
    visit, code = ask()
    support.begin(visit, code, at=NOW)

    assert support.begin(visit, code, at=NOW).visit is None


def test_another_code_takes_its_place(ask):
    visit, code = ask()
    ask(at=NOW + MINUTE)

    assert support.begin(visit, code, at=NOW + MINUTE).visit is None


def test_a_form_that_is_sent_twice_asks_for_one_code(ask):
    first, again = ask(), ask(at=NOW + timedelta(seconds=5))

    assert again == support.Asked(first.visit, "")


def test_five_wrong_ones_end_it(ask):
    visit, code = ask()

    refusals = [support.begin(visit, other_than(code), at=NOW).refusal for _ in range(5)]

    assert refusals[4] == "Det blev fel för många gånger. Be om en ny kod."
    assert support.begin(visit, code, at=NOW).visit is None


def test_three_codes_an_hour_and_no_more(ask, town):
    for minute in range(3):
        ask(at=NOW + minute * MINUTE)

    with pytest.raises(Refused, match="för många koder"):
        ask(at=NOW + 5 * MINUTE)
    with pytest.raises(Refused, match="för många koder"):
        ask(at=NOW + 5 * MINUTE, by=with_role("system_owner"))
    assert ask(at=NOW + 61 * MINUTE)


def test_nobody_who_may_not_be_helped_is_told_from_nobody_at_all(ask, town, owner):
    hidden = town.substitute()
    identity.mark(hidden, by=town.planner, at=NOW)
    hidden.refresh_from_db()
    closed = town.substitute(user__is_active=False).user

    for person in (owner, with_role("system_owner"), town.planner, hidden.user, closed):
        with pytest.raises(Refused, match=NOBODY):
            ask(person)
    with pytest.raises(Refused, match=NOBODY):
        support.ask(owner, "finns-inte", reason="x", at=NOW)


@pytest.mark.parametrize("whose", ["helper", "person"])
def test_it_ends_with_the_last_day_of_either_though_nobody_has_closed_the_account_yet(ask, whose):
    visit, code = ask()
    begun = support.begin(visit, code, at=NOW).visit

    User.objects.filter(pk=getattr(visit, whose).pk).update(ends_on=NOW.date() - timedelta(days=1))

    assert support.going_on(str(begun.pk), begun.person, now=NOW + MINUTE) is None


def test_an_ordering_manager_can_be_helped(ask, town):
    visit, code = ask(town.manager)

    assert support.begin(visit, code, at=NOW).visit.person == town.manager


def test_whoever_is_protected_meanwhile_is_not_looked_at(ask, emma, town):
    visit, code = ask()
    begun = support.begin(visit, code, at=NOW).visit
    identity.mark(emma, by=town.planner, at=NOW + MINUTE)

    assert not support.going_on(str(begun.pk), emma.user, now=NOW + MINUTE)


def test_a_code_to_somebody_who_is_protected_meanwhile_opens_nothing(ask, emma, town):
    visit, code = ask()
    identity.mark(emma, by=town.planner, at=NOW + MINUTE)

    assert support.begin(visit, code, at=NOW + MINUTE).visit is None
    assert not SupportVisit.objects.exists()


def test_a_code_to_somebody_who_got_a_desk_meanwhile_opens_nothing(ask, emma, town):
    visit, code = ask()
    roles.assign(emma.user, PLANNER, town.area, by=None, at=NOW)

    assert "går inte längre" in support.begin(visit, code, at=NOW + MINUTE).refusal
    assert not HistoryEntry.objects.of(emma).exists()


def test_a_helper_who_has_lost_her_role_looks_no_more(ask, emma, owner):
    visit, code = ask()
    begun = support.begin(visit, code, at=NOW).visit
    owner.role_assignments.all().delete()

    assert not support.going_on(str(begun.pk), emma.user, now=NOW + MINUTE)


def test_both_have_it_in_their_history_with_the_reason(ask, emma, owner):
    visit, code = ask()
    support.begin(visit, code, at=NOW)
    support.end(str(visit.pk), at=NOW + MINUTE)
    support.end(str(visit.pk), at=NOW + MINUTE)

    of_her = [(entry.action, entry.user_id) for entry in HistoryEntry.objects.of(emma)]
    assert of_her == [("substitute.support_end", owner.pk), ("substitute.support_begin", owner.pk)]
    given = HistoryEntry.objects.for_instance(Account.objects.get(pk=owner.pk)).get()
    assert given.data == {"reason": "visa kalendern", "person": emma.user_id}


def test_a_wrong_code_is_in_no_history(ask, emma):
    visit, code = ask()
    support.begin(visit, other_than(code), at=NOW)
    support.end(str(visit.pk), at=NOW)

    assert not HistoryEntry.objects.of(emma).exists()


def test_when_she_is_erased_it_is_not_said_any_more_why(ask, emma):
    visit, code = ask()
    support.begin(visit, code, at=NOW)

    support.forget_of(emma.user)

    assert not SupportVisit.objects.exists()
    assert "visa kalendern" not in str(list(HistoryEntry.objects.values_list("data", flat=True)))


def test_a_visit_is_forgotten_after_a_day(ask):
    ask()

    support.forget(at=NOW + 23 * HOUR)
    assert SupportVisit.objects.exists()
    support.forget(at=NOW + 24 * HOUR)
    assert not SupportVisit.objects.exists()

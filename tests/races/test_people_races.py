"""Two hands on the same person. Proved on PostgreSQL, with real connections."""

from datetime import date
from functools import partial

import pytest

from people.models import Account, Agreement, Substitute, User
from people.operations import colleagues, papers, substitutes
from people.operations.accounts import Person
from people.operations.organisation import Stays
from people.operations.papers import Terms
from people.operations.refusals import Refused
from tests.cast import NOW, a_town, with_role

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

EIGHT = 8
BORN = date(1996, 3, 17)


@pytest.fixture
def town(transactional_db):
    return a_town("Hemtjänst")


def terms(town):
    return Terms(town.area, town.occupation, date(2026, 6, 1))


def taking_on(town, number="V-1", email="mira@alvsunda.example", phone="070-174 06 05"):
    mira = Person("Mira", "Lindgren", phone, email)
    known = {"born": BORN, "employee_number": number, "terms": terms(town)}
    return partial(substitutes.take_on, mira, **known, by=town.planner, at=NOW)


def test_a_form_sent_many_times_at_once_makes_one_substitute(town, at_once):
    results = at_once([taking_on(town)] * EIGHT)

    assert {type(result) for result in results} <= {Substitute, Refused}
    assert (Substitute.objects.count(), Agreement.objects.count()) == (1, 1)
    assert User.objects.filter(last_name="Lindgren").count() == 1


def test_eight_of_one_name_at_once_have_each_a_user_name(town, at_once):
    at_once([taking_on(town, f"V-{n}", f"mira{n}@alvsunda.example", f"070-174 06 {n + 10}") for n in range(EIGHT)])

    names = set(User.objects.filter(last_name="Lindgren").values_list("username", flat=True))
    assert names == {"lima9617", *(f"lima9617-{n}" for n in range(2, EIGHT + 1))}


def test_two_with_one_number_that_nobody_says_they_share_are_not_both_registered(town, at_once):
    acts = [taking_on(town, f"V-{n}", f"mira{n}@alvsunda.example") for n in range(2)]

    results = at_once(acts, all_have_read=True)

    assert [type(result) for result in results].count(Refused) == 1
    assert User.objects.filter(phone="+46701740605").count() == 1


def test_the_same_agreement_made_at_once_is_one(town, at_once):
    substitute = taking_on(town)()
    more = Terms(town.workplace, town.occupation, date(2026, 6, 1))

    results = at_once([partial(papers.agree, substitute, more, by=town.planner, at=NOW)] * EIGHT)

    assert len(set(results)) == 1
    assert Agreement.objects.filter(workplace=town.workplace).count() == 1


def test_two_owners_who_close_each_other_out_leave_one(town, at_once):
    first, second = (Account.objects.get(pk=with_role("system_owner").pk) for _ in range(2))

    results = at_once(
        [
            partial(colleagues.close_account, first, by=second, at=NOW),
            partial(colleagues.close_account, second, by=first, at=NOW),
        ]
    )

    assert sorted(map(type, results), key=str) == sorted([type(None), Stays], key=str)
    assert Account.objects.filter(pk__in=[first.pk, second.pk], is_active=True).count() == 1

"""Erasing a person: what people know of each other."""

import pytest
from allauth.account.models import EmailAddress

from people.models import HistoryEntry, Locality, PhoneChange, Substitute, User
from people.operations import erasure, phones
from people.operations.refusals import Refused
from tests.cast import NOW
from tests.factories.people import (
    PASSWORD,
    RoleAssignmentFactory,
    SubstituteCompetenceFactory,
    SubstituteFactory,
    WorkplaceFactory,
)
from tests.factories.standing import BlockFactory, FavouriteFactory, IntroductionFactory, RecordsCheckFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def emma():
    return SubstituteFactory(
        user__first_name="Emma",
        user__last_name="Ek",
        user__username="emek0214",
        user__email="emma@alvsunda.example",
        user__phone="+46701740605",
        employee_number="V000123",
        born="2009-02-14",
        wished_weekly_hours=80,
        by_hand_only=True,
    )


def everything_of(substitute: Substitute) -> str:
    """Each column of hers, and of her account."""
    account = User.objects.filter(pk=substitute.user_id).values_list().get()
    return " ".join(map(str, account + Substitute.objects.filter(pk=substitute.pk).values_list().get()))


def test_her_name_her_addresses_and_her_numbers_are_gone(emma, owner):
    erasure.erase(emma, by=owner, at=NOW)

    left = everything_of(emma)
    for told in ("Emma", " Ek ", "emek0214", "emma@", "+46", "V000123", "2009"):
        assert told not in left
    emma = Substitute.objects.get(pk=emma.pk)
    assert (str(emma), emma.born, emma.wished_weekly_hours, emma.by_hand_only) == ("Raderad person", None, None, False)
    assert not Substitute.objects.active().filter(pk=emma.pk).exists()


def test_two_who_are_erased_are_nobody_each_by_herself(emma, owner):
    other = SubstituteFactory()
    for person in (emma, other):
        erasure.erase(person, by=owner, at=NOW)

    assert len(set(Substitute.objects.values_list("employee_number", "user__username"))) == 2


def test_there_is_no_way_in_and_a_session_has_ended(emma, owner, signed_in, client):
    hers = signed_in(emma.user)
    assert hers.get("/intyg/").status_code == 200

    erasure.erase(emma, by=owner, at=NOW)

    assert hers.get("/intyg/").status_code == 302
    username = User.objects.get(pk=emma.user_id).username
    for login in ("emek0214", "emma@alvsunda.example", username):
        client.post("/konto/login/", {"login": login, "password": PASSWORD})
        assert "_auth_user_id" not in client.session


def test_she_could_not_come_back_by_being_let_in_again(emma, owner, signed_in):
    hers = signed_in(emma.user)

    erasure.erase(emma, by=owner, at=NOW)
    User.objects.filter(pk=emma.user_id).update(is_active=True)

    assert hers.get("/intyg/").status_code == 302


def test_where_she_stood_with_workplaces_and_what_she_could_is_gone(emma, owner):
    EmailAddress.objects.create(user=emma.user, email=emma.user.email)
    of_hers = (BlockFactory, FavouriteFactory, IntroductionFactory, RecordsCheckFactory, SubstituteCompetenceFactory)
    rows = [made(substitute=emma) for made in of_hers]
    anothers = [made() for made in of_hers]

    erasure.erase(emma, by=owner, at=NOW)

    assert not any(type(row).objects.filter(pk=row.pk).exists() for row in rows)
    assert all(type(row).objects.filter(pk=row.pk).exists() for row in anothers)
    assert not EmailAddress.objects.exists()


def test_the_history_says_who_did_it_once_and_names_nobody(emma, owner):
    erasure.erase(emma, by=owner, at=NOW)
    first = everything_of(emma)
    erasure.erase(emma, by=owner, at=NOW)

    entry = HistoryEntry.objects.of(emma).get()
    assert (entry.action, entry.user, entry.timestamp, entry.data) == ("substitute.erase", owner, NOW, {})
    assert everything_of(emma) == first


def test_a_colleague_gives_back_her_role_first(emma, owner):
    RoleAssignmentFactory(user=emma.user, role="editor")

    with pytest.raises(Refused, match="en roll i portalen"):
        erasure.erase(emma, by=owner, at=NOW)

    assert str(Substitute.objects.get(pk=emma.pk)) == "Emma Ek"


def test_an_app_may_refuse_and_is_told_while_she_can_still_be_found(emma, owner, monkeypatch):
    told = []
    monkeypatch.setattr(erasure, "_hooks", [])
    erasure.on_erasure(erase=lambda person, by, at: told.append((person.user.phone, by, at)))
    erasure.on_erasure(erase=lambda *_: None, check=lambda *_: [] if told else ["Något väntar."])

    with pytest.raises(Refused, match="Något väntar"):
        erasure.erase(emma, by=owner, at=NOW)
    assert told == []
    told.append("settled")
    erasure.erase(emma, by=owner, at=NOW)

    assert told[1:] == [("+46701740605", owner, NOW)]


def test_an_app_that_fails_leaves_her_as_she_was(emma, owner, monkeypatch):
    def fails(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(erasure, "_hooks", [*erasure._hooks, erasure.Hook(lambda *_: [], fails)])

    with pytest.raises(ZeroDivisionError):
        erasure.erase(emma, by=owner, at=NOW)

    assert str(Substitute.objects.get(pk=emma.pk)) == "Emma Ek"
    assert not erasure.is_erased(emma)


def test_where_she_lives_what_she_wished_for_and_her_language_are_gone(emma, owner):
    home = Locality.objects.create(name="Granbyn", latitude="66.9", longitude="19.8")
    emma.locality, emma.farthest_km = home, 31
    emma.save()
    emma.wished_workplaces.add(WorkplaceFactory())
    User.objects.filter(pk=emma.user_id).update(language="en", phone_verified=True)
    phones.ask(emma, "+46701740690", by=emma.user, at=NOW)

    erasure.erase(emma, by=owner, at=NOW)

    emma = Substitute.objects.get(pk=emma.pk)
    assert (emma.locality, emma.farthest_km, emma.wished_workplaces.count()) == (None, None, 0)
    assert (emma.user.language, emma.user.phone_verified) == ("", False)
    assert not PhoneChange.objects.exists()

"""Somebody has lost her second step, and a colleague takes it away."""

import pytest
from django.urls import reverse

from messaging.models import Message
from people.models import HistoryEntry, Substitute
from people.operations import erasure, identity, roles, second_steps
from people.operations.refusals import Refused
from people.roles import EDITOR
from tests.cast import NOW, with_role
from tests.people.second_step_world import with_app, with_key
from tests.people.soft_key import SoftKey

pytestmark = pytest.mark.django_db
REASON = {"reason": "Har tappat mobilen, visade legitimation"}


def page_of(person) -> str:
    if isinstance(person, Substitute):
        return f"/admin/vikarier/{person.pk}/ta-bort-steg/"
    return f"/admin/konton/{person.pk}/ta-bort-steg/"


def test_the_owner_takes_away_a_colleagues(signed_in, owner, town):
    with_app(town.planner, at=NOW)

    answer = signed_in(owner).post(page_of(town.planner), REASON)

    assert answer.status_code == 302
    assert not second_steps.of(town.planner).exists()
    deed = HistoryEntry.objects.get(action="account.step_taken_away")
    assert (deed.user, deed.data["reason"]) == (owner, REASON["reason"])
    assert REASON["reason"] in deed.formatter.format_message(deed)


def test_she_is_told_in_words_that_do_not_say_why(signed_in, owner, town):
    with_app(town.planner, at=NOW)
    signed_in(owner).post(page_of(town.planner), REASON)

    body = Message.objects.filter(recipient=town.planner).order_by("pk").values_list("body", flat=True)
    assert any("En kollega har tagit bort" in one for one in body)
    assert not any("tappat" in one for one in body)


def test_a_planner_takes_away_a_substitutes_of_her_area(signed_in, town, elsewhere):
    her = town.substitute()
    with_app(her.user, at=NOW)
    assert signed_in(elsewhere.planner).post(page_of(her), REASON).status_code == 404
    assert second_steps.of(her.user).exists()

    signed_in(town.planner).post(page_of(her), REASON)

    assert not second_steps.of(her.user).exists()


def test_not_of_a_substitute_who_has_a_role_as_well(signed_in, town, owner):
    her = town.substitute()
    with_role("system_owner")
    her.user.role_assignments.create(role="certificate_officer")
    with_app(her.user, at=NOW)

    assert signed_in(town.planner).post(page_of(her), REASON).status_code == 404
    assert signed_in(owner).post(page_of(her.user), REASON).status_code == 302


def test_it_takes_a_reason(signed_in, owner, town):
    with_app(town.planner, at=NOW)

    page = signed_in(owner).post(page_of(town.planner), {"reason": " "})

    assert page.status_code == 422
    assert second_steps.of(town.planner).exists()


def test_nobody_takes_away_her_own_that_way(signed_in, owner):
    with_app(owner, at=NOW)

    page = signed_in(owner).post(page_of(owner), REASON)

    assert page.status_code == 422
    assert second_steps.of(owner).exists()
    with pytest.raises(Refused):
        second_steps.take_away(owner, "x", by=owner, at=NOW)


def test_twice_is_once(owner, town):
    with_app(town.planner, at=NOW)
    for _ in range(2):
        second_steps.take_away(town.planner, "x", by=owner, at=NOW)

    assert HistoryEntry.objects.filter(action="account.step_taken_away").count() == 1


def test_the_button_stands_where_there_is_something_to_take_away(signed_in, town, owner):
    her = town.substitute()
    desk, page = signed_in(town.planner), reverse("substitute:inspect", args=[her.pk])
    assert "ta-bort-steg" not in desk.get(page).content.decode()

    with_app(her.user, at=NOW)
    with_app(town.manager, at=NOW)

    assert page_of(her) in desk.get(page).content.decode()
    account = signed_in(owner).get(reverse("account:inspect", args=[town.manager.pk]))
    assert page_of(town.manager) in account.content.decode()


def test_an_erased_person_has_no_way_in_left(town, owner):
    her = town.substitute()
    with_app(her.user, at=NOW)
    second_steps.take_away(her.user, "Emma tappade mobilen", by=owner, at=NOW)
    with_app(her.user, at=NOW)

    erasure.erase(her, by=owner, at=NOW)

    assert not second_steps.of(her.user).exists()
    assert "Emma" not in str(list(HistoryEntry.objects.values_list("data", flat=True)))


def test_why_it_was_taken_away_while_she_had_a_role_goes_too(town, owner):
    erased, hidden = (town.substitute(user__first_name="Emma") for _ in range(2))
    for her in (erased, hidden):
        held = roles.assign(her.user, EDITOR, by=owner, at=NOW)
        with_app(her.user, at=NOW)
        second_steps.take_away(her.user, "Emma tappade mobilen", by=owner, at=NOW)
        roles.withdraw(held, by=owner, at=NOW)

    erasure.erase(erased, by=owner, at=NOW)
    identity.mark(hidden, by=town.planner, at=NOW)

    assert "Emma" not in str(list(HistoryEntry.objects.values_list("data", flat=True)))


def test_of_a_protected_person_neither_key_nor_app_says_who_she_is(client, town):
    her = town.substitute(user__first_name="Emma", user__username="emek0214")
    with_key(client, her.user, SoftKey(), "Emmas mobil")

    identity.mark(her, by=town.planner, at=NOW)
    her.user.refresh_from_db()

    rows = str(list(second_steps.of(her.user).values()))
    assert "Emma" not in rows
    assert "Nyckel 1" in rows
    assert second_steps.called(her.user) == "Mitt konto"

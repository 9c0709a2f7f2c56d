"""What the security log is told of links, accounts, second steps, stand-ins and what she is known by."""

import json
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from messaging import own_number
from people.grants import Grant
from people.models import RoleAssignment, User
from people.operations import (
    closing,
    delegations,
    group_roles,
    identifiers,
    password_links,
    second_steps,
    substitutes,
)
from people.operations.accounts import Person
from people.operations.refusals import Refused
from tests.cast import NOW, with_role
from tests.factories.people import UserFactory
from tests.people.second_step_world import APP, SECOND, add_key, by_password, code_of, proven, with_app, with_key
from tests.people.soft_key import SoftKey

NUMBER, NEW = "+46701740605", "Blabar-och-4-hjortron"


@pytest.fixture
def emma(town):
    return town.substitute(user__phone=NUMBER)


def names(told) -> list[str]:
    return [event["event"] for event in told]


def test_a_link_to_choose_a_password_by(emma, town, hears):
    with hears() as told:
        withdrawn = password_links.send(emma.user, by=town.planner, at=timezone.now())
        password_links.withdraw(emma.user, by=town.planner, at=timezone.now())
        Client().get(f"/konto/lank/{withdrawn.token}/")
        link = password_links.send(emma.user, by=town.planner, at=timezone.now())
        Client().post(f"/konto/lank/{link.token}/", {"password1": NEW, "password2": NEW})

    sent, used = told.named("password_link.sent"), told.named("password_link.used")
    assert [(event["user"], event["facts"]["deed"]) for event in sent] == [
        (town.planner.pk, "substitute.start_reset")
    ] * 2
    assert [(event["user"], event["about"]) for event in used] == [(emma.user.pk, f"user:{emma.user.pk}")]
    assert len(told.named("password_link.withdrawn")) == len(told.named("password_link.refused")) == 1
    assert link.token not in str(told)


def test_an_account_that_is_changed_ends_closes_and_opens_again(emma, town, owner, hears):
    user, her = emma.user, Person("Emma", "Ek", "070-174 06 98", emma.user.email)

    with hears() as told:
        substitutes.change(emma, her, is_active=True, by=town.planner, at=NOW)
        closing.end(user, date(2026, 6, 30), by=town.planner, at=NOW)
        closing.close(user, by=town.planner, at=NOW)
        closing.reopen(user, by=town.planner, at=NOW)

    assert names(told) == ["account.changed", "account.last_day_set", "account.closed", "account.reopened"]
    assert "phone" in told[0]["facts"]["changed"]
    assert "Emma" not in str(told)


def test_another_number_asked_for_tried_and_asked_for_too_often(emma, hears):
    with hears() as told:
        for last in "678":
            own_number.ask(emma, f"070-174 06 6{last}", by=emma.user, at=NOW)
        with pytest.raises(Refused):
            own_number.ask(emma, "070-174 06 69", by=emma.user, at=NOW)
        with pytest.raises(Refused):
            own_number.confirm(emma, "x", by=emma.user, at=NOW)

    assert [event["about"] for event in told.named("phone.code_asked")] == [f"user:{emma.user.pk}"] * 3
    assert [event["facts"] for event in told.named("phone.code_not_sent")] == [{"why": "limit"}]
    assert [event["facts"] for event in told.named("phone.code_refused")] == [{"left": 4}]


def test_second_steps_that_come_and_go(town, owner, hears):
    her = with_role("planner", area=town.area)
    client = proven(Client(), her)
    with hears() as told:
        client.post(APP, {"code": "000000"})
        with_app(her, at=NOW)
        second_steps.shown_codes(her)
        second_steps.renew_codes(her, by=her, at=NOW)
        add_key(client, SoftKey())
        second_steps.remove(second_steps.of(her).filter(type="totp").get(), by=her, at=NOW)
        second_steps.take_away(her, "tappad", by=owner, at=NOW)

    seen = [(event["event"], event["facts"].get("step", "")) for event in told if event["event"] != "second_step.used"]
    assert sorted(seen) == sorted(
        [
            ("second_step.not_added", ""),
            ("second_step.codes_shown", ""),
            ("second_step.added", "totp"),
            ("second_step.codes_renewed", "recovery_codes"),
            ("second_step.added", "webauthn"),
            ("second_step.removed", "totp"),
            ("second_step.taken_away", ""),
            ("sessions.ended_elsewhere", ""),
        ]
    )
    assert "tappad" not in str(told)


def test_codes_and_keys_that_are_wrong_until_she_waits(town, hears):
    her = with_app(UserFactory(), at=NOW)
    client = Client()

    with hears() as told:
        by_password(client, her)
        for _ in range(6):
            client.post(SECOND, {"code": "000000"})
        client.post(SECOND, {"credential": json.dumps({"id": "x"})})

    assert [event["user"] for event in told.named("second_step.failed")] == [her.pk] * 5
    assert {event["user"] for event in told.named("second_step.stopped")} == {her.pk}


def test_a_key_that_is_no_answer_and_one_that_there_are_two_of(emma, client, hears):
    key = with_key(client, emma.user)
    by_password(client, emma.user)
    options = client.get(SECOND).context["options"]

    with hears() as told:
        client.post(SECOND, {"credential": json.dumps({"id": "x"})})
    assert [(event["user"], event["facts"]["kind"]) for event in told.named("second_step.failed")] == [
        (emma.user.pk, "webauthn")
    ]

    row = second_steps.of(emma.user).get(type="webauthn")
    row.data["counter"] = 99
    row.save()
    options = client.get(SECOND).context["options"]
    with hears() as told:
        client.post(SECOND, {"credential": json.dumps(key.use(options))})
    assert [event["about"] for event in told.named("second_step.copied")] == [f"user:{emma.user.pk}"]


def test_what_can_no_longer_be_opened(emma, settings, hears):
    her = with_app(emma.user, at=NOW)
    settings.SECRET_KEY = "en helt annan nyckel an den som hon fick sin app med"

    with hears() as told:
        second_steps.codes.used(her, code_of("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", NOW), at=NOW)

    assert [event["about"] for event in told.named("second_step.unreadable")] == [f"user:{her.pk}"]


def test_a_role_in_anothers_place(town, hears):
    vera, role = UserFactory(), RoleAssignment.objects.get(user=town.planner)
    with hears() as told:
        given = delegations.delegate(
            role, vera, first=date(2026, 5, 18), last=date(2026, 5, 24), by=town.planner, at=NOW
        )
        delegations.end(given, by=town.planner, at=NOW)

    assert names(told) == ["role.delegated", "role.delegation_ended"]
    facts = told[0]["facts"]
    assert (facts["role"], facts["whose"], facts["instead_of"]) == ("planner", vera.pk, town.planner.pk)


def test_roles_that_a_group_gives_and_takes_back(town, hears):
    her = UserFactory()
    with hears() as told:
        group_roles.follow(her, [Grant("editor", ""), Grant("planner", "Finns inte")], source="eid", at=NOW)
        group_roles.follow(her, [], source="eid", at=NOW)

    assert sorted(names(told)) == ["role.given", "role.not_given", "role.withdrawn"]
    assert told.named("role.given")[0]["facts"]["source"] == "eid"
    assert told.named("role.not_given")[0]["facts"] == {"role": "planner", "places": 0}


def test_what_an_identity_provider_knows_her_by(settings, owner, hears):
    her = UserFactory()
    settings.PERSONNUMMER_KEYS = ["den nya nyckeln", "den gamla nyckeln"]
    with hears() as told:
        identifiers.know_by_personnummer(her, "19811218-9876", by=owner, at=NOW)
        User.objects.filter(pk=her.pk).update(personnummer_hash="x")
        identifiers.renew(User.objects.get(pk=her.pk), "19811218-9876")

    assert names(told) == ["account.identifier_changed", "account.identifier_renewed"]
    assert "9876" not in str(told)

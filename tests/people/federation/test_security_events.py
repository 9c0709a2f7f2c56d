"""What the security log is told of those who come by an identity provider, and of answers that are refused."""

import pytest

from people.models import Area
from tests.factories.people import PASSWORD

BENT = {"aud": "en-annan"}


def refusals(told) -> list[dict]:
    return [event["facts"] for event in told.named("identity.refused")]


def test_somebody_whom_nobody_here_knows(journey, op, hears):
    op.person["employee_number"] = "K9999"

    with hears() as told:
        journey.whole()

    assert refusals(told) == [{"provider": "eid", "why": "unknown"}]
    assert "K9999" not in str(told)


@pytest.mark.parametrize(("wrong", "reason"), [(BENT, "audience"), ({"nonce": "x"}, "nonce"), ({"iss": "x"}, "issuer")])
def test_an_answer_that_is_not_what_it_must_be_and_which_part(journey, her, op, wrong, reason, hears):
    op.wrong.claims = wrong

    with hears() as told:
        journey.whole()

    assert refusals(told) == [{"provider": "eid", "why": "refused", "reason": reason}]
    assert not told.named("sign_in.done")


def test_somebody_who_thinks_better_of_it(journey, her, op, hears):
    op.denies = True

    with hears() as told:
        journey.whole()

    assert [facts["why"] for facts in refusals(told)] == ["cancelled"]


def test_a_provider_that_does_not_answer(journey, her, op, hears):
    op.close()

    with hears() as told:
        journey.client.post("/konto/via/eid/")

    assert [event["facts"] for event in told.named("identity.unreachable")] == [{"provider": "eid"}]


def test_who_comes_in_and_with_which_roles(journey, her, op, chosen, hears):
    Area.objects.create(name="Hemtjänst")
    chosen(groups_claim="groups")
    op.person["groups"] = ["Bemanning"]

    with hears() as told:
        journey.whole()

    assert [(event["user"], event["facts"]["methods"]) for event in told.named("sign_in.done")] == [
        (her.pk, ["socialaccount"])
    ]
    assert [event["facts"]["source"] for event in told.named("role.given")] == ["eid"]


def test_who_was_in_already_and_shows_once_more_that_it_is_she(journey, her, hears):
    journey.client.post("/konto/login/", {"login": her.username, "password": PASSWORD})

    with hears() as told:
        journey.whole()

    (stronger,) = told.named("session.stronger")
    assert (stronger["user"], stronger["facts"]["method"]) == (her.pk, "socialaccount")
    assert (stronger["facts"]["provider"], stronger["facts"]["strength"]) == ("eid", "two_steps")

"""What claims say, without a portal around them."""

import pytest

from people.federation.claims import Identifier, grants, missing, person
from people.grants import Grant
from portal.federation import Reading

BY_NUMBER = Reading("employee_number", "number", "groups", {})
ROLES = {
    "CN=Bemanning,OU=Vård": ("planner@Hemtjänst", "planner@Funktionsstöd"),
    "Redaktion": ("editor",),
}


@pytest.mark.parametrize("said", ["K0042", " K0042 ", ["K0042"]])
def test_a_number_says_who_it_is(said):
    assert person({"number": said}, BY_NUMBER) == Identifier("employee_number", "K0042")


def test_a_number_may_come_as_one():
    assert person({"number": 4711}, BY_NUMBER) == Identifier("employee_number", "4711")


@pytest.mark.parametrize(
    "said", [None, "", " ", True, 1.5, [], ["K0042", "K0043"], {"number": "K0042"}, "K" * 300, "K\x0042"]
)
def test_what_names_nobody_or_several_says_nobody(said):
    assert person({"number": said}, BY_NUMBER) is None


def test_a_claim_is_found_by_its_whole_name_before_by_its_path():
    path = Reading("employee_number", "a.b", "", {})

    assert person({"a": {"b": "inne"}}, path) == Identifier("employee_number", "inne")
    assert person({"a": {"b": "inne"}, "a.b": "hela"}, path) == Identifier("employee_number", "hela")
    assert person({"a": "b"}, path) is None


@pytest.mark.parametrize("verified", [False, "false"])
def test_an_e_mail_that_is_said_to_be_unseen_names_nobody(verified):
    by_email = Reading("trusted_email", "email", "", {})

    assert person({"email": "elin@alvsunda.example", "email_verified": verified}, by_email) is None
    assert person({"email": "elin@alvsunda.example"}, by_email) is not None


def test_groups_give_what_they_are_mapped_to_and_nothing_else():
    reading = Reading("employee_number", "number", "groups", ROLES)

    given = grants({"groups": ["CN=Bemanning,OU=Vård", "Redaktion", "system_owner"]}, reading)

    assert given == {Grant("planner", "Hemtjänst"), Grant("planner", "Funktionsstöd"), Grant("editor", "")}


@pytest.mark.parametrize("claims", [{}, {"groups": None}, {"groups": {"Redaktion": 1}}])
def test_no_groups_give_nothing(claims):
    assert grants(claims, Reading("employee_number", "number", "groups", ROLES)) == frozenset()


def test_groups_that_nobody_reads_give_nothing():
    assert grants({"": ["Redaktion"]}, Reading("employee_number", "number", "", ROLES)) == frozenset()


def test_only_what_is_read_is_missed():
    assert missing({"number": "K0042"}, BY_NUMBER)
    assert not missing({"number": "K0042", "groups": []}, BY_NUMBER)
    assert not missing({"number": "K0042"}, Reading("employee_number", "number", "", {}))

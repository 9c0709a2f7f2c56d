"""What the register says, and what it means here."""

from datetime import date

import pytest

from people.importing.staff.wanted import WantedRole
from people.ss12000 import mapping, reading
from people.ss12000.mapping import Rule
from tests.standins.ss12000 import duty, organisation, person

TODAY = date(2026, 5, 12)
HEAD = Rule("Rektor", "12345678", WantedRole("ordering_manager", workplace="w1"))
ANYWHERE = Rule("skoladministratör", "", WantedRole("planner", area="a1"))


def said(persons=(), duties=()) -> dict[str, object]:
    return {"persons": list(persons), "duties": list(duties), "organisations": [organisation()]}


def people(*persons, duties, rules=(HEAD, ANYWHERE)):
    return mapping.people(reading.register_of(said(persons, duties)), rules, today=TODAY)


def test_a_head_of_a_school_orders_there_for_as_long_as_the_duty_lasts():
    (karin,) = people(person("p1"), duties=[duty("d1", "p1", endDate="2026-12-31")])

    assert karin.roles == (WantedRole("ordering_manager", workplace="w1", first="2026-01-01", last="2026-12-31"),)
    assert (karin.key, karin.first_name, karin.last_name, karin.born) == ("p1", "Karin", "Berg", "1976-03-17")


def test_the_address_and_the_number_at_work_come_before_private_ones():
    numbers = [
        {"value": "0980319200", "type": "Arbete", "mobile": False},
        {"value": "0701740605", "type": "Hem", "mobile": True},
        {"value": "0701740606", "type": "Arbete", "mobile": True},
    ]
    (karin,) = people(person("p1", phoneNumbers=numbers), duties=[duty("d1", "p1")])

    assert (karin.email, karin.phone) == ("p1@alvsunda.example", "0701740606")


def test_what_is_none_of_our_business_is_not_kept():
    (karin,) = people(person("p1"), duties=[duty("d1", "p1")])

    assert "197603170000" not in str(karin.as_row())
    assert "hemma.example" not in str(karin.as_row())


def test_of_one_who_is_protected_only_her_key_is_kept():
    marked = person("p1", "Sara", "Hemlig", securityMarking="Sekretessmarkering")
    (hidden,) = people(marked, duties=[duty("d1", "p1")])

    assert "skyddade uppgifter" in hidden.faults["key"]
    assert (hidden.first_name, hidden.last_name, hidden.email, hidden.roles) == ("", "", "", ())


def test_duties_long_over_and_those_that_give_nothing_make_nobody_ours():
    duties = [duty("d1", "p1", endDate="2026-03-01"), duty("d2", "p2", "Lärare"), duty("d3", "p3", at="org-2")]

    assert people(person("p1"), person("p2"), person("p3"), duties=duties) == []


def test_one_whose_duty_is_just_over_is_said_to_have_ended():
    (karin,) = people(person("p1"), duties=[duty("d1", "p1", endDate="2026-05-11")])

    assert karin.roles[0].last == "2026-05-11"


def test_two_duties_for_the_same_role_are_one_from_the_first_day_to_the_last():
    duties = [duty("d1", "p1", endDate="2026-06-30"), duty("d2", "p1", startDate="2026-07-01")]
    (karin,) = people(person("p1"), duties=duties)

    assert karin.roles == (WantedRole("ordering_manager", workplace="w1", first="2026-01-01"),)


def test_a_last_day_at_the_end_of_time_is_until_further_notice():
    (karin,) = people(person("p1"), duties=[duty("d1", "p1", endDate="9999-12-31")])

    assert karin.roles[0].last == ""


def test_a_rule_without_an_organisation_is_for_all_and_capitals_do_not_matter():
    (karin,) = people(person("p1"), duties=[duty("d1", "p1", "Skoladministratör", at="org-9")])

    assert karin.roles[0].place == ("planner", "a1", "")


def test_a_duty_of_nobody_is_told():
    (unknown,) = people(duties=[duty("d1", "p9")])

    assert "saknas" in unknown.faults["key"]


@pytest.mark.parametrize(
    "content",
    [
        [], {}, {"persons": []}, said([], []) | {"duties": "inga"}, said([], ["d1"]), said([], [{"id": "d1"}]),
        said([], [duty("d1", "p1", startDate="i går")]),
    ],
)  # fmt: skip
def test_what_is_nothing_of_the_standard_is_unreadable(content):
    with pytest.raises(reading.Unreadable):
        reading.register_of(content)


def test_lists_may_be_the_answers_they_came_in():
    answers = {
        name: {"data": rows, "pageToken": None} for name, rows in said([person("p1")], [duty("d1", "p1")]).items()
    }

    assert reading.register_of(answers).persons.keys() == {"p1"}

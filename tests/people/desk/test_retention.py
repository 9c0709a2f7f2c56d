"""The owner decides what goes, tries it out, and reads what has gone; to others the pages do not exist."""

from datetime import date, timedelta

import pytest

from people.data_map import BY_DECISION, Kept
from people.models import LookedAt, RetentionRule
from people.operations import retention
from people.operations.retention import Decision
from tests.cast import NOW

FORM = {"months": "24", "decision": "KS 2026/114", "decided_on": "2026-03-02", "decided_by": "kommunstyrelsen"}


def test_every_kind_says_that_nothing_goes_until_something_is_decided(owner, signed_in):
    page = signed_in(owner).get("/admin/gallring/").text

    assert page.count("Inget beslut. Gallras inte.") == len(BY_DECISION)
    assert "Inget har gallrats" in page


def test_a_decision_is_kept_with_its_number_and_stands_in_the_list(owner, signed_in):
    browser = signed_in(owner)

    assert browser.post("/admin/gallring/looks/", FORM).status_code == 302

    rule = RetentionRule.objects.get()
    assert (rule.kind, rule.months, rule.decision, rule.made_by) == ("looks", 24, "KS 2026/114", owner)
    assert "KS 2026/114" in browser.get("/admin/gallring/").text


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"decision": " "}, "Utan beslut gallras ingenting."),
        ({"months": "0"}, "months"),
        ({"decided_on": "2999-01-01"}, "decided_on"),
    ],
)
def test_without_a_number_a_day_or_a_time_nothing_is_decided_and_what_was_typed_is_there(wrong, says, owner, signed_in):
    answer = signed_in(owner).post("/admin/gallring/looks/", FORM | wrong)

    assert (answer.status_code, RetentionRule.objects.count()) == (422, 0)
    assert says in answer.text
    assert "kommunstyrelsen" in answer.text


def test_it_is_tried_out_before_anything_is_decided(town, owner, signed_in):
    LookedAt.objects.create(user=owner, person=town.substitute().user, at=NOW - timedelta(days=4000), page="inspect")

    page = signed_in(owner).get("/admin/gallring/looks/", {"manader": "24"}).text

    assert "<b>1</b> visningar" in page
    assert (LookedAt.objects.count(), RetentionRule.objects.count()) == (1, 0)


def test_what_has_gone_is_in_the_record(town, owner, signed_in):
    LookedAt.objects.create(user=owner, person=town.substitute().user, at=NOW - timedelta(days=4000), page="inspect")
    decision = Decision(months=24, number="KS 2026/114", on=date(2026, 3, 2), by="kommunstyrelsen")
    retention.decide(Kept.LOOKS, decision, by=owner, at=NOW)
    (run,) = retention.begin(at=NOW)
    while retention.go_on(run, at=NOW):
        pass

    page = signed_in(owner).get("/admin/gallring/").text

    assert "1 visningar" in page
    assert "Pågår" not in page


def test_a_decision_is_withdrawn(owner, signed_in):
    browser = signed_in(owner)
    browser.post("/admin/gallring/looks/", FORM)

    browser.post("/admin/gallring/looks/upphav/")

    assert not RetentionRule.objects.in_force().exists()


@pytest.mark.parametrize("address", ["/admin/gallring/", "/admin/gallring/looks/", "/admin/visningar/"])
def test_to_a_planner_the_pages_do_not_exist(address, town, signed_in):
    assert signed_in(town.planner).get(address).status_code == 404


@pytest.mark.parametrize("kind", ["itself", "nothing", "account"])
def test_only_what_goes_by_decision_can_be_decided(kind, owner, signed_in):
    assert signed_in(owner).get(f"/admin/gallring/{kind}/").status_code == 404


@pytest.mark.parametrize("months", ["", "x", "-1", "0", "841", "99999999999999999999", "٣", "000999999"])
def test_what_is_no_number_of_months_counts_nothing(months, owner, signed_in):
    answer = signed_in(owner).get("/admin/gallring/notes/", {"manader": months})

    assert answer.status_code == 200
    assert "<b>" not in answer.text.split("Provkör")[1].split("</aside>")[0]

"""Each look at a person is written down, for a reason where it is sensitive; she herself reads by what role."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from people import looking
from people.models import LookedAt
from people.unusual import Finding, Limits, Look, Why, unusual
from tests.cast import NOW, with_role
from tests.factories.intyg import CertificateRequestFactory

FEW = Limits(in_an_hour=2, strangers_in_a_day=1, protected_in_a_day=1)


@pytest.mark.parametrize("page", ["inspect", "papers", "shifts", "messages", "change"])
def test_every_page_of_hers_that_is_opened_is_written_down(page, town, signed_in):
    her = town.substitute()

    assert signed_in(town.planner).get(reverse(f"substitute:{page}", args=[her.pk])).status_code == 200

    look = LookedAt.objects.get()
    assert (look.user, look.person, look.page) == (town.planner, her.user, page)


def test_a_colleagues_account_is_somebodys_too(town, owner, signed_in):
    browser, whose = signed_in(owner), [town.planner.pk]
    for page in ("account:inspect", "account:change"):
        assert browser.get(reverse(page, args=whose)).status_code == 200

    assert set(town.planner.looks.values_list("user", "page")) == {(owner.pk, "account"), (owner.pk, "change")}
    hers = signed_in(town.planner).get("/mina-uppgifter/").text
    assert "Systemförvaltare: Konto" in hers
    assert "Be om rättelse" not in hers
    assert str(town.planner) in browser.get("/admin/visningar/").text


def test_nobody_is_written_down_for_what_she_was_not_shown(town, elsewhere, signed_in):
    signed_in(elsewhere.planner).get(reverse("substitute:inspect", args=[town.substitute().pk]))

    assert not LookedAt.objects.exists()


def test_she_reads_when_and_by_what_role_but_not_by_whom(town, signed_in):
    her = town.substitute()
    looking.note(her.user, looking.Page.PAPERS, by=town.planner, at=NOW)

    page = signed_in(her.user).get("/mina-uppgifter/").text

    assert "Bemanningsplanerare: Papper" in page
    assert town.planner.last_name not in page


def test_what_is_sensitive_is_not_kept_without_a_reason(town):
    with pytest.raises(IntegrityError), transaction.atomic():
        looking.note(town.substitute().user, looking.Page.IDENTITY, by=town.planner, at=NOW)


def test_a_colleagues_case_with_income_is_shown_to_whoever_says_why(officer, signed_in, db):
    asked = CertificateRequestFactory(type="arsinkomst", details={"gross_2026_03": "12345"})
    browser, address = signed_in(officer), f"/admin/intyg/{asked.pk}/"

    closed = browser.get(address).text
    opened = browser.get(address, {"why": "1", "reason": "check"}).text

    assert "Varför behöver du se uppgifterna?" in closed
    assert "Varför behöver du se uppgifterna?" not in opened
    assert [(look.page, look.reason) for look in LookedAt.objects.all()] == [("income", "check")]


def test_a_personnummer_is_shown_on_no_page_but_its_own_and_for_a_reason(officer, signed_in, db):
    asked = CertificateRequestFactory(details={"identity_number": "19980404-0000"}, officer=officer, status="assigned")
    browser = signed_in(officer)

    assert "19980404-0000" not in browser.get(f"/admin/intyg/{asked.pk}/").text
    assert browser.post(f"/admin/intyg/{asked.pk}/personnummer/").status_code == 422
    shown = browser.post(f"/admin/intyg/{asked.pk}/personnummer/", {"reason": "case"})

    assert "19980404-0000" in shown.text
    assert "no-store" in shown.headers["Cache-Control"]
    assert LookedAt.objects.filter(page="number", reason="case").count() == 1


def test_a_personnummer_that_is_not_written_anew_is_kept(officer, signed_in, db):
    asked = CertificateRequestFactory(details={"identity_number": "19980404-0000"}, officer=officer, status="assigned")

    signed_in(officer).post(f"/admin/intyg/{asked.pk}/", {"do": "save", "identity_number": ""})

    asked.refresh_from_db()
    assert asked.details["identity_number"] == "19980404-0000"


def test_a_draft_that_shows_the_personnummer_is_a_look_at_it_and_no_colleagues_to_open(officer, signed_in, db):
    kept = {"identity_number": "19980404-0000"}
    asked = CertificateRequestFactory(type="tjanstgoringsintyg", details=kept, officer=officer, status="assigned")
    form = {"do": "preview", "identity_number": ""}

    theirs = signed_in(with_role("certificate_officer")).post(f"/admin/intyg/{asked.pk}/", form)
    assert "Ta över först" in theirs.text
    assert not LookedAt.objects.exists()

    mine = signed_in(officer).post(f"/admin/intyg/{asked.pk}/", form)
    assert mine["Content-Type"] == "application/pdf"
    assert [(look.page, look.reason) for look in LookedAt.objects.all()] == [("number", "case")]


def test_many_numbers_in_lists_are_unusual_by_themselves_and_are_no_persons_opened():
    limits = Limits(in_an_hour=2, listed_in_a_day=3)

    assert unusual([look(name, listed=True) for name in "abc"], limits) == []
    assert [one.why for one in unusual([look(name, listed=True) for name in "abcd"], limits)] == [Why.LISTED]


def look(person: str, minutes: int = 0, **what: bool) -> Look:
    return Look(1, person, NOW + timedelta(minutes=minutes), **what)


def test_many_persons_within_an_hour_are_unusual_and_the_same_one_often_is_not():
    assert unusual([look("a", n) for n in range(50)], FEW) == []
    assert unusual([look("a"), look("b", 5), look("c", 70)], FEW) == []
    assert unusual([look("a"), look("b", 5), look("c", 59)], FEW) == [
        Finding(1, Why.MANY, 3, NOW + timedelta(minutes=59))
    ]


@pytest.mark.parametrize(("kind", "why"), [("stranger", Why.STRANGERS), ("protected", Why.PROTECTED)])
def test_strangers_and_protected_ones_are_counted_for_a_day(kind, why):
    assert unusual([look("a", **{kind: True}), look("b", 61), look("a", 70, **{kind: True})], FEW) == []
    found = unusual([look("a", **{kind: True}), look("b", 600, **{kind: True})], FEW)
    assert [(one.why, one.persons) for one in found] == [(why, 2)]


def test_each_colleague_is_judged_by_herself():
    assert unusual([Look(1, "a", NOW), Look(2, "b", NOW), Look(1, "c", NOW), Look(3, "d", NOW)], FEW) == []


@pytest.mark.parametrize("role", ["planner", "editor", "certificate_officer"])
def test_the_list_of_looks_is_the_owners_alone(role, town, owner, signed_in):
    somebody = with_role(role, **({"area": town.area} if role == "planner" else {}))

    assert signed_in(somebody).get("/admin/visningar/").status_code == 404
    assert signed_in(owner).get("/admin/visningar/").status_code == 200

"""What the security log is told of help, of people who are read in, and of what leaves or is looked at."""

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from intyg import operations as certificates
from messaging import own_copy
from people import looking, tasks
from people.importing.staff import carrying_out
from people.importing.staff.wanted import Wanted
from people.models import LookedAt
from people.operations import (
    support,
)
from people.operations.refusals import Refused
from tests.cast import NOW
from tests.factories.intyg import CertificateRequestFactory

NUMBER = "+46701740605"


@pytest.fixture
def emma(town):
    return town.substitute(user__phone=NUMBER)


def names(told) -> list[str]:
    return [event["event"] for event in told]


def test_help_that_is_asked_for_tried_begun_and_ended(emma, owner, hears):
    with hears() as told:
        with pytest.raises(Refused):
            support.ask(owner, "finns-inte", reason="visa", at=NOW)
        visit, code = support.ask(owner, emma.user.username, reason="visa", at=NOW)
        support.begin(visit, "111111" if code != "111111" else "222222", at=NOW)
        support.begin(visit, code, at=NOW)
        support.end(str(visit.pk), at=NOW)

    assert sorted(names(told)) == [
        "support.asked", "support.begun", "support.code_refused", "support.ended", "support.refused",
    ]  # fmt: skip
    assert {event["user"] for event in told} == {owner.pk}
    assert code not in str(told)


def test_a_helper_who_tries_what_is_closed(emma, owner, hears):
    browser = Client()
    visit, code = support.ask(owner, emma.user.username, reason="visa", at=timezone.now())
    browser.force_login(owner)
    browser.post(reverse("support:code", args=[visit.pk]), {"code": code})

    with hears() as told:
        assert browser.get("/intyg/").status_code == 403

    (stopped,) = told.named("support.stopped")
    assert (stopped["user"], stopped["about"]) == (owner.pk, f"user:{emma.user.pk}")


def test_colleagues_that_are_read_in_and_those_that_cannot_be(owner, hears, settings, tmp_path, drain):
    one = Wanted(number=2, first_name="Karin", last_name="Berg", email="k@alvsunda.example", born="1976-03-17")
    with hears() as told:
        run = carrying_out.read("personal.csv", [one], whole=False, by=owner, at=NOW)
        carrying_out.order(run, by=owner, at=NOW)
        drain()
    assert [(event["user"], event["facts"]["rows"]) for event in told.named("staff.import_ordered")] == [(owner.pk, 1)]
    assert told.named("staff.imported")[0]["facts"]["new"] == 1
    assert "Karin" not in str(told)

    (tmp_path / "x.json").write_bytes(b"{}")
    settings.SS12000 = settings.SS12000 | {"url": "http://127.0.0.1:1", "timeout": 1}
    with hears() as told:
        tasks.read_staff()
        with pytest.raises(CommandError):
            call_command("read_staff", "--file", str(tmp_path / "x.json"))
    assert [event["facts"]["why"] for event in told.named("staff.not_read")] == ["unreachable", "unreadable"]


@pytest.mark.parametrize(
    ("who", "page", "name"),
    [("owner", "/admin/konton/personal/", "staff.not_read"), ("planner", "substitute:import", "substitutes.not_read")],
)
def test_a_file_that_says_nothing(who, page, name, town, owner, signed_in, hears):
    user, address = (owner if who == "owner" else town.planner), page if page.startswith("/") else reverse(page)
    with hears() as told:
        signed_in(user).post(address, {"file": SimpleUploadedFile("x.csv", b"a;b\n1;2")})

    assert [(event["user"], event["facts"]) for event in told.named(name)] == [(user.pk, {"why": "unreadable"})]


def test_a_copy_of_what_is_kept_and_a_certificate(emma, officer, hears, drain):
    asked = CertificateRequestFactory(substitute=emma)
    details = {"rules": "new", "end_reason": "pagar", "continued": "ja"}
    with hears() as told, time_machine.travel(NOW, tick=False):
        own_copy.make(own_copy.order(emma.user, at=NOW).pk, at=NOW)
        own_copy.fetch(emma.user, at=NOW)
        certificate = certificates.issue(asked, details, by=officer, at=NOW)
        certificates.fetch(certificate, by=emma.user, at=NOW)

    assert names(told) == [
        "own_copy.ordered", "own_copy.made", "own_copy.fetched", "certificate.issued", "certificate.fetched",
    ]  # fmt: skip
    assert certificate.number not in str(told)


def test_who_looked_where_a_reason_is_asked_and_who_read_that(emma, town, owner, signed_in, hears):
    with hears() as told:
        looking.note(emma.user, LookedAt.Page.PAPERS, by=town.planner, at=NOW)
        looking.note(emma.user, LookedAt.Page.IDENTITY, by=town.planner, at=NOW, reason=LookedAt.Reason.CONTACT)
        signed_in(owner).get(reverse("looks:index"))

    (looked,), (read,) = told.named("person.looked_at"), told.named("looks.read")
    assert (looked["user"], looked["facts"]) == (town.planner.pk, {"page": "identity", "reason": "contact"})
    assert (read["user"], read["facts"]) == (owner.pk, {"of_one": False})

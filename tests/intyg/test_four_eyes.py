"""Where it takes two: one officer fills it in, another looks it over."""

from io import BytesIO

import pytest
import time_machine
from django.db import IntegrityError, transaction
from pypdf import PdfReader

from intyg import operations
from intyg.checks import rounds_can_be_followed
from intyg.four_eyes import takes_two
from intyg.models import Certificate
from intyg.operations import Refused
from people.models import HistoryEntry, LookedAt
from tests.cast import with_role
from tests.clock import at
from tests.factories.intyg import CertificateRequestFactory

NOW = at("2026-05-12 10:00")
DETAILS = {"rules": "new", "end_reason": "pagar", "continued": "ja", "leave": "Ingen alls"}


@pytest.fixture(autouse=True)
def _tuesday(db, settings):
    settings.CERTIFICATE_FOUR_EYES = ["arbetsgivarintyg"]
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def colleague():
    return with_role("certificate_officer")


@pytest.fixture
def asked():
    return CertificateRequestFactory()


@pytest.fixture
def ready(asked, officer):
    return operations.make_ready(asked, DETAILS, by=officer, at=NOW)


def test_it_is_set_for_some_types_or_all_and_for_none_by_default(settings):
    assert (takes_two("arbetsgivarintyg"), takes_two("arsinkomst")) == (True, False)
    settings.CERTIFICATE_FOUR_EYES = ["alla"]
    assert takes_two("arsinkomst")
    settings.CERTIFICATE_FOUR_EYES = []
    assert not takes_two("arbetsgivarintyg")


def test_a_misspelt_type_stops_the_portal_from_starting(settings):
    assert rounds_can_be_followed() == []
    settings.CERTIFICATE_FOUR_EYES, settings.CERTIFICATE_DAYS = ["arbetsgivarintyget"], -1

    assert [each.id for each in rounds_can_be_followed()] == ["intyg.E004", "intyg.E005"]


def test_nobody_issues_it_alone(asked, officer, ready):
    with pytest.raises(Refused, match="kollega granska"):
        operations.issue(asked, DETAILS, by=officer, at=NOW)
    with pytest.raises(Refused, match="Du har fyllt i"):
        operations.approve(asked, by=officer, at=NOW)
    assert not Certificate.objects.exists()


def test_a_colleague_issues_what_was_filled_in_and_the_history_has_both(asked, officer, ready, colleague):
    certificate = operations.approve(asked, by=colleague, at=NOW)

    assert (certificate.prepared_by, certificate.issued_by) == (officer, colleague)
    assert certificate.content["details"]["leave"] == "Ingen alls"
    deeds = {entry.action: entry.user for entry in HistoryEntry.objects.of(asked)}
    assert (deeds["certificate.make_ready"], deeds["certificate.issue"]) == (officer, colleague)
    assert operations.approve(asked, by=colleague, at=NOW) == certificate


def test_the_database_refuses_one_who_is_both(ready, asked, officer):
    both = Certificate(
        request=asked, number="x", check_value="x", issued_at=NOW, issued_by=officer, prepared_by=officer,
        content={}, pdf=b"",
    )  # fmt: skip
    with pytest.raises(IntegrityError), transaction.atomic():
        both.save()


def test_what_is_changed_afterwards_is_to_be_looked_over_anew(asked, officer, ready, colleague):
    operations.fill_in(asked, DETAILS | {"leave": "Juni"}, by=officer, at=NOW)

    with pytest.raises(Refused, match="inte klart att granska"):
        operations.approve(asked, by=colleague, at=NOW)


def test_sent_back_it_says_what_to_mend(asked, officer, ready, colleague, signed_in):
    told = {"words": "Timlönen stämmer inte"}
    signed_in(colleague).post(f"/admin/intyg/{asked.pk}/skicka-tillbaka/", told)

    assert "Timlönen stämmer inte" in signed_in(officer).get(f"/admin/intyg/{asked.pk}/").text
    operations.make_ready(asked, DETAILS, by=officer, at=NOW)
    asked.refresh_from_db()
    assert asked.sent_back == ""


def test_whoever_looks_it_over_sees_the_draft_and_it_is_written_down(asked, ready, colleague, signed_in):
    hers = signed_in(colleague)
    assert "Godkänn och utfärda" in hers.get(f"/admin/intyg/{asked.pk}/").text

    answer = hers.get(f"/admin/intyg/{asked.pk}/utkast/")

    assert "Ingen alls" in "".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages)
    assert "no-store" in answer["Cache-Control"]
    assert LookedAt.objects.filter(user=colleague, person=asked.substitute.user).exists()


def test_a_draft_that_is_not_ready_is_nobodys(asked, colleague, signed_in):
    assert signed_in(colleague).get(f"/admin/intyg/{asked.pk}/utkast/").status_code == 404


def test_at_the_desk_it_is_made_ready_and_approved(asked, officer, colleague, signed_in):
    hers = signed_in(officer)
    page = hers.get(f"/admin/intyg/{asked.pk}/").text
    assert 'value="ready"' in page
    assert 'value="issue"' not in page
    hers.post(f"/admin/intyg/{asked.pk}/", DETAILS | {"do": "ready"})
    assert "Godkänn och utfärda" not in hers.get(f"/admin/intyg/{asked.pk}/").text

    answer = signed_in(colleague).post(f"/admin/intyg/{asked.pk}/godkann/", follow=True)

    assert "Intyget är utfärdat" in answer.text
    assert Certificate.objects.get().issued_by == colleague

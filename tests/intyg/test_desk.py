"""The officer's desk in Wagtail's admin."""

from io import BytesIO

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from booking.models import Booking
from intyg.models import Certificate
from people.models import Substitute
from tests.cast import with_role
from tests.clock import at
from tests.factories.booking import BookingFactory
from tests.factories.intyg import CertificateRequestFactory
from tests.factories.people import SubstituteFactory

NOW = at("2026-05-12 10:00")
FILLED = {"rules": "new", "end_reason": "pagar", "continued": "ja"}


@pytest.fixture(autouse=True)
def _tuesday(db):
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def asked():
    return CertificateRequestFactory(substitute__user__last_name="Öberg")


@pytest.fixture
def desk(officer, signed_in):
    return signed_in(officer)


def worked(substitute: Substitute, day: int) -> None:
    times = {"order__starts": at(f"2026-04-{day:02} 07:00"), "order__ends": at(f"2026-04-{day:02} 16:00")}
    BookingFactory(substitute=substitute, **times)


def test_the_page_shows_the_hours_of_each_month_with_the_shifts_behind(desk, asked):
    worked(asked.substitute, 13)

    page = desk.get(f"/admin/intyg/{asked.pk}/").text

    assert "April 2026: <b>9 tim</b>, 1 dag" in page
    assert "måndag 13 april" in page
    assert "1 pass är inte attesterat än." in page


def test_of_what_is_approved_nothing_is_said_to_wait(desk, asked):
    worked(asked.substitute, 13)
    Booking.objects.update(attested_at=at("2026-04-20 10:00"))

    assert "attesterat än" not in desk.get(f"/admin/intyg/{asked.pk}/").text


def test_she_issues_what_she_filled_in(desk, asked):
    answer = desk.post(f"/admin/intyg/{asked.pk}/", FILLED | {"leave": "Ingen", "do": "issue"}, follow=True)

    certificate = Certificate.objects.get()
    assert certificate.number in answer.text
    assert certificate.content["details"]["leave"] == "Ingen"


def test_a_preview_is_a_draft_and_keeps_nothing(desk, asked):
    answer = desk.post(f"/admin/intyg/{asked.pk}/", FILLED | {"do": "preview"})

    assert "Utkast" in PdfReader(BytesIO(answer.content)).pages[0].extract_text()
    assert not Certificate.objects.exists()
    asked.refresh_from_db()
    assert (asked.status, asked.details) == ("requested", {})


def test_half_done_is_kept_and_comes_back(desk, asked):
    desk.post(f"/admin/intyg/{asked.pk}/", {"leave": "Vissa dagar", "hourly_pay": "168,50", "do": "save"})

    page = desk.get(f"/admin/intyg/{asked.pk}/").text
    assert 'value="Vissa dagar"' in page
    assert 'value="168,50"' in page


def test_what_is_wrong_stops_the_certificate_and_keeps_what_was_typed(desk, asked):
    wrong = FILLED | {"rules": "old", "severance": "Nej", "identity_number": "123", "do": "issue"}

    answer = desk.post(f"/admin/intyg/{asked.pk}/", wrong)

    assert answer.status_code == 422
    assert "De äldre reglerna kräver timlönen" in answer.text
    assert 'value="Nej"' in answer.text
    assert not Certificate.objects.exists()


def test_an_annual_income_asks_for_each_month_that_is_over(desk):
    asked = CertificateRequestFactory(type="arsinkomst", first_day="2026-03-15", last_day="2026-05-11")

    answer = desk.post(f"/admin/intyg/{asked.pk}/", {"gross_2026_03": "12000", "do": "issue"})

    assert answer.status_code == 422
    assert 'value="12000"' in answer.text
    assert "april 2026" in answer.text
    assert "gross_2026_05" not in answer.text


def test_without_a_shift_given_up_there_is_no_lost_income(desk):
    asked = CertificateRequestFactory(type="forlorad_arbetsinkomst")

    answer = desk.post(f"/admin/intyg/{asked.pk}/", {"hourly_pay": "168,50", "deducted": "on", "do": "issue"})

    assert "Välj minst ett pass" in answer.text


def test_a_refusal_takes_a_reason(desk, asked):
    assert desk.post(f"/admin/intyg/{asked.pk}/avsla/", {"reason": " "}).status_code == 422

    desk.post(f"/admin/intyg/{asked.pk}/avsla/", {"reason": "Du har inte jobbat då."})

    asked.refresh_from_db()
    assert (asked.status, asked.refusal) == ("refused", "Du har inte jobbat då.")


def test_a_colleagues_request_is_hers_until_it_is_taken_over(desk, asked, officer, signed_in):
    colleague = with_role("certificate_officer")
    hers = signed_in(colleague)
    hers.post(f"/admin/intyg/{asked.pk}/ta/")

    refused = desk.post(f"/admin/intyg/{asked.pk}/", FILLED | {"leave": "Vissa dagar", "do": "issue"})
    assert "Ta över först" in refused.text
    assert 'value="Vissa dagar"' in refused.text
    taken = FILLED | {"leave": "Vissa dagar", "do": "take_over", "instead_of": colleague.pk}
    desk.post(f"/admin/intyg/{asked.pk}/", taken)

    asked.refresh_from_db()
    assert (asked.officer, asked.details["leave"]) == (officer, "Vissa dagar")
    assert not Certificate.objects.exists()


def test_taking_over_from_somebody_else_than_she_saw_is_refused(desk, asked, officer, signed_in):
    signed_in(with_role("certificate_officer")).post(f"/admin/intyg/{asked.pk}/ta/")

    answer = desk.post(f"/admin/intyg/{asked.pk}/ta/", {"instead_of": officer.pk})

    assert "har just börjat handlägga" in answer.text


@pytest.mark.parametrize("page", ["", "{}/"])
def test_for_other_colleagues_there_is_no_such_desk(page, asked, town, owner, editor, signed_in):
    for user in (town.planner, owner, editor):
        assert signed_in(user).get("/admin/intyg/" + page.format(asked.pk)).status_code == 404


def test_only_officers_have_it_in_the_menu_and_on_the_first_page(asked, desk, town, signed_in):
    assert "Intyg att göra" in desk.get("/admin/").text
    assert "/admin/intyg/" in desk.get("/admin/").text
    assert "/admin/intyg/" not in signed_in(town.planner).get("/admin/").text


def test_for_a_substitute_the_desk_does_not_exist(asked, signed_in):
    answer = signed_in(SubstituteFactory().user).get(f"/admin/intyg/{asked.pk}/")

    assert (answer.status_code, asked.reference in answer.text) == (404, False)
    assert Group.objects.filter(name="Skrivbordet").exists()


def test_the_queue_and_the_page_ask_the_same_for_one_and_for_thirty(desk, asked):
    worked(asked.substitute, 1)
    pages = ("/admin/intyg/", f"/admin/intyg/{asked.pk}/")
    [desk.get(page) for page in pages]  # what is asked for once
    with CaptureQueriesContext(connection) as for_one:
        shown = [desk.get(page).status_code for page in pages]
    CertificateRequestFactory.create_batch(29)
    for day in range(2, 31):
        worked(asked.substitute, day)
    with CaptureQueriesContext(connection) as for_thirty:
        shown += [desk.get(page).status_code for page in pages]

    assert shown == [200] * 4
    assert len(for_thirty) == len(for_one)


@pytest.mark.parametrize("year", ["0001", "9999"])
def test_a_year_that_cannot_be_is_said_to_be_wrong(desk, asked, year):
    days = {"first_day": f"{year}-01-01", "last_day": f"{year}-02-01"}

    answer = desk.post(f"/admin/intyg/{asked.pk}/tid/", days)

    assert answer.status_code == 422
    assert "Kontrollera året." in answer.text

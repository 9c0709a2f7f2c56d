"""What each of the four certificates says."""

from datetime import date

import pytest

from booking.models import EndReason
from intyg import content, pdf
from intyg.models import CertificateType
from tests.clock import at
from tests.factories.booking import BookingFactory
from tests.factories.intyg import CertificateRequestFactory
from tests.factories.payroll import EmploymentFactsFactory

NOW = at("2026-05-12 10:00")

pytestmark = pytest.mark.django_db


def drafted(officer, kind: CertificateType, details: dict[str, object], **booking: object) -> content.Content:
    asked = CertificateRequestFactory(type=kind, first_day=date(2026, 3, 1), last_day=date(2026, 4, 30))
    made = BookingFactory(
        substitute=asked.substitute,
        order__starts=at("2026-04-13 07:00"),
        order__ends=at("2026-04-13 16:00"),
        break_minutes=60,
        **booking,
    )
    if "given_up" in details:
        details = details | {"given_up": [str(made.pk)]}
    return content.draft(asked, details, by=officer, at=NOW)


def test_the_employers_certificate_by_the_new_rules_leaves_the_pay_to_skatteverket(officer):
    said = drafted(officer, CertificateType.EMPLOYER, {"end_reason": "pagar", "hourly_pay": "168.50"})

    assert said["details"]["rules_in_words"] == "de nya reglerna, från 1 oktober 2025"
    assert "hourly_pay" not in said["details"]
    assert said["employments"] == ["vikariat"]


def test_by_the_older_rules_it_has_the_pay_and_the_hours_of_each_month(officer):
    said = drafted(officer, CertificateType.EMPLOYER, {"rules": "old", "hourly_pay": "168.50"})

    assert said["details"]["hourly_pay"] == "168.50"
    assert said["months"] == [
        {"month": "2026-03", "days": 0, "minutes": 0},
        {"month": "2026-04", "days": 1, "minutes": 480},
    ]


def test_the_service_certificate_has_days_and_hours_for_each_title(officer):
    said = drafted(officer, CertificateType.SERVICE, {"tasks": "Omvårdnad"})

    assert said["occupations"] == [{"name": "undersköterska", "days": 1, "minutes": 480}]
    assert (said["first_worked"], said["details"]) == ("2026-04-13", {"tasks": "Omvårdnad"})


def test_lost_income_states_the_holiday_pay_by_itself(officer):
    details = {"given_up": [], "hourly_pay": "168.50", "deducted": True}
    ended = {
        "ended_at": at("2026-04-10 08:00"),
        "ended_by": officer,
        "end_reason": EndReason.SUBSTITUTE_UNABLE,
    }

    said = drafted(officer, CertificateType.LOST_INCOME, details, **ended)

    # 8 h × 168.50 = 1348.00; 12 % of it is 161.76
    assert (said["loss"], said["holiday_pay"], said["loss_total"]) == ("1348.00", "161.76", "1509.76")
    assert said["given_up"][0]["span"] == "07.00–16.00"


def test_annual_income_has_the_months_that_were_filled_in_and_their_sum(officer):
    said = drafted(officer, CertificateType.ANNUAL_INCOME, {"gross_2026_03": "12000.50", "gross_2026_04": "9000"})

    assert said["gross"] == [
        {"month": "2026-03", "gross": "12000.50"},
        {"month": "2026-04", "gross": "9000"},
    ]
    assert said["gross_total"] == "21000.50"


def test_the_check_value_is_of_the_content_and_of_our_key(officer, settings):
    said = drafted(officer, CertificateType.SERVICE, {})
    value = content.check_value(said)

    assert content.check_value(dict(reversed(said.items()))) == value
    assert content.check_value(said | {"first_day": "2020-01-01"}) != value
    settings.SECRET_KEY = "another-key"
    assert content.check_value(said) != value


@pytest.mark.parametrize(("typed", "same"), [("k7mpx 2qrta", True), ("K7MPX2QRTA", True), ("K7MPX-2QRTB", False)])
def test_a_check_value_may_be_typed_in_many_ways(typed, same):
    assert content.same("K7MPX-2QRTA", typed) is same


def test_who_is_paid_by_the_month_is_not_called_paid_by_the_hour(officer):
    said = drafted(officer, CertificateType.SERVICE, {}, terms={"pay_form": "monthly", "occupation": "undersköterska"})

    assert said["is_monthly"]
    assert "Månadsavlönad" in pdf.page(said)
    assert "Timavlönad" not in pdf.page(said)


def test_released_shifts_of_who_is_paid_by_the_month_say_so(officer):
    monthly = {"terms": {"pay_form": "monthly"}, "ended_at": NOW, "end_reason": EndReason.SUBSTITUTE_UNABLE}

    said = drafted(officer, CertificateType.LOST_INCOME, {"given_up": True}, **monthly)

    assert said["given_up"]
    assert "Månadsavlönad" in pdf.page(said)


def test_the_employment_is_as_payroll_has_told_it(officer):
    asked = CertificateRequestFactory(type=CertificateType.EMPLOYER, last_day=date(2026, 4, 30))
    EmploymentFactsFactory(substitute=asked.substitute, form="Vikariat", since=date(2025, 2, 1), title="Undersköterska")

    said = content.draft(asked, {}, by=officer, at=NOW)

    assert said["by_payroll"] == {"form": "Vikariat", "title": "Undersköterska", "since": "2025-02-01"}
    assert "1 februari 2025–tills vidare, Undersköterska" in pdf.page(said)

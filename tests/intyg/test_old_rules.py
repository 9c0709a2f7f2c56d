"""The a-kassa's new rules and its older ones: the hours and the pay of each month, and how far back they reach."""

from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO

import pytest
import time_machine
from pypdf import PdfReader

from intyg import content, operations, pdf, reach
from intyg.forms.payroll import form_for
from intyg.models import Certificate
from intyg.worked import Month
from people.models import HistoryEntry
from tests.clock import at
from tests.factories.booking import BookingFactory
from tests.factories.intyg import CertificateRequestFactory
from tests.factories.payroll import MonthlyPayFactory

NOW = at("2026-05-12 10:00")
BASE = {"end_reason": "pagar", "continued": "ja"}

pytestmark = pytest.mark.django_db


@pytest.fixture
def year():
    """Asked for May 2025 to April 2026, with shifts of 07–16 less an hour: 8 hours each."""
    asked = CertificateRequestFactory(first_day=date(2025, 5, 1), last_day=date(2026, 4, 30))
    for day in ("2025-05-05", "2025-05-06", "2025-12-24", "2026-04-13"):
        times = {"order__starts": at(f"{day} 07:00"), "order__ends": at(f"{day} 16:00")}
        BookingFactory(substitute=asked.substitute, break_minutes=60, **times)
    # The night to summer time is 7 hours long, not 8: 22–02 is 4, and 03–06 is 3.
    night = {"order__starts": at("2026-03-28 22:00"), "order__ends": at("2026-03-29 06:00")}
    BookingFactory(substitute=asked.substitute, break_minutes=0, **night)
    return asked


def test_twelve_months_for_an_a_kassa_with_the_arithmetic_written_out(year, officer):
    filled = {
        "rules": "old", "hourly_pay": "160.00", "holiday_pay": "153.60",
        "gross_2025_05": "2560.00",  # 2 × 8 h × 160.00
        "gross_2025_12": "1280.00", "additions_2025_12": "1013.60",  # 8 h × 160.00; and 8 h major holiday × 126.70
        "gross_2026_03": "1120.00", "additions_2026_03": "443.45",  # 7 h × 160.00; and 7 h weekend × 63.35
        "gross_2026_04": "1280.00", "absence_2026_04": "8.00", "sick_pay_2026_04": "1024.00",
    }  # fmt: skip

    said = content.draft(year, filled | BASE, by=officer, at=NOW)

    assert [(row["month"], row["minutes"] / 60) for row in said["by_month"]] == [
        ("2025-05", 16), ("2025-06", 0), ("2025-07", 0), ("2025-08", 0), ("2025-09", 0), ("2025-10", 0),
        ("2025-11", 0), ("2025-12", 8), ("2026-01", 0), ("2026-02", 0), ("2026-03", 7), ("2026-04", 8),
    ]  # fmt: skip
    total = said["by_month_total"]
    assert total["minutes"] == (16 + 8 + 7 + 8) * 60 == said["minutes"]
    assert Decimal(total["gross"]) == Decimal("6240.00")  # 2560 + 1280 + 1120 + 1280
    assert Decimal(total["additions"]) == Decimal("1457.05")  # 1013.60 + 443.45
    assert (Decimal(total["absence"]), Decimal(total["sick_pay"])) == (8, 1024)
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf.render(said))).pages)
    for written in ("1 457,05", "39,00", "153,60 kr", "Månad för månad"):
        assert written.replace(" ", "\xa0") in text or written in text


def test_by_the_new_rules_there_is_no_pay_and_no_table(year, officer):
    said = content.draft(year, BASE | {"rules": "new", "gross_2025_05": "2560"}, by=officer, at=NOW)

    assert "by_month" not in said
    assert "hourly_pay" not in said["details"]


def test_in_the_transition_one_certificate_may_be_by_both(year, officer):
    said = content.draft(year, BASE | {"rules": "both", "hourly_pay": "160", "leave": "Juni"}, by=officer, at=NOW)

    assert said["details"]["rules_in_words"] == "både de nya och de äldre reglerna"
    assert (said["details"]["leave"], said["details"]["hourly_pay"], len(said["by_month"])) == ("Juni", "160", 12)


@pytest.mark.parametrize("rules", ["old", "both"])
def test_the_older_rules_take_the_pay_of_each_month_that_was_worked(year, rules):
    form = form_for(
        year, at=NOW, data=BASE | {"rules": rules, "hourly_pay": "160", "gross_2025_05": "2560"}, whole=True
    )

    assert not form.is_valid()
    assert set(form.errors) == {"gross_2025_12", "gross_2026_03", "gross_2026_04"}


def test_at_the_desk_the_table_has_the_hours_and_what_is_typed_is_kept(year, officer, signed_in):
    desk, address = signed_in(officer), f"/admin/intyg/{year.pk}/"
    with time_machine.travel(NOW, tick=False):
        desk.post(address, BASE | {"rules": "old", "overtime_2025_05": "1,5", "do": "save"})
        page = desk.get(address).text

    assert 'name="overtime_2025_05" value="1,5"' in page
    assert "Övertid, timmar, maj 2025" in page
    assert "16 tim" in page


def months(*hours: float) -> list[Month]:
    firsts = [date(2024 + number // 12, number % 12 + 1, 1) for number in range(len(hours))]
    pairs = zip(firsts, hours, strict=True)
    return [Month(str(first), 0, timedelta(hours=each), first_day=first) for first, each in pairs]


def test_twelve_months_with_sixty_hours_reach_over_those_with_less():
    # 60 hours are enough and 59.5 are not: June and July 2024 are stepped over, so that March to April are 12 + 2.
    year = months(80, 80, 60, 60, 60, 0, 59.5, 60, 60, 60, 60, 60, 60, 60, 60, 60)

    assert reach.reaching_back(year) == date(2024, 3, 1)
    assert reach.reaching_back(months(*[100] * 11)) is None


def test_the_desk_tells_from_when_the_older_rules_reach(officer, signed_in):
    asked = CertificateRequestFactory(first_day=date(2026, 4, 1), last_day=date(2026, 4, 30))
    for month in range(12):
        first = date(2025 + (month + 3) // 12, (month + 3) % 12 + 1, 1)
        for day in range(1, 8):  # seven shifts of 9 hours: 63 hours a month from April 2025 to March 2026
            times = {
                "order__starts": at(f"{first:%Y-%m}-{day:02} 07:00"),
                "order__ends": at(f"{first:%Y-%m}-{day:02} 16:00"),
            }
            BookingFactory(substitute=asked.substitute, break_minutes=0, **times)

    with time_machine.travel(NOW, tick=False):
        assert "De börjar 1 april 2025" in signed_in(officer).get(f"/admin/intyg/{asked.pk}/").text


def test_what_payroll_has_told_of_a_month_begins_its_row(year):
    # 310,50 kr of OB and 120 kr of overtime are additions of 430,50 kr in all.
    told = {"overtime_hours": "2.5", "ob_pay": "310.50", "overtime_pay": "120.00", "hourly_pay": "160.00"}
    MonthlyPayFactory(
        substitute=year.substitute, month=date(2025, 5, 1), **{name: Decimal(it) for name, it in told.items()}
    )

    form = form_for(year, at=NOW)

    begun = {name: form[f"{name}_2025_05"].initial for name in ("overtime", "additions", "absence")}
    assert begun == {"overtime": Decimal("2.5"), "additions": Decimal("430.50"), "absence": None}


def test_what_payroll_has_told_begins_the_form_and_a_change_of_it_is_seen(year, officer):
    MonthlyPayFactory(substitute=year.substitute, month=date(2025, 5, 1), gross=Decimal("2560.00"))
    form = form_for(year, at=NOW)
    assert form["gross_2025_05"].initial == Decimal("2560.00")
    assert form["gross_2025_05"].help_text == "Hämtat från lönesystemet."

    sent = form_for(year, at=NOW, data=BASE | {"rules": "new", "gross_2025_05": "2600"})
    assert sent.is_valid()
    operations.fill_in(year, sent.details(), by=officer, at=NOW, changed=sent.changed())

    assert HistoryEntry.objects.of(year).first().data["changed"] == ["gross_2025_05"]
    year.refresh_from_db()
    assert "Lönesystemet säger 2\xa0560,00" in form_for(year, at=NOW)["gross_2025_05"].help_text


def test_the_change_is_in_the_history_of_the_issuing_too(year, officer):
    operations.issue(year, BASE | {"rules": "new"}, by=officer, at=NOW, changed=["hourly_pay"])

    assert HistoryEntry.objects.of(year).first().data["changed"] == ["hourly_pay"]
    assert Certificate.objects.get().request == year

"""Lost income: the released shift is the proof, with the holiday pay stated."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from booking.models import EndReason
from intyg import content, pdf
from intyg.forms.payroll import form_for
from tests.clock import at
from tests.factories.booking import BookingFactory
from tests.factories.intyg import CertificateRequestFactory

NOW = at("2026-05-12 10:00")

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked():
    return CertificateRequestFactory(
        type="forlorad_arbetsinkomst", first_day=date(2026, 4, 1), last_day=date(2026, 4, 30)
    )


@pytest.fixture
def release(asked, town):
    def released(day: str, reason=EndReason.SUBSTITUTE_UNABLE):
        ended = {"ended_at": at("2026-03-20 08:00"), "ended_by": town.planner, "end_reason": reason}
        times = {"order__starts": at(f"{day} 07:00"), "order__ends": at(f"{day} 16:00")}
        return BookingFactory(substitute=asked.substitute, break_minutes=60, **times, **ended)

    return released


def test_the_officer_sees_who_released_it_when_and_why(asked, release, town):
    release("2026-04-13")

    ((_key, words),) = form_for(asked, at=NOW).fields["given_up"].choices

    assert words.startswith("13 april 2026, 07.00–16.00, ")
    assert words.endswith(f"8 tim. Lämnat 20 mars 2026 av {town.planner}: vikarien kan inte komma")


def test_what_she_picked_is_ticked_and_else_all_that_are_proof(asked, release):
    first, second = release("2026-04-13"), release("2026-04-14")
    ill = release("2026-04-15", EndReason.CALLED_OFF)
    changed_her_mind = release("2026-04-16", EndReason.REGRETTED)
    release("2026-04-17", EndReason.ORDER_CANCELLED)
    field = form_for(asked, at=NOW).fields["given_up"]
    assert [key for key, _words in field.choices] == [str(row.pk) for row in (first, second, ill, changed_her_mind)]
    assert field.initial == [str(first.pk), str(second.pk)]

    asked.given_up = [str(second.pk)]

    assert form_for(asked, at=NOW).fields["given_up"].initial == [str(second.pk)]


def test_the_holiday_pay_is_stated_with_the_arithmetic(asked, release, officer):
    shifts = [release("2026-04-13"), release("2026-04-15", EndReason.CALLED_OFF)]
    details = {"given_up": [str(row.pk) for row in shifts], "hourly_pay": "168.50", "deducted": True}

    said = content.draft(asked, details, by=officer, at=NOW)

    # 2 × 8 h × 168.50 = 2696.00; 12 % of it is 323.52; together 3019.52
    assert (said["loss"], said["holiday_pay"], said["loss_total"]) == ("2696.00", "323.52", "3019.52")
    text = " ".join(PdfReader(BytesIO(pdf.render(said))).pages[0].extract_text().split())
    assert "Förlorad semesterersättning, 12 procent" in text
    assert "lämnat 20 mars 2026" in text

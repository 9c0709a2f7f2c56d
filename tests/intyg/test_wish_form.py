"""The times to choose from, said as days."""

from datetime import date

import pytest

from intyg.forms.times import choices
from intyg.models import CertificateType

TODAY = date(2026, 3, 31)


@pytest.mark.parametrize(
    ("kind", "first", "small"),
    [
        (CertificateType.EMPLOYER, "Senaste 12 månaderna", "1 mars 2025–28 februari 2026"),
        (CertificateType.LOST_INCOME, "Den här månaden", "1 mars 2026–31 mars 2026"),
    ],
)
def test_the_most_usual_time_comes_first(kind, first, small):
    choice = choices([kind], today=TODAY)[0]

    assert (str(choice.name), choice.small) == (first, small)


@pytest.mark.parametrize("kind", CertificateType)
@pytest.mark.parametrize("today", [date(2026, 1, 1), date(2028, 2, 29), TODAY])
def test_no_time_reaches_past_today_and_ones_own_comes_last(kind, today):
    *usual, own = choices([kind], today=today)

    assert all(choice.days[0] <= choice.days[1] <= today for choice in usual)
    assert own.days is None

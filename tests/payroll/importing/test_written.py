"""A sum and a day are the same value however the payroll system writes them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from payroll.importing.written import WITHOUT_DAY, Unwritten, Written

SPACES = ["", " ", "\u00a0", "\u202f", "'"]
SUMS = st.decimals(min_value=-999_999, max_value=999_999, places=2, allow_nan=False)
DAYS = st.dates(date(1970, 1, 1), date(2067, 12, 31))
SHAPES = st.sampled_from(list(WITHOUT_DAY))


def said(value, sign, space, minus):
    """The sum as such a system writes it."""
    whole, part = f"{abs(value):,.2f}".replace(",", space).split(".")
    plain = f"{whole}{sign}{part}"
    if value >= 0:
        return plain
    return f"{plain}-" if minus == "behind" else f"{minus}{plain}"


@given(SUMS, st.sampled_from(",."), st.sampled_from(SPACES), st.sampled_from(["-", "\u2212", "behind"]))
def test_a_sum_that_was_written_is_read_as_it_was(value, sign, space, minus):
    assert Written(sign=sign).to_amount(said(value, sign, space, minus)) == value


@given(DAYS, SHAPES)
def test_a_day_that_was_written_is_read_as_it_was(day, shape):
    written = Written(day=shape)

    assert written.to_day(day.strftime(shape)) == day
    assert written.to_month(day.strftime(shape)) == day.replace(day=1)


@given(DAYS, SHAPES)
def test_so_is_a_month_without_its_day(day, shape):
    assert Written(day=shape).to_month(day.strftime(WITHOUT_DAY[shape])) == day.replace(day=1)


@pytest.mark.parametrize(
    ("text", "value"),
    [("12 345,50", "12345.50"), ("12345,5", "12345.50"), ("7", "7.00"), ("152,3400", "152.34"), ("0,00", "0.00")],
)
def test_a_swedish_sum_is_read(text, value):
    assert Written().to_amount(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    ["", "tolv", "12.345,50", "12345.50", "1 23,00", "12,345", "1,2,3", "--5", "-5-", "1e5", "=1+1", "٣", "NaN",
     "9" * 41, "12 345,50 kr", "\x00", ",5", "5,"],
)  # fmt: skip
def test_what_is_no_such_sum_is_refused_in_words(text):
    with pytest.raises(Unwritten, match=r"Skriv ett tal som 12345,50\.|Skriv högst två decimaler\."):
        Written().to_amount(text)


@pytest.mark.parametrize("text", ["2026-13-01", "2026-5-1", "20260501", "260501", "1 maj", "0001-01-01", "", "9" * 50])
def test_what_is_no_such_day_is_refused_in_words(text):
    with pytest.raises(Unwritten, match=r"Skriv dagen som 2026-05-31\."):
        Written().to_day(text)


def test_a_month_in_six_figures_is_no_day_in_january():
    assert Written(day="%Y%m%d").to_month("202611") == date(2026, 11, 1)


@pytest.mark.parametrize("text", ["12345.5", "12345,5", "12345.4999999999993"])
def test_a_spreadsheet_has_numbers_of_its_own(text):
    assert Written(spreadsheet=True).to_amount(text) == Decimal("12345.50")


def test_a_spreadsheet_has_days_of_its_own():
    written = Written(day="%d.%m.%Y", spreadsheet=True)

    assert written.to_day("2026-05-31") == written.to_day("31.05.2026") == date(2026, 5, 31)

"""Löneperioder: how far each month has come, and closing one with open eyes."""

import pytest
from django.urls import reverse

from booking.models import PayPeriod
from booking.operations import attendance, pay_periods, shortening, worked_time
from booking.operations.refusals import Refused
from booking.weeks import Month
from people.models import HistoryEntry
from tests.booking.desk.after import THEN, shift, told
from tests.booking.desk.conftest import text
from tests.cast import at

JUNE = at("2026-06-03 08:00")
PERIODS, CLOSE = reverse("payperiod:index"), reverse("payperiod:close", args=["2026-05"])


@pytest.fixture
def payroll(officer, signed_in, travel):
    """Payroll's browser, on 3 June."""
    travel("2026-06-03 08:00")
    return signed_in(officer)


@pytest.fixture
def may(town):
    """Of May: one attested, one that waits, one disputed, one that nobody came to."""
    attested, _waiting, disputed, missed = (shift(town, day=day) for day in (5, 6, 7, 8))
    attendance.attest(attested, by=town.manager, at=THEN)
    attendance.worked_otherwise(disputed, note="Gick 14", by=town.manager, at=THEN)
    attendance.did_not_come(missed, missed=True, by=town.manager, at=THEN)


def cells(page, month):
    """The numbers of the month's row: worked, attested, waiting, disputed."""
    row = page[page.index(f"month={month}&amp;state=alla") :].split("</tr>")[0]
    return [cell.split("<span")[0].rpartition(">")[2].strip() for cell in row.split('class="vp-r">')[1:]]


@pytest.mark.usefixtures("may")
def test_each_month_says_how_far_it_has_come(payroll):
    page = text(payroll.get(PERIODS))

    assert [cell.split("<")[0] for cell in cells(page.replace("</td>", "<span"), "2026-05")] == ["3", "1", "1", "1"]
    assert "2025-06" in page  # thirteen months: the same one of last year
    assert "2025-05" not in page


@pytest.mark.usefixtures("may")
def test_closing_says_what_is_left_by_area_and_asks_for_a_tick(payroll, town, elsewhere):
    shift(elsewhere, day=6)

    page = text(payroll.get(CLOSE))

    assert f"month=2026-05&amp;area={town.area.pk}" in page
    assert "Stäng ändå. 3 pass går inte med i lönekörningen." in page
    assert str(elsewhere.area) in page


@pytest.mark.usefixtures("may")
def test_what_is_left_is_closed_over_only_with_a_tick(payroll, officer):
    refused = payroll.post(CLOSE, {"seen": "2"})
    assert refused.status_code == 422
    assert "Kryssa i att perioden ska stängas ändå." in text(refused)
    assert not PayPeriod.objects.exists()

    payroll.post(CLOSE, {"seen": "2", "sure": "on"})

    period = PayPeriod.objects.get()
    assert (str(period), period.closed_by, period.closed_at) == ("2026-05-01–2026-05-31", officer, JUNE)
    assert str(officer) in text(payroll.get(PERIODS))


def test_where_all_is_attested_no_tick_is_asked_for(town, payroll):
    attendance.attest(shift(town), by=town.manager, at=THEN)

    assert "Allt är attesterat." in text(payroll.get(CLOSE))
    assert payroll.post(CLOSE, {"seen": "0"}).url == PERIODS
    assert PayPeriod.objects.exists()


@pytest.mark.usefixtures("may")
def test_more_than_was_seen_is_not_closed_over(payroll):
    answer = payroll.post(CLOSE, {"seen": "1", "sure": "on"})

    assert "Fler pass väntar än när du öppnade sidan." in text(answer)
    assert not PayPeriod.objects.exists()


def test_twice_is_once(payroll):
    for _time in range(2):
        payroll.post(CLOSE, {"seen": "0"})

    assert PayPeriod.objects.count() == 1
    assert HistoryEntry.objects.filter(action="payperiod.close").count() == 1


def test_a_night_that_goes_on_keeps_its_month_open(town):
    shift(town, day=31, starts="22:00", ends="23:00")
    order = town.order("2026-05-31 22:00", "2026-06-01 06:00", status="booked")
    night = shift(town)
    night.order, night.starts, night.ends = order, order.starts, order.ends
    night.save()

    with pytest.raises(Refused, match="pågår än"):
        pay_periods.close(Month.named("2026-05"), by=town.planner, at=at("2026-06-01 05:00"))
    pay_periods.close(Month.named("2026-05"), by=town.planner, at=at("2026-06-01 06:00"))


def test_a_closed_periods_shift_is_not_cut_short(town):
    booking = shift(town)
    pay_periods.close(Month.named("2026-05"), by=town.planner, at=JUNE)

    with pytest.raises(Refused, match="Löneperioden är stängd"):
        shortening.shorten(booking, at("2026-05-12 14:00"), by=town.planner, at=JUNE)


def test_planners_read_their_own_areas_numbers_and_close_nothing(town, elsewhere, signed_in, travel):
    shift(town), shift(elsewhere)
    travel("2026-06-03 08:00")
    planner = signed_in(town.planner)

    page = text(planner.get(PERIODS))

    assert cells(page.replace("</td>", "<span"), "2026-05")[0].split("<")[0] == "1"
    assert "Stäng perioden" not in page
    assert planner.get(CLOSE).status_code == planner.post(CLOSE, {"seen": "0"}).status_code == 404
    assert not PayPeriod.objects.exists()


@pytest.mark.parametrize("name", ["2026-13", "maj", "1999-01", "0000-00"])
def test_what_is_no_month_is_not_there(name, payroll):
    assert payroll.get(reverse("payperiod:close", args=[name])).status_code == 404


def test_a_month_that_goes_on_is_not_closed(payroll):
    answer = payroll.post(reverse("payperiod:close", args=["2026-06"]), {"seen": "0"})

    assert "Månaden är inte slut än." in text(answer)


def test_planners_are_told_on_their_first_page_until_it_is_closed(town, signed_in, travel):
    booking, home = shift(town), reverse("wagtailadmin_home")
    travel("2026-06-01 08:00")
    planner = signed_in(town.planner)

    assert "1 pass väntar på attest." in text(planner.get(home))
    worked_time.say(booking, told(), by=booking.substitute.user, at=JUNE)
    pay_periods.close(Month.named("2026-05"), by=town.planner, at=JUNE)
    assert "väntar på attest." not in text(planner.get(home))


def test_planners_with_nothing_left_are_told_nothing(town, elsewhere, signed_in, travel):
    shift(elsewhere)
    travel("2026-06-01 08:00")

    assert "väntar på attest." not in text(signed_in(town.planner).get(reverse("wagtailadmin_home")))

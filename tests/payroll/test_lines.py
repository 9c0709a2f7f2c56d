from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from booking.inconvenient import Ob
from booking.worked.pieces import Paper, Piece, TimeKind
from payroll.lines import Line, lines_of, shares

DAY = date(2026, 11, 2)
HOURLY = Paper("a", "hourly")


def piece(minutes: int, ob: Ob | None = None, kind: TimeKind = TimeKind.ORDINARY) -> Piece:
    return Piece(DAY, ob, timedelta(minutes=minutes), kind, HOURLY)


def test_an_evening_is_its_hours_and_its_ob_beside_them():
    # 13–22 less 30 minutes: 8.5 h worked, of which 19–22 less its share of the break, 10 minutes, is 2.83 h of evening.
    assert lines_of([piece(340), piece(170, Ob.EVENING)], ()) == [
        Line(DAY, "ordinary", "hourly", 510, 850),
        Line(DAY, "evening", "hourly", 170, 283),
    ]


def test_overtime_carries_no_ob_unless_its_code_says_so():
    worked = [piece(60, Ob.WEEKEND), piece(120, Ob.WEEKEND, TimeKind.OVERTIME)]

    assert [(line.what, line.hundredths) for line in lines_of(worked, ())] == [
        ("ordinary", 100), ("overtime", 200), ("weekend", 100),
    ]  # fmt: skip
    assert lines_of(worked, {("weekend", "hourly")})[-1] == Line(DAY, "weekend", "hourly", 180, 300)


def test_hours_in_the_time_bank_are_not_paid_but_their_ob_is():
    worked = [piece(300), piece(60, Ob.EVENING, TimeKind.OVERTIME)]

    assert lines_of(worked, (), banked=True) == [Line(DAY, "evening", "hourly", 60, 100)]


def test_three_thirds_of_an_hour_are_an_hour():
    assert shares([20, 20, 20]) == [34, 33, 33]
    assert shares([10, 10]) == [17, 16]
    assert shares([]) == []


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.integers(0, 24 * 60), max_size=8))
def test_shares_add_up_to_the_sum_rounded_and_none_is_a_hundredth_off(minutes):
    found = shares(minutes)

    assert sum(found) == round(sum(minutes) * 100 / 60)
    assert all(abs(share - each * 100 / 60) < 1 for share, each in zip(found, minutes, strict=True))

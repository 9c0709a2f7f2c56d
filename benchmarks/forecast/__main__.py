"""The forecast of open orders on a seeded year: how far from what came, beside two guesses; and how long it takes.

Each of the last twenty-six weeks is foreseen from its first day, four weeks ahead, by what was known then.
"""

import time
import uuid
from collections.abc import Iterable

from benchmarks.forecast import seeded
from booking.forecast.backtest import A_WEEK, Accuracy, Tried, accuracy, backtest
from booking.forecast.interval import margins
from booking.forecast.model import foresee

WEEKS = 26
LATELY = 8 * A_WEEK


def main() -> None:
    areas, calendar = seeded.areas(), seeded.calendar()
    begun = time.perf_counter()
    tried = [backtest(kinds, calendar, on=seeded.LAST, weeks=WEEKS) for kinds in areas]
    backtested = time.perf_counter() - begun
    of_areas = [row for found in tried for row in found[None]]
    by_trade = [row for found in tried for key, rows in found.items() if key for row in rows]
    begun = time.perf_counter()
    for kinds in areas:
        backtest(kinds, calendar, on=seeded.LAST)
        foresee(kinds, calendar, on=seeded.LAST)
    nightly = (time.perf_counter() - begun) / len(areas)
    all_of_it, trades = told(accuracy(of_areas)), told(accuracy(by_trade))
    print(f"by occupation: {trades}")
    for week in range(4):
        print(f"week {week + 1}: {told(accuracy([row for row in of_areas if row.ahead == week]))}")
    print(f"forecast {all_of_it} blind={blind(of_areas):.3f} covered={covered(tried):.2f}", end=" ")
    print(f"backtest_s={backtested:.2f} area_s={nightly:.2f}")


def told(found: Accuracy | None) -> str:
    if not found:
        return "nothing"
    return f"wape={found.share:.3f} last_week={found.share_last_week:.3f} last_four={found.share_last_four:.3f}"


def blind(tried: Iterable[Tried]) -> float:
    """As if nothing were known of what has been placed: the share that the usual day errs by."""
    rows = list(tried)
    return sum(abs(row.had - row.foreseen.usual) for row in rows) / sum(row.had for row in rows)


def covered(tried: Iterable[dict[uuid.UUID | None, list[Tried]]]) -> float:
    """Of the days of all areas, the share that ended within the interval learnt of the eight weeks before each."""
    inside = number = 0
    for found in tried:
        for row in found[None]:
            earlier = [one for one in found[None] if one.foreseen.day < row.on and one.on >= row.on - LATELY]
            told = margins(earlier).around(row.foreseen, ahead=row.ahead)
            if told:
                number += 1
                inside += told[0] <= row.had <= told[1]
    return inside / number


if __name__ == "__main__":
    main()

"""Policies and moments for the tests that hold for any of them."""

from datetime import UTC, datetime, time, timedelta

from hypothesis import strategies as st

from booking.offering import OfferTerms

A_MINUTE = timedelta(minutes=1)
NIGHTS_THAT_CHANGE = [datetime(2027, 3, 27, tzinfo=UTC), datetime(2027, 10, 30, tzinfo=UTC)]

moments = st.tuples(st.sampled_from(NIGHTS_THAT_CHANGE), st.integers(0, 60 * 60)).map(
    lambda pair: pair[0] + pair[1] * A_MINUTE
)
waits = st.integers(0, 48 * 60).map(lambda n: n * A_MINUTE)
clocks = st.integers(0, 24 * 12 - 1).map(lambda n: time(n // 12, n % 12 * 5))
policies = st.builds(
    OfferTerms,
    quiet_from=clocks,
    quiet_to=clocks,
    urgent_limit=st.integers(0, 48).map(timedelta(hours=1).__mul__),
    phone_limit=st.integers(0, 300).map(A_MINUTE.__mul__),
    wave_wait=st.none() | st.integers(1, 600).map(A_MINUTE.__mul__),
)

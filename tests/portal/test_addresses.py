"""Each address is one route's."""

from collections import Counter

from tests.matrix import table


def test_no_route_with_a_name_stands_behind_another_with_the_same_address():
    """One without a name stands before another's on purpose: Wagtail's own doors, which are closed."""
    named = [shape for name, shape in table.routes().items() if name != f"/{shape}"]

    assert [shape for shape, number in Counter(named).items() if number > 1] == []

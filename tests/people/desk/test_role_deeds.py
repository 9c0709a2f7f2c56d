"""How the history tells of a role."""

import pytest

from people.views.desk.deeds import role_told


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"role": "editor", "user": 7}, "Roll given: redaktör"),
        ({"role": "editor", "user": 7, "source": "eid"}, "Roll given: redaktör (av en grupp i kommunens inloggning)"),
        ({"role": "en som inte finns längre"}, "Roll given"),
    ],
)
def test_it_says_which_and_whether_a_group_gave_it(facts, told):
    assert role_told("Roll given", facts) == told

"""What a planner writes by hand: it says who writes and that it cannot be answered, and is never cut."""

import pytest

from booking import notifications
from messaging.models import Message
from tests.cast import NOW, with_role
from tests.factories.people import AreaFactory


def test_what_a_planner_wrote_keeps_its_lines_and_says_who_writes(usual):
    notifications.written(usual.substitute.user, body="Hej\n\n Möte torsdag. \n", by=usual.planner, key="möte", at=NOW)

    message = Message.objects.get()
    assert message.body == "Hej\nMöte torsdag.\nBemanningen, Hemtjänst. Kan inte besvaras."
    assert (message.written_by, message.answerable) == (usual.planner, False)


def test_what_a_planner_wrote_is_never_cut_but_refused(usual):
    text = "Möte på torsdag klockan tre. " * 10

    assert not notifications.has_room(text, by=usual.planner)
    with pytest.raises(notifications.TooLong):
        notifications.written(usual.substitute.user, body=text, by=usual.planner, key="möte", at=NOW)


def test_a_planner_of_many_areas_writes_for_the_municipality_where_their_names_take_too_much_room(db):
    planner = with_role("planner", area=AreaFactory(name="Hemtjänst och boendestöd i norra kommundelen"))
    for name in ("Särskilt boende i norra kommundelen", "Funktionsstöd och personlig assistans"):
        planner.role_assignments.create(role="planner", area=AreaFactory(name=name))

    assert notifications.has_room("Möte på torsdag klockan tre. " * 6, by=planner)

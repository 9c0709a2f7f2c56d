"""What the planners are told of an assistant's runs."""

from datetime import timedelta

import pytest

from booking.models import AssistantProfile
from messaging.models import Message
from tests.booking.assistant.working import MORNING, work
from tests.factories.assistant import AssistantProfileFactory

Tell = AssistantProfile.Tell


def told():
    return {message.recipient: message.body for message in Message.objects.filter(kind="assistant.worked")}


@pytest.mark.parametrize(("tell", "is_told"), [(Tell.NEVER, False), (Tell.LEFT, False), (Tell.ALWAYS, True)])
def test_what_it_has_done_is_told_if_all_is_to_be(tell, is_told, town, has_time):
    order = town.order()
    has_time(town.substitute(), order)

    work(AssistantProfileFactory(areas=[town.area], tell=tell))

    assert set(told()) == ({town.planner} if is_told else set())


def test_what_is_left_is_told_once_and_not_again_as_long_as_it_is_so(town):
    profile = AssistantProfileFactory(areas=[town.area], tell=Tell.LEFT, name="Resurser")
    town.order()

    for minutes in (0, 10, 20):
        work(profile, now=MORNING + timedelta(minutes=minutes))

    assert Message.objects.filter(kind="assistant.worked").count() == 1
    assert "Resurser: 1 pass kvar" in told()[town.planner]


def test_each_planner_is_told_of_her_own_areas(town, elsewhere, has_time):
    order = town.order()
    has_time(town.substitute(), order)
    elsewhere.order()

    work(AssistantProfileFactory(areas=[town.area, elsewhere.area], tell=Tell.ALWAYS))

    assert "1 pass bokat." in told()[town.planner]
    assert "1 pass kvar." in told()[elsewhere.planner]

"""What a planner goes to all day is one click away."""

import pytest
import time_machine
from django.test import RequestFactory
from django.urls import reverse
from wagtail.admin.menu import admin_menu

from tests.cast import NOW


@pytest.fixture(autouse=True)
def _morning():
    with time_machine.travel(NOW, tick=False):
        yield


def names(user):
    request = RequestFactory().get(reverse("wagtailadmin_home"))
    request.user = user
    return [item.name for item in sorted(admin_menu.menu_items_for_request(request), key=lambda item: item.order)]


def test_her_part_of_the_menu_stands_open(town):
    shown = names(town.planner)

    assert shown[0] == "board"
    assert {"tasks", "sms", "bestallningar", "vikarier"} <= set(shown)
    assert "planning" not in shown


def test_those_who_plan_nothing_see_none_of_it(owner, officer):
    assert not {"board", "tasks", "planning"} & {*names(owner), *names(officer)}

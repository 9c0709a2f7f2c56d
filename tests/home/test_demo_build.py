"""The demo municipality: built whole, as of any moment, and once."""

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from booking.models import Enquiry, Order
from home.demo import build
from people.models import User
from portal.pages.models import CourseTick
from tests.cast import at

OURS = ("people", "booking", "messaging", "intyg", "pages", "home", "wagtailcore")


def rows():
    return {model: model._base_manager.count() for app in OURS for model in apps.get_app_config(app).get_models()}


def test_the_command_builds_the_municipality_once(db):
    call_command("demo")
    once = rows()
    call_command("demo")

    assert once[Order] > 1000
    assert once[CourseTick] > 0
    assert rows() == once


def test_the_command_refuses_where_the_demo_is_off(db, settings):
    settings.DEMO = False

    with pytest.raises(CommandError, match="DEMO"):
        call_command("demo")
    assert not User.objects.exists()


@pytest.mark.parametrize(
    "moment",
    [
        "2027-03-27 23:50",  # the night that the clocks go forward, before a Sunday
        "2026-12-31 14:30",
    ],
)
def test_it_can_be_built_at_any_time(db, moment):
    build.build(at(moment))

    assert Enquiry.objects.unanswered(now=at(moment)).exists()

"""The demo municipality: built whole, as of any moment, and once."""

from datetime import date

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from booking.models import Enquiry, Order
from home.demo import build
from payroll import facts
from people.models import Substitute, User
from portal.pages.models import CourseTick
from tests.cast import at

OURS = ("people", "booking", "messaging", "scheduling", "payroll", "intyg", "pages", "home", "wagtailcore")


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


def test_certificates_have_pay_to_be_filled_in_with(db):
    build.build(at("2026-05-12 14:30"))

    her = Substitute.objects.get(user__username="haaa9507")
    assert len(facts.gross(her, date(2025, 5, 1), date(2026, 4, 30))) == 12
    assert facts.employment(her, date(2026, 4, 30)).form == "Behovsanställning"

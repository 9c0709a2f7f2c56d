"""A substitute whose calendar is empty, and what the journeys through it do again and again."""

from uuid import uuid4

from django.utils import timezone
from playwright.sync_api import Page

from booking.models import Availability
from booking.weeks import Week, local_day
from home.demo.cast import SUBSTITUTES
from people.models import Area, Occupation, Substitute, User
from tests.factories.people import AgreementFactory, SubstituteFactory


def somebody() -> Substitute:
    """Somebody whose calendar is empty."""
    hand = SubstituteFactory(user__username=f"kal{uuid4().hex[:8]}", user__first_name="Nora", user__last_name="Lind")
    hand.user.password = User.objects.get(username=SUBSTITUTES[0].username).password  # as the portal keeps one
    hand.user.save()
    AgreementFactory(substitute=hand, area=Area.objects.first(), occupation=Occupation.objects.first())
    return hand


def next_week() -> Week:
    return Week.of(local_day(timezone.now())).after


def said(me) -> list[tuple[str, int, str]]:
    rows = Availability.objects.filter(substitute=me).order_by("starts")
    return [
        (row.kind, timezone.localtime(row.starts).isoweekday(), f"{timezone.localtime(row.starts):%H}") for row in rows
    ]


def put_in(page: Page, portal: str, *days: str, often: str = "") -> None:
    """By the form's own page."""
    page.goto(f"{portal}/kalender/lagg-tid/")
    for day in days:
        page.get_by_role("checkbox", name=day).check(force=True)
    if often:
        page.get_by_role("radio", name=often).check(force=True)
    page.get_by_role("button", name="Spara").click()
    page.wait_for_url("**/kalender/vecka/**")

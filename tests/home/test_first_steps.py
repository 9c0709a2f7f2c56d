"""What meets somebody who is new."""

import pytest
import time_machine

from tests.booking.substitute.reading import text
from tests.cast import NOW, at
from tests.factories.booking import AvailabilityFactory
from tests.factories.people import SubstituteFactory
from tests.page_checks import assert_valid_html


@pytest.fixture(autouse=True)
def _morning():
    """Tuesday 12 May 2026, 05.45."""
    with time_machine.travel(NOW, tick=False):
        yield


def test_somebody_new_is_shown_three_steps_and_no_empty_calendar(db, signed_in):
    page = signed_in(SubstituteFactory().user).get("/min-sida/")

    assert "Kom igång i tre steg Bekräfta ditt mobilnummer" in text(page)
    assert text(page).index("Bemanningen lägger in ditt avtal") < text(page).index("Lägg in tid du kan jobba")
    assert not [word for word in ("Din vecka", "är tom", "Inget bokat pass", "inte bekräftat") if word in text(page)]
    assert_valid_html(page.content.decode())


def test_what_is_done_of_it_is_said_to_be_done(town, signed_in):
    new = town.substitute(user__phone_verified=True)

    page = text(signed_in(new.user).get("/min-sida/"))

    assert page.count("Det är klart.") == 2


def test_whoever_has_said_when_she_can_work_is_new_no_more(db, signed_in):
    substitute = SubstituteFactory()
    AvailabilityFactory(substitute=substitute, starts=at("2026-05-18 07:00"), ends=at("2026-05-18 16:00"))

    page = text(signed_in(substitute.user).get("/min-sida/"))

    assert "Kom igång" not in page
    assert "Inget bokat pass" in page

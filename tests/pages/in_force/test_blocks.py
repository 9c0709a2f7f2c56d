"""Blocks that say what holds: to whom, when, and nothing at all when what they speak of is gone."""

from datetime import date

import pytest

from portal.pages.models import Contact, Payday
from tests.cast import at
from tests.factories.pages import hours
from tests.pages.counting import asked
from tests.pages.in_force.conftest import advertised, shown

pytestmark = pytest.mark.usefixtures("morning")
MANY = 10


@pytest.fixture
def contact(db) -> Contact:
    return Contact.objects.create(
        name="Bemanningen", phone="0980-319 210", hours=[("days", hours("0", "4", "06:30", "16:00"))]
    )


@pytest.fixture
def payday(db) -> Payday:
    return Payday.objects.create(month=date(2026, 4, 1), hand_in_by=at("2026-05-13 12:00"), payday=date(2026, 5, 27))


def test_a_contact_is_a_card_and_its_hours_alone_are_shorter(page, client, contact):
    card = shown(client, page(("contact", {"contact": contact})))
    times = shown(client, page(("opening_hours", {"contact": contact})))

    assert "Ring 0980-319 210" in card
    assert "Öppnar 06.30, om 45 minuter" in card
    assert "Ring 0980-319 210" not in times
    assert "Bemanningen: Stängt nu" in times


def test_the_same_contact_twice_gives_no_name_twice(page, client, contact):
    html = shown(client, page(("contact", {"contact": contact}), ("contact", {"contact": contact})))

    assert f'id="kontakt-{contact.pk}"' not in html
    assert html.count("Ring 0980-319 210") == 2


def test_what_is_gone_is_silent_and_breaks_nothing(page, client, contact, town):
    path = page(
        ("contact", {"contact": contact}),
        ("opening_hours", {"contact": contact}),
        ("policy", {"area": "4a1f0000-0000-0000-0000-000000000000", "part": "direct"}),
        ("answering_yes", {"area": "no area", "with_heading": True}),
    )
    contact.delete()

    html = shown(client, path)

    assert "bokar dig" not in html
    assert "Det här händer" not in html
    assert "Bemanningen" not in html


def test_a_contact_without_hours_has_none_to_show(page, client):
    nobody = Contact.objects.create(name="Nedlagt")

    assert "Nedlagt" not in shown(client, page(("opening_hours", {"contact": nobody})))


@pytest.mark.parametrize("kind", ["jobs", "contact", "opening_hours", "paydays", "policy", "answering_yes"])
def test_many_blocks_ask_no_more_than_one(page, client, kind, contact, payday, town):
    for hour in range(MANY):
        advertised(town, starts=f"2026-05-14 {hour + 8:02}:00", ends=f"2026-05-14 {hour + 9:02}:00")
    fields = {
        "jobs": {"listed": MANY},
        "paydays": {"count": 6},
        "policy": {"area": str(town.area.pk), "part": "direct"},
        "answering_yes": {"area": str(town.area.pk), "with_heading": False},
    }.get(kind, {"contact": contact})
    one = asked(client, page((kind, fields)))

    assert asked(client, page(*[(kind, fields)] * MANY)) == one <= 12

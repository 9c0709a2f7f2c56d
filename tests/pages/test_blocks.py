"""What the blocks refuse, and the words for it."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks import RawHTMLBlock, StreamBlock, StructBlock

from home.blocks import ShortcutBlock
from portal.pages.blocks import BodyBlock, ButtonBlock
from portal.pages.hours_blocks import HoursBlock, OtherHoursBlock
from portal.pages.links import LinkBlock
from tests.factories.pages import hours


def refusals(block: StructBlock, value: dict[str, object]) -> dict[str, str]:
    """What is said, and beside which field."""
    with pytest.raises(ValidationError) as refused:
        block.clean(block.normalize(value))
    errors = getattr(refused.value, "block_errors", {}) or {}
    return {name: error.messages[0] for name, error in errors.items()} or {"": refused.value.messages[0]}


@pytest.mark.parametrize(
    ("row", "field", "why"),
    [
        (hours("4", "0", "08:00", "16:00"), "last_day", "Välj en dag senare i veckan."),
        (hours("0", "4", "16:00", "08:00"), "closes", "Stänger måste vara senare än öppnar."),
        (hours("0", "4", "08:00", "08:00"), "closes", "Stänger måste vara senare än öppnar."),
        (
            hours("0", "4", "08:00", "16:00", "12:00", ""),
            "lunch_until",
            "Fyll i både från och till, eller ingen av dem.",
        ),
        (hours("0", "4", "08:00", "16:00", "07:00", "08:30"), "lunch_from", "Lunchen måste ligga inom öppettiden."),
        (hours("0", "4", "08:00", "16:00", "15:00", "16:00"), "lunch_from", "Lunchen måste ligga inom öppettiden."),
        (hours("0", "4", "08:00", "16:00", "13:00", "12:00"), "lunch_from", "Lunchen måste ligga inom öppettiden."),
    ],
)
def test_hours_out_of_order_are_refused_beside_their_field(row, field, why):
    assert refusals(HoursBlock(), row) == {field: why}


@pytest.mark.parametrize(
    "row",
    [
        hours("0", "4", "06:30", "16:00", "11:30", "12:30"),
        hours("6", "6", "18:00", "00:00"),
        hours("0", "6", "00:00", "00:00"),
        hours("0", "0", "08:00", "00:00", "12:00", "13:00"),
    ],
)
def test_hours_in_order_are_taken(row):
    assert HoursBlock().clean(HoursBlock().normalize(row))["opens"] == row["opens"]


@pytest.mark.parametrize(
    ("opens", "closes", "why"),
    [
        (time(8), None, "Fyll i både öppnar och stänger, eller ingen av dem."),
        (None, time(8), "Fyll i både öppnar och stänger, eller ingen av dem."),
        (time(9), time(8), "Stänger måste vara senare än öppnar."),
    ],
)
def test_a_date_has_both_times_or_none(opens, closes, why):
    other = {"date": date(2026, 5, 14), "reason": "", "opens": opens, "closes": closes}

    assert refusals(OtherHoursBlock(), other) == {"closes": why}


NOWHERE = {"page": None, "place": ""}
ONE_OF_THEM = "Välj antingen en sida eller en plats i portalen."


def test_a_link_leads_to_exactly_one_place(home):
    assert refusals(LinkBlock(), NOWHERE) == {"": ONE_OF_THEM}
    assert refusals(LinkBlock(), {"page": home, "place": "/intyg/"}) == {"": ONE_OF_THEM}
    assert LinkBlock().clean(LinkBlock().normalize({"page": home, "place": ""})).url == "/"


def test_a_button_without_a_word_needs_no_place():
    assert ButtonBlock().clean(ButtonBlock().normalize({**NOWHERE, "label": ""})).url == ""
    assert refusals(ButtonBlock(), {**NOWHERE, "label": "Öppna"}) == {"": ONE_OF_THEM}


def test_no_block_takes_raw_html():
    def inside(block: object) -> list[object]:
        children = [*getattr(block, "child_blocks", {}).values(), getattr(block, "child_block", None)]
        return [block, *(deeper for child in children if child for deeper in inside(child))]

    assert isinstance(BodyBlock(), StreamBlock)
    assert not [block for block in inside(BodyBlock()) + inside(ShortcutBlock()) if isinstance(block, RawHTMLBlock)]

"""The accessibility statement: all that the law asks for, and no part that disagrees with another."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from portal.pages.deficiencies import DeficiencyBlock
from portal.pages.models import AccessibilityStatementPage, Contact
from tests.pages.counting import asked

TODAY = "2026-05-12T08:00:00+02:00"
ALL_PARTS = (
    "Vikarieportalen",
    "Delvis förenlig",
    "1 april 2026",
    "3 februari 2025",
    "Uppfyller inte kraven än",
    "Åtgärdas senast",
    "1 december 2026",
    "Oskäligt betungande att åtgärda (12 §)",
    "De är 900, och läses av få.",
    "Omfattas inte av lagen",
    "Med verktyg och tangentbord.",
    "Vi har prövat själva.",
    'href="mailto:bemanningen@alvsunda.example"',
    "Vi svarar inom 2 vardagar.",
    "Vi läser upp.",
    'href="https://www.digg.se/tdosanmalan"',
    "lag-20181937",
)


@pytest.fixture(autouse=True)
def _today(time_machine):
    time_machine.move_to(TODAY, tick=False)


def lacking(reason: str = "not_yet", **fields: object) -> tuple[str, dict[str, object]]:
    values = {"what": "Filmer utan text", "who": "", "criterion": "WCAG 1.2.2", "reason": reason, "why": "", **fields}
    return "deficiency", {"mended_by": date(2026, 12, 1) if reason == "not_yet" else None, **values}


@pytest.fixture
def statement(home):
    """A statement: `statement(compliance="full")`."""
    contact = Contact.objects.create(name="Bemanningen", phone="0980-319 210", email="bemanningen@alvsunda.example")

    def made(**fields: object) -> AccessibilityStatementPage:
        values = {
            "slug": "tillganglighet",
            "service": "Vikarieportalen",
            "tested_how": "Med verktyg och tangentbord.",
            "helped_by": "Vi läser upp.",
            "assessed_on": date(2026, 4, 1),
            "launched_on": date(2025, 2, 3),
            "contact": contact,
            "deficiencies": [lacking()],
        }
        return AccessibilityStatementPage(title="Tillgänglighet", **(values | fields))

    return made


def publish(home, page) -> None:
    home.add_child(instance=page)


def refused(page: AccessibilityStatementPage) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as caught:
        page.clean()
    return caught.value.message_dict


def test_the_page_says_all_that_the_law_asks_for(home, client, statement):
    burden = lacking("too_much", what="Gamla filer", why="De är 900, och läses av få.")
    publish(
        home, statement(deficiencies=[lacking(), burden, lacking("outside", what="Kartan", why="Kartor undantas.")])
    )

    html = client.get("/tillganglighet/").content.decode()

    for part in ALL_PARTS:
        assert part in html, part


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"assessed_on": date(2026, 5, 13)}, "assessed_on"),
        ({"launched_on": date(2026, 5, 13)}, "launched_on"),
        ({"contact": None}, "contact"),
        ({"compliance": "full"}, "compliance"),
        ({"compliance": "partly", "deficiencies": []}, "deficiencies"),
        ({"deficiencies": [lacking(mended_by=date(2026, 3, 1))]}, "deficiencies"),
    ],
)
def test_a_statement_that_contradicts_itself_is_refused(statement, changed, field):
    assert set(refused(statement(**changed))) == {field}


def test_somebody_who_can_neither_be_called_nor_written_to_is_nobody_to_tell(statement):
    assert set(refused(statement(contact=Contact.objects.create(name="Ingen")))) == {"contact"}


def test_one_that_agrees_with_itself_is_taken(statement):
    statement().clean()
    statement(compliance="full", deficiencies=[]).clean()
    statement(compliance="full", deficiencies=[lacking("outside", why="Kartor undantas.")]).clean()


def test_what_is_to_be_mended_has_a_day_and_what_is_not_a_why():
    for fields, field in ((lacking(mended_by=None), "mended_by"), (lacking("too_much"), "why")):
        block = DeficiencyBlock()
        with pytest.raises(StructBlockValidationError) as caught:
            block.clean(block.normalize(fields[1]))
        assert set(caught.value.block_errors) == {field}


def test_nothing_known_is_said_as_such(home, client, statement):
    publish(home, statement(compliance="full", deficiencies=[]))

    assert "Vi vet inte om något som inte fungerar." in client.get("/tillganglighet/").content.decode()


def test_many_deficiencies_ask_no_more_than_one(home, client, statement):
    publish(home, statement())
    one = asked(client, "/tillganglighet/")
    page = AccessibilityStatementPage.objects.get()
    page.deficiencies = [lacking()] * 20
    page.save()

    assert asked(client, "/tillganglighet/") == one <= 12

"""A planner reads in a thousand substitutes from payroll's file, seven of whose rows are wrong."""

import io

import pytest
from django.db import connection
from openpyxl import Workbook, load_workbook
from playwright.sync_api import expect

from home.demo.cast import COLLEAGUES
from people.importing.columns import HEADINGS
from people.models import Agreement, Substitute
from scripts.browser import DESKTOP

KARIN = COLLEAGUES[2]
ROWS = 1000
WRONG = {
    13: {"phone": "12"}, 113: {"email": "ingen adress"}, 213: {"place": "Månen"}, 313: {"occupation": "Astronaut"},
    413: {"starts": "snart"}, 513: {"employee_number": ""}, 613: {"born": ""},
}  # fmt: skip
IN_TIME = 90_000  # milliseconds, on a busy machine


@pytest.fixture(autouse=True)
def _in_nobodys_way(portal):
    """Without an agreement they are nobody's to plan: no other journey meets a thousand more."""
    yield
    Agreement.objects.filter(substitute__employee_number__startswith="IMP-").delete()
    connection.close()  # Playwright's loop gives a fixture a connection of its own


def row(number: int) -> dict[str, str]:
    """Somebody who starts in some years, so that she stands in no other journey's way."""
    return {
        "employee_number": f"IMP-{number:04}", "first_name": "Mira", "last_name": f"Lindgren{number}",
        "born": "1996-03-17", "phone": f"070174{2000 + number}", "email": f"mira{number}@alvsunda.example",
        "place": "Hemtjänst", "occupation": "Undersköterska", "starts": "2035-01-01",
    } | WRONG.get(number, {})  # fmt: skip


def file_of(rows):
    book, file = Workbook(), io.BytesIO()
    keys = list(rows[0])
    book.active.append([HEADINGS[key] for key in keys])
    for each in rows:
        book.active.append([each[key] for key in keys])
    book.save(file)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return {"name": "personal.xlsx", "mimeType": kind, "buffer": file.getvalue()}


def handed_in(page, portal, rows):
    page.goto(f"{portal}/admin/vikarier/import/")
    page.get_by_label("Fil", exact=True).set_input_files(file_of(rows))
    page.get_by_role("button", name="Granska filen").click()


def mended(page):
    """The faulty rows as fetched, put right as she would in her spreadsheet."""
    with page.expect_download() as fetched:
        page.get_by_role("link", name="Hämta raderna").click()
    lines = list(load_workbook(io.BytesIO(fetched.value.path().read_bytes())).active.iter_rows(values_only=True))
    assert all(line[-1] for line in lines[1:])
    return [row(number) for number in WRONG]


def test_a_thousand_are_read_in_and_seven_are_mended(open_page, portal):
    page = open_page(DESKTOP, KARIN.username)
    handed_in(page, portal, [row(number) for number in range(ROWS)])

    main = page.get_by_role("main")
    expect(main).to_contain_text("Inget är ändrat än")
    expect(page.get_by_role("region", name="Rader med fel").get_by_role("row")).to_have_count(len(WRONG) + 1)
    assert not Substitute.objects.filter(employee_number__startswith="IMP-").exists()

    page.get_by_role("button", name="Läs in 993 rader").click()
    expect(page.get_by_role("heading", name="Filen är inläst")).to_be_visible(timeout=IN_TIME)
    assert Substitute.objects.filter(employee_number__startswith="IMP-").count() == ROWS - len(WRONG)

    faulty = mended(page)
    for each, number in zip(faulty, WRONG, strict=True):
        each |= {name: text for name, text in row(0).items() if name in WRONG[number]}
        each |= {"email": f"mira{number}@alvsunda.example", "employee_number": f"IMP-{number:04}"}
        each |= {"phone": f"070174{2000 + number}"}
    handed_in(page, portal, faulty)
    page.get_by_role("button", name="Läs in 7 rader").click()
    expect(page.get_by_role("heading", name="Filen är inläst")).to_be_visible(timeout=IN_TIME)
    assert Agreement.objects.filter(substitute__employee_number__startswith="IMP-").count() == ROWS

    handed_in(page, portal, [row(number) for number in range(ROWS) if number not in WRONG])
    expect(main).to_contain_text("Filen ändrar ingenting")

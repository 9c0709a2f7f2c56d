"""The tables that Wagtail's own reports leave as files."""

import csv
import io

import openpyxl
import pytest

from portal.pages.models import StandardPage
from tests.factories.pages import below
from tests.factories.people import UserFactory

REPORTS = ["/admin/reports/site-history/", "/admin/reports/aging-pages/", "/admin/reports/locked/"]
FORMULA = '=HYPERLINK("https://ond.example/";"x")'


@pytest.fixture
def evil(home):
    """A page whose title a spreadsheet would reckon with."""
    page = below(home, StandardPage, FORMULA, slug="ond")
    page.save_revision(log_action=True).publish()
    return page


@pytest.fixture
def reader(db):
    """Whoever Wagtail shows all its reports."""
    return UserFactory(is_superuser=True)


def cells(answer, kind: str) -> list[object]:
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if kind == "csv":
        return [cell for row in csv.reader(io.StringIO(content.decode())) for cell in row]
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert all(cell.data_type != "f" for row in sheet for cell in row)
    return [cell.value for row in sheet for cell in row]


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_no_cell_is_a_formula(report, kind, signed_in, reader, evil):
    answer = signed_in(reader).get(f"{report}?export={kind}")

    assert answer.status_code == 200
    texts = [str(cell) for cell in cells(answer, kind) if cell]
    assert kind == "xlsx" or not [text for text in texts if text.startswith(("=", "+", "-", "@"))]


def test_the_title_is_there_all_the_same(signed_in, reader, evil):
    said = cells(signed_in(reader).get(f"{REPORTS[0]}?export=csv"), "csv")

    assert f"'{FORMULA}" in said

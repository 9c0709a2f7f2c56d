"""The reports of the pages, and what needs care on the editors' first page."""

from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook
from wagtail.models import GroupPagePermission, Page

from portal.pages.care import panel
from portal.pages.care.reports import REPORTS
from portal.pages.models import GuidePage
from tests.cast import NOW

CODES = [report.code for report in REPORTS]
OF_PAGES = [code for code in CODES if code != "kontakter"]
TROUBLED = '<p><a href="/finns-inte/">x</a> Bemanningsadministratörernas tillgänglighetsregistrering förutsätter.</p>'


def address(code: str, *more: str) -> str:
    return "/".join(["/admin/sidvard", code, *more, ""])


def file(desk: Client, code: str, kind: str) -> bytes:
    return b"".join(desk.get(address(code, "hamta", kind)).streaming_content)


@pytest.fixture
def troubled(a_guide, a_picture, read_by) -> GuidePage:
    """A page with everything that is found."""
    page = a_guide("=Lön", TROUBLED)
    trouble(page, a_picture)
    read_by(page, "2020-01-01")
    return page


def trouble(page: GuidePage, picture: object) -> None:
    image = {"image": picture.pk, "alt_text": "", "decorative": False}
    raw = [*page.body.raw_data, {"type": "picture", "value": {"image": image, "caption": ""}}]
    page.body = page.body.stream_block.to_python(raw)
    page.save()


@pytest.mark.parametrize("code", OF_PAGES)
def test_each_report_names_the_page_and_leads_to_its_editor(code, signed_in, editor, troubled):
    html = signed_in(editor).get(address(code)).content.decode()

    assert "=Lön" in html
    assert f"/admin/pages/{troubled.pk}/edit/" in html


@pytest.mark.parametrize("code", CODES)
def test_an_empty_report_says_so(code, signed_in, editor, home):
    assert "Inget att se över" in signed_in(editor).get(address(code)).content.decode()


@pytest.mark.parametrize("code", OF_PAGES)
def test_a_report_as_a_file_holds_no_formula(code, signed_in, editor, troubled):
    desk = signed_in(editor)

    csv = file(desk, code, "csv").decode()
    book = load_workbook(BytesIO(file(desk, code, "xlsx")))

    assert csv.splitlines()[0] == "page,address,what,where"
    assert csv.splitlines()[1].startswith("'=Lön,")
    assert [cell.data_type for cell in book.active["A"]] == ["s", "s"]


@pytest.mark.parametrize("code", CODES)
def test_a_report_is_for_those_who_edit(code, signed_in, town, officer, troubled):
    for other in (town.planner, officer):
        assert signed_in(other).get(address(code)).status_code == 404
        assert signed_in(other).get(address(code, "hamta", "csv")).status_code == 404


def test_a_report_holds_only_what_she_may_edit(signed_in, editor, troubled):
    GroupPagePermission.objects.filter(group__name="Redaktörer").update(page=Page.objects.get(slug="start"))
    elsewhere = Page.get_first_root_node().add_child(instance=GuidePage(title="Annan sajt", body=[("text", TROUBLED)]))

    html = signed_in(editor).get(address("lankar")).content.decode()

    assert "=Lön" in html
    assert elsewhere.title not in html


def test_a_report_or_a_kind_of_file_that_is_not_there_is_not_found(signed_in, editor, home):
    desk = signed_in(editor)

    assert desk.get(address("annat")).status_code == 404
    assert desk.get(address("gamla", "hamta", "pdf")).status_code == 404


def test_the_reports_stand_in_the_menu_of_those_who_edit(signed_in, editor, home):
    html = signed_in(editor).get("/admin/").content.decode()

    assert all(address(code) in html for code in CODES)


@pytest.mark.parametrize("path", [*map(address, CODES), "/admin/"])
def test_the_questions_are_as_many_for_one_page_as_for_ten(path, signed_in, editor, a_guide, a_picture, read_by):
    desk = signed_in(editor)

    def asked(number: int) -> int:
        for one in range(number):
            page = a_guide(f"Guide {number}.{one}", TROUBLED)
            trouble(page, a_picture)
            read_by(page, "2020-01-01")
        desk.get(path)
        with CaptureQueriesContext(connection) as queries:
            desk.get(path)
        return len(queries)

    assert asked(1) == asked(9)


def test_her_own_pages_come_first_on_the_first_page(signed_in, editor, approver, a_guide, read_by):
    read_by(a_guide("Annans", owner=approver), "2020-01-01")
    read_by(a_guide("Min egen", owner=editor), "2021-01-01")

    html = signed_in(editor).get("/admin/").content.decode()

    assert html.index("Min egen") < html.index("Annans")
    assert "din sida" in html


def test_what_is_to_be_published_is_told_of_with_its_time(approver, home, a_guide, time_machine):
    time_machine.move_to(NOW, tick=False)
    page = a_guide("Sommaren", live=False)
    page.go_live_at = NOW.replace(month=6)
    page.save_revision(user=approver).publish(user=approver)

    (coming,) = panel.coming(approver, now=NOW)

    assert (coming.title, coming.goes_live_at) == ("Sommaren", NOW.replace(month=6))
    assert panel.coming(approver, now=NOW.replace(month=7)) == []


def test_a_planner_sees_nothing_of_pages_on_hers(signed_in, town, troubled):
    assert "sidvard" not in signed_in(town.planner).get("/admin/").content.decode()

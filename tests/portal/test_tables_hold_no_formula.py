"""Every table that leaves as a file, found by asking every route: no cell is a formula, whatever people are named."""

import csv
import io
from collections.abc import Iterator

import pytest
import time_machine
from django.apps import apps
from django.db import models, transaction
from django.db.models.functions import Concat
from django.http import HttpResponse
from django.test import Client
from openpyxl import load_workbook

from people.exports import FORMULA
from tests.cast import NOW
from tests.let_go import let_go
from tests.matrix import forms, table
from tests.matrix.test_matrix import LINES, address_of
from tests.matrix.world import World, a_world

KINDS = {"csv": "text/csv", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
PLANTED = "=1+1 "
WORDS = {
    "name", "title", "draft_title", "first_name", "last_name", "text", "note", "reference", "contact", "place",
    "subject", "filename", "heading", "old_path", "label", "search_description",
}  # fmt: skip
"""Fields that people write freely."""

KNOWN = {"order:export", "booking_desk:export", "substitute:validity_export", "statistics:file", "page_care:file"}
"""Ours; if the walk does not find these, it finds nothing."""

Row = list[object]


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker) -> Iterator[World]:
    with django_db_blocker.unblock(), time_machine.travel(NOW, tick=False), transaction.atomic():
        made = a_world()
        plant()
        yield made
        transaction.set_rollback(True)


def plant() -> None:
    """Let whatever people have written begin as a formula."""
    for model in apps.get_models():
        for field in model._meta.local_concrete_fields:
            if field.name in WORDS and isinstance(field, models.CharField | models.TextField):
                planted = Concat(models.Value(PLANTED), models.F(field.name), output_field=models.TextField())
                if field.max_length:
                    planted = models.functions.Left(planted, field.max_length)
                model._base_manager.exclude(**{field.name: ""}).update(**{field.name: planted})


def asked(world: World, role: str, kind: str) -> Iterator[tuple[str, HttpResponse]]:
    """Each route's answer to whoever wants a table of the kind; what comes of it is undone."""
    client = Client(raise_request_exception=False)
    client.force_login(world.reader(role))
    for route, shape in table.routes().items():
        line = LINES.get(route)
        path = address_of(line, world.own).partition("?")[0] if line else "/" + table.filled(shape)
        is_of_a_kind = line is not None and "kind" in line.parts and line.parts["kind"] in KINDS
        path = path.replace("/csv/", f"/{kind}/") if is_of_a_kind else path
        method = "post" if is_of_a_kind and not line.ways["get"].letters else "get"
        said = forms.of(route, world.own) if method == "post" else {}
        with transaction.atomic():
            answer = getattr(client, method)(f"{path}?export={kind}", {} if is_of_a_kind else said)
            if answer.headers.get("Content-Type", "").startswith(KINDS[kind]):
                yield route, answer
            let_go(answer)
            transaction.set_rollback(True)


def formulas(answer: HttpResponse, kind: str) -> list[object]:
    """The cells that a spreadsheet would reckon with."""
    content = b"".join(answer) if answer.streaming else answer.content
    if kind == "csv":
        rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))
        return [cell for row in rows for cell in row if cell.startswith(FORMULA) and not is_number(cell)]
    sheets = load_workbook(io.BytesIO(content)).worksheets
    return [cell.value for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def is_number(cell: str) -> bool:
    """What a machine reads as one is none that anybody has written."""
    return cell.lstrip("-").replace(".", "", 1).isdecimal()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("role", "finds"), [("P", KNOWN - {"page_care:file"}), ("O", {"page_care:file"})])
def test_no_table_that_leaves_as_a_file_holds_a_formula(role, finds, kind, world):
    found = {route: formulas(answer, kind) for route, answer in asked(world, role, kind)}

    assert finds <= found.keys()
    assert {route: cells for route, cells in found.items() if cells} == {}


def test_the_test_sees_a_formula():
    bad = HttpResponse("a,b\r\n=1+1,-1\r\n", content_type="text/csv")

    assert formulas(bad, "csv") == ["=1+1"]

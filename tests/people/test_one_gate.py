"""Each model has its gate, and every view loads what it shows through it; a role says no more than is asked for."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db.models import Model
from wagtail.models import Page, PreviewableMixin

from people import access

OURS = ("people", "messaging", "booking", "scheduling", "payroll", "intyg", "home", "pages")
FOLDERS = ("people", "messaging", "booking", "scheduling", "payroll", "intyg", "home", "portal")
ROOT = Path(settings.BASE_DIR)
ONE_ROW = {"get", "first", "last", "latest", "earliest", "in_bulk"}
MANAGERS = {"objects", "_base_manager", "_default_manager"}

CLOSED = {
    "people.User": "an account is reached as oneself, or as `Account`, which has a gate",
    "booking.Advert": "read with its order",
    "messaging.Heartbeat": "when the queue last lived; of nobody",
    "intyg.NumberSeries": "counts, and is shown to nobody",
}
"""What no view asks for: `access.scope` answers with nothing of it."""

BESIDE_THE_PAGES = {
    "pages.Passage": "the search's own, read through `seen.py`",
    "pages.Word": "the search's own, read through `seen.py`",
    "pages.Keyword": "an editor's, changed in Wagtail alone",
    "pages.PortalImage": "public, as all pictures of pages",
    "pages.PortalRendition": "public, as all pictures of pages",
    "pages.PortalDocument": "fetched by those who may read a page that leads to it (`documents.py`)",
    "pages.PageChange": "a number of what the pages have become",
    "pages.PageReview": "kept with its page, asked for by those who edit it",
    "pages.OutsideLink": "kept with its page, asked for by those who edit it",
}

OF_ORDER = "of an order that came through the gate"
OF_NAMES = "the names of whom the rows are about that were let through"
BESIDE_THE_GATE = {
    "booking/views/desk/acting.py:seen": OF_ORDER,
    "booking/views/desk/assistants.py:change": "the assistant that came through the gate, read again",
    "booking/views/desk/changing.py:change": OF_ORDER,
    "booking/views/desk/follow_up/hours.py:named": OF_NAMES,
    "booking/views/desk/forecast.py:day": "of the area that came through the gate",
    "booking/views/desk/las_rows.py:_shifts": "of people who came through the gate; a place is named if it did too",
    "booking/views/desk/las_rows.py:with_dates": "people who came through the gate, read again",
    "booking/views/desk/offers.py:of": OF_ORDER,
    "booking/views/desk/pay_periods.py:close": "the month itself, of nobody, once she may close it",
    "booking/views/desk/page.py:refused": "the order that came through the gate, read again",
    "booking/views/desk/progress.py:of": OF_ORDER,
    "booking/views/desk/sent.py:_sendings": OF_NAMES,
    "booking/views/desk/workplace_request.py:_done": "the request that came through the gate, read again",
    "booking/views/manager/changing.py:change": OF_ORDER,
    "booking/views/substitute/by_link.py:meant": "the sealed address is the way in (adr/0018)",
    "booking/views/substitute/calendar_feed.py:file": "the secret address is the way in (adr/0019)",
    "booking/views/substitute/enquiry_states.py:_has_it": "of an enquiry that is her own",
    "intyg/views/check.py:matches": "tells anybody whether number and check value match, and no more (adr/0006)",
    "intyg/views/desk/page.py:seen": "whom the officer saw named beside the request that is hers to handle",
    "payroll/views/runs_made.py:show": "what took back the run that came through the gate",
    "people/views/desk/looks.py:index": "the person whom the list is narrowed to; the rows come through the gate",
    "people/views/own_password.py:choose": "the sealed address is the way in (adr/0041)",
    "people/views/delegating.py:end": "herself, read again",
    "people/views/desk/settings_log.py:lines": OF_NAMES,
}
"""Functions of views that take a row straight from its table, and what lets them."""


def modules(*folders: str) -> list[Path]:
    """Every module of ours, from the root."""
    found = [path.relative_to(ROOT) for folder in folders for path in (ROOT / folder).rglob("*.py")]
    return sorted(path for path in found if "migrations" not in path.parts)


def views() -> list[Path]:
    """Those whose functions answer a request."""
    return [path for path in modules(*FOLDERS) if {"views", "viewsets"} & {*path.parts, path.stem}]


def table_of(node: ast.expr) -> str:
    """The model whose manager the chain begins at: Order, of `Order.objects.open().filter(…)`; empty if none."""
    while isinstance(node, ast.Call | ast.Attribute):
        if isinstance(node, ast.Attribute) and node.attr in MANAGERS:
            return ast.unparse(node.value).rpartition(".")[2]
        node = node.func if isinstance(node, ast.Call) else node.value
    return ""


def straight_from_a_table(source: str) -> Iterator[str]:
    """The functions that take one row of a table, or with `get_object_or_404` of what nothing has narrowed."""
    for function in ast.walk(ast.parse(source)):
        calls = ast.walk(function) if isinstance(function, ast.FunctionDef) else ()
        for node in calls:
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Attribute) and called.attr in ONE_ROW and table_of(called.value):
                yield function.name
            if isinstance(called, ast.Name) and called.id.startswith("get_") and called.id.endswith("_or_404"):
                yield from [function.name] if isinstance(node.args[0], ast.Name) or table_of(node.args[0]) else []


def ours() -> list[type[Model]]:
    return [model for app in OURS for model in apps.get_app_config(app).get_models()]


def is_edited(model: type[Model]) -> bool:
    """Whether it is for Wagtail's editors: a page, what stands on one, and what has a preview."""
    on_a_page = any(field.related_model and issubclass(field.related_model, Page) for field in model._meta.fields)
    return (
        issubclass(model, Page | PreviewableMixin)
        or on_a_page
        or model.__name__ in {"Payday", "SystemShortcut", "Banner"}
    )


@pytest.mark.parametrize("model", ours(), ids=lambda model: model._meta.label)
def test_each_model_of_ours_has_a_gate_or_says_why_not(model):
    label = model._meta.label

    assert model in access.registered() or label in CLOSED | BESIDE_THE_PAGES or is_edited(model)
    assert not (model in access.registered() and label in CLOSED | BESIDE_THE_PAGES), "it has a gate by now"


def test_no_view_takes_a_row_past_the_gate():
    found = {f"{view}:{name}" for view in views() for name in straight_from_a_table((ROOT / view).read_text())}

    assert found - BESIDE_THE_GATE.keys() == set(), "load it with access.get, or say here what lets it"
    assert BESIDE_THE_GATE.keys() - found == set(), "it does so no more"


@pytest.mark.parametrize(
    "body",
    [
        "Order.objects.get(pk=pk)",
        "Order.objects.open().filter(pk=pk).first()",
        "get_object_or_404(Order, pk=pk)",
        "get_object_or_404(models.Order.objects.all(), pk=pk)",
    ],
)
def test_a_view_that_would_do_so_is_found(body):
    assert list(straight_from_a_table(f"def show(request, pk):\n    return {body}")) == ["show"]


def test_a_view_that_asks_the_gate_is_left_alone():
    asking = "access.get(me, Order.objects.all(), pk)", "access.scope(me, Order.objects.all()).filter(pk=pk).first()"

    assert [list(straight_from_a_table(f"def show(request, pk):\n    return {body}")) for body in asking] == [[], []]

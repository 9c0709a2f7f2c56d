"""Values that point out a person or open something, and both logs as they are written."""

import logging
from collections.abc import Iterator
from io import StringIO

import pytest

from portal.logs import AsJson, Discreet

PHONE, WRITTEN, NUMBER = "+46701740699", "070-174 06 99", "19900101-1239"
CODE, SECRET, TOKEN = "482913", "Vatten-sten-19-mossa", "Zm9yZmFsc2thZC1ueWNrZWwtc29tLWludGUtZ2FsbGVy"
REAL = "19811218-9876"  # adds up: Skatteverket's, for tests
EMAIL, NAME = "planterad.person@alvsunda.example", "Planteradsson"
PLANTED = (PHONE, PHONE[1:], WRITTEN, NUMBER, "199001011239", "900101-1239", CODE, SECRET, TOKEN, EMAIL)


@pytest.fixture
def logs(monkeypatch) -> Iterator[StringIO]:
    """Both logs, as they are written."""
    written = StringIO()
    plain, security = logging.StreamHandler(written), logging.StreamHandler(written)
    plain.setFormatter(Discreet("{asctime} {levelname} {name} {message}", style="{"))
    security.setFormatter(AsJson())
    monkeypatch.setattr(logging.getLogger(), "handlers", [plain])
    monkeypatch.setattr(logging.getLogger("security"), "handlers", [security])
    logging.getLogger().setLevel(logging.INFO)
    yield written
    logging.getLogger().setLevel(logging.WARNING)


def nothing_of(planted: tuple[str, ...], logs: StringIO) -> None:
    said = logs.getvalue()
    assert [value for value in planted if value in said] == [], said[-3000:]

"""A start page with a section of guides, and guides made of what a test is about."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from portal.pages.models import GuideIndexPage, GuidePage, PageReview
from tests.factories.pages import below


@pytest.fixture
def guides(home) -> GuideIndexPage:
    return below(home, GuideIndexPage, "Guider")


@pytest.fixture
def a_guide(guides) -> Callable[..., GuidePage]:
    """`a_guide("Lön", "<p>…</p>", owner=editor)`: a published guide with that text."""

    def make(title: str, text: str = "<p>Läs det här.</p>", **fields: Any) -> GuidePage:
        body = fields.pop("body", [("text", text)])
        return below(guides, GuidePage, title, body=body, **fields)

    return make


@pytest.fixture
def read_by() -> Callable[..., None]:
    """`read_by(page, "2026-05-01")`: it was to be read again by then."""

    def choose(page: GuidePage, day: str) -> None:
        PageReview.objects.update_or_create(page_id=page.pk, defaults={"review_by": date.fromisoformat(day)})

    return choose

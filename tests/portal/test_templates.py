import re
from pathlib import Path

import pytest
from django.conf import settings


def templates() -> list[Path]:
    """Those that a browser shows: a certificate is printed, and a letter is sent."""
    pages = (settings.BASE_DIR / "templates").rglob("*.html")
    return sorted(page for page in pages if not {"certificate", "messages"} & set(page.parts))


def test_every_icon_named_in_a_template_is_drawn():
    drawn = set(re.findall(r'<symbol id="([^"]+)"', (settings.BASE_DIR / "static" / "icons.svg").read_text()))
    named = {name for page in templates() for name in re.findall(r'{% icon "([^"]+)"', page.read_text())}

    assert named - drawn == set()


def test_no_template_shows_what_is_not_escaped():
    past = re.compile(r"\|\s*safe\b|\|\s*safeseq\b|autoescape\s+off")

    assert [page.name for page in templates() if past.search(page.read_text())] == []


@pytest.mark.parametrize("forbidden", [r"\sstyle=", r"<style", r"\son[a-z]+=\"", r"<script(?![^>]*\bsrc=)"])
def test_no_template_carries_what_the_content_policy_forbids(forbidden):
    assert [page.name for page in templates() if re.search(forbidden, page.read_text())] == []

"""What the stylesheets promise: contrast in both themes, one source for portal and desk, nothing left out."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import FileSystemStorage

from portal import admin_css
from portal.static_storage import SITE, OneStylesheet

CSS = Path(settings.BASE_DIR) / "static" / "css"
STATUSES = ("bokad", "ledig", "fraga", "ljung", "lingon", "grus")
TEXT, GRAPHICS = 4.5, 3

PAIRS = [
    *[(text, ground, TEXT) for text in ("ink", "ink-2", "ink-3", "gran") for ground in ("bg", "surface", "surface-2")],
    *[("on-gran", ground, TEXT) for ground in ("gran", "gran-hover")],
    *[(text, "gran-soft", TEXT) for text in ("gran", "gran-ink")],
    *[(edge, ground, GRAPHICS) for edge in ("line-strong", "focus-1") for ground in ("bg", "surface", "surface-2")],
    *[("focus-2", ground, GRAPHICS) for ground in ("focus-1", "gran")],
    *[(text, "hero", TEXT) for text in ("hero-ink", "hero-ink-2")],
    *[(f"{status}-ink", ground, TEXT) for status in STATUSES for ground in (f"{status}-soft", "surface")],
    *[(status, ground, GRAPHICS) for status in STATUSES for ground in ("surface", "bg", f"{status}-soft")],
]


def colours(selector: str) -> dict[str, str]:
    block = re.search(rf"{re.escape(selector)} {{(.*?)}}", (CSS / "tokens.css").read_text(), re.DOTALL)
    assert block
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block[1]))


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [":root", ':root[data-theme="dark"]'])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_the_pair_can_be_told_apart(theme, front, ground, least):
    tokens = colours(theme)

    assert contrast(tokens[front], tokens[ground]) >= least


def test_dark_is_the_same_dark_however_it_was_chosen():
    assert colours(':root:not([data-theme="light"])') == colours(':root[data-theme="dark"]')


def test_the_desks_stylesheet_is_what_the_builder_makes():
    built = admin_css.build(CSS / "admin" / "source.css")

    assert (CSS / "admin.css").read_text() == built, "run `manage.py build_admin_css`"


def test_every_component_is_on_the_portal_or_on_the_desk():
    linked = (CSS / "site.css").read_text() + (CSS / "admin" / "source.css").read_text()

    assert [part.name for part in CSS.glob("components/*.css") if f"components/{part.name}" not in linked] == []


def test_visitors_fetch_one_stylesheet_with_every_part_in_its_layer(tmp_path):
    source = FileSystemStorage(CSS.parent)
    (tmp_path / "css").mkdir()

    list(OneStylesheet(tmp_path, "/static/").post_process({SITE: (source, SITE)}))

    handed_out = (tmp_path / SITE).read_text()
    assert "@import" not in handed_out
    assert handed_out.count("@layer ") == (CSS / "site.css").read_text().count("@import")


@pytest.mark.parametrize(
    ("rule", "on_the_desk"),
    [
        (".tabs a { color: red; }", ".vp .vp-tabs a { color: red; }\n"),
        (".a, .b:is(.c, .d) { top: 0; }", ".vp .vp-a, .vp .vp-b:is(.vp-c, .vp-d) { top: 0; }\n"),
        (".adm .btn { top: 0; }", ".vp.vp-adm .vp-btn { top: 0; }\n"),
        (".adm__head h1 { top: 0; }", ".vp .vp-adm__head h1 { top: 0; }\n"),
        (':root[data-theme="dark"] { --a: 1; }', ":root.w-theme-dark { --a: 1; }\n"),
        ("@media print { .x { top: 0; } }", "@media print {\n.vp .vp-x { top: 0; }\n}\n"),
        ("@font-face { src: local(Arial); }", "@font-face { src: local(Arial); }\n"),
        ("body { top: 0; }", ""),
        (".x { width: 0.5rem; }", ".vp .vp-x { width: 0.5rem; }\n"),
    ],
)
def test_a_rule_is_renamed_and_fenced_in_for_the_desk(rule, on_the_desk):
    assert admin_css.converted(rule) == on_the_desk

"""The portal's components once more, for use inside the Wagtail admin.

Wagtail's stylesheet has no cascade layers and owns names such as `.icon` and `.tabs`, and whatever stands outside a
layer beats what stands in one. So here nothing is layered, each class is called `vp-…`, and each rule starts at `.vp`.
"""

import re
from collections.abc import Iterator
from pathlib import Path

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
IMPORT = re.compile(r'@import url\("([^"]+)"\);')
PRELUDE = re.compile(r"([^{};]+)\{")
FRAME = re.compile(r"\.adm\b")  # `.adm` stands on the same element as `.vp`
CLASS = re.compile(r"\.(?=[a-z])(?!w-|vp\b)")
COMMA_BETWEEN_SELECTORS = re.compile(r",\s*(?![^(]*\))")
NOTICE = "/* Built by `manage.py build_admin_css` from static/css/admin/source.css. Change it there. */\n"

# The admin has a choice of theme of its own, and says it with classes.
THEMES = {
    ':root:not([data-theme="light"])': ":root.w-theme-system",
    ':root[data-theme="dark"]': ":root.w-theme-dark",
}


def build(source: Path) -> str:
    parts = [source.parent / name for name in IMPORT.findall(source.read_text())]
    return NOTICE + "".join(converted(COMMENT.sub("", part.read_text())) for part in parts)


def converted(css: str) -> str:
    return "".join(converted_rule(prelude, body) for prelude, body in rules(css))


def rules(css: str) -> Iterator[tuple[str, str]]:
    """Each outermost rule: what stands before its braces, and what stands between them."""
    position = 0
    while match := PRELUDE.search(css, position):
        position = end_of_block(css, match.end())
        yield " ".join(match[1].split()), css[match.end() : position - 1]


def end_of_block(css: str, start: int) -> int:
    """Where the block that opened just before `start` has been closed."""
    depth, position = 1, start
    while depth:
        depth += {"{": 1, "}": -1}.get(css[position], 0)
        position += 1
    return position


def converted_rule(prelude: str, body: str) -> str:
    if prelude.startswith(("@media", "@supports")):
        return f"{prelude} {{\n{converted(body)}}}\n"
    if prelude.startswith("@"):
        return f"{prelude} {{ {on_one_line(body)} }}\n"
    selectors = [scoped(selector) for selector in COMMA_BETWEEN_SELECTORS.split(prelude) if selector != "body"]
    return f"{', '.join(selectors)} {{ {on_one_line(body)} }}\n" if selectors else ""


def scoped(selector: str) -> str:
    if selector.startswith(":root"):
        return THEMES.get(selector, selector)
    if selector.startswith(".vp"):
        return selector
    named = CLASS.sub(".vp-", selector)
    return f".vp{named}" if FRAME.match(selector) else f".vp {named}"


def on_one_line(body: str) -> str:
    return " ".join(body.split())

"""By which names each route reads anything: what its forms are made of, and what stands in the pages it gives."""

import inspect
import re
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path

from django.conf import settings
from django.forms.forms import BaseForm
from django.urls import URLPattern, URLResolver, get_resolver
from django_filters import FilterSet

NAMED = (
    r'GET\.get(?:list)?\(\s*"([\w-]+)"',
    r'POST\.get(?:list)?\(\s*"([\w-]+)"',
    r'(?:GET|POST|FILES)\["([\w-]+)"\]',
    r"^    (\w+) = (?:forms|django_filters)\.",
    r'name="([\w-]+)"',
)
IN_A_PAGE = re.compile(r'<(?:input|select|textarea|button)\b[^>]*?\bname="([\w-]{1,60})"')
APPS = ("portal", "home", "intyg", "payroll", "scheduling", "booking", "messaging", "people", "templates")
ANYWHERE = {"next", "q", "p", "export", "ordering", "page", "results", "form-0-id", "form-TOTAL_FORMS", "state", "code"}

_learned: dict[str, set[str]] = defaultdict(set)


def of(route: str) -> list[str]:
    """Those of the route."""
    return sorted(_of_its_code().get(route, set()) | _learned[route] | {"next"})


def learn(route: str, page: str) -> None:
    """A field that a page of the route has is one that the route reads."""
    _learned[route].update(IN_A_PAGE.findall(page))


@cache
def everywhere() -> list[str]:
    """Every name by which a page of ours reads anything."""
    files = (
        file for app in APPS for file in Path(settings.BASE_DIR, app).rglob("*") if file.suffix in {".py", ".html"}
    )
    return sorted({name for file in files for name in _written_in(file.read_text())} | ANYWHERE)


def _written_in(text: str) -> set[str]:
    return {name for words in NAMED for name in re.findall(words, text, re.MULTILINE)}


@cache
def _of_its_code() -> dict[str, set[str]]:
    return dict(_walk(get_resolver().url_patterns))


def _walk(patterns: list[URLPattern | URLResolver], shape: str = "", space: str = "") -> list[tuple[str, set[str]]]:
    found = []
    for pattern in patterns:
        whole = shape + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            found += _walk(pattern.url_patterns, whole, inner)
        else:
            found.append((f"{space}{pattern.name}" if pattern.name else f"/{whole}", _of_view(pattern.callback)))
    return found


def _of_view(view: object) -> set[str]:
    """What its module says, and the forms that are at hand there."""
    module = sys.modules.get(getattr(inspect.unwrap(view), "__module__", ""))  # type: ignore[arg-type]
    if module is None:
        return set()
    names = _written_in(Path(module.__file__).read_text()) if module.__file__ else set()
    for one in vars(module).values():
        if isinstance(one, type) and issubclass(one, BaseForm):
            names |= set(getattr(one, "base_fields", ()))
        if isinstance(one, type) and issubclass(one, FilterSet):
            names |= set(one.base_filters)
    return names

"""A form on a page of its own at the desk, and what was refused beside what was typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from people.forms.telling import tell
from people.operations.refusals import Refused
from people.requests import SignedIn

Made = TypeVar("Made")
Crumb = tuple[str, str]
"""An address and what it is called."""


@dataclass(frozen=True, slots=True)
class Page:
    """What stands around the form: its title, its button, the pages above it, the nearest last, and a sentence."""

    title: str
    button: str
    above: Sequence[Crumb]
    lead: str = ""
    icon: str = "user"


def done(form: Form, operation: Callable[[], Made]) -> Made | None:
    """What the operation made of a form that is sent and valid; nothing if it refused, which the form then tells."""
    if not (form.is_bound and form.is_valid()):
        return None
    try:
        return operation()
    except Refused as refused:
        tell(form, refused)
        return None


def ask(request: SignedIn, form: Form, page: Page) -> HttpResponse:
    """The form, with all that was typed."""
    context = {"form": form, "page": page, "back": page.above[-1][0]} | frame(page.title, page.above, page.icon)
    return render(request, "people/desk/form.html", context, status=422 if form.is_bound else 200)


def frame(title: str, above: Sequence[Crumb], icon: str = "user") -> dict[str, object]:
    """What Wagtail's page around ours is told."""
    crumbs = [(reverse("wagtailadmin_home"), _("Start")), *above, ("", title)]
    return {
        "breadcrumbs_items": [{"url": url, "label": label} for url, label in crumbs],
        "header_icon": icon,
    }

"""From one page of a long list to the next."""

from django import template
from django.core.paginator import Page
from django.http import HttpRequest
from django.template import Context

register = template.Library()


@register.inclusion_tag("components/pages.html", takes_context=True)
def pages(
    context: Context,
    page: "Page[object]",
    label: str = "",
    *,
    address: str = "",
    without: str = "",
    by_time: bool = False,
    buttons: bool = False,
) -> dict[str, object]:
    """The way to the pages before and after, with what else the address asks for; nothing if there is one page.

    `label` tells what there is more of, `by_time` that the latest come first; `address` is the list's own, where it is
    also shown by what answers a form; `without` names what only a script asked with.
    """
    request: HttpRequest = getattr(context, "request", None) or context["request"]  # a panel has it among its words
    asked = request.GET.copy()
    for name in without.split():
        asked.pop(name, None)
    looks = {"label": label, "by_time": by_time, "buttons": buttons}
    return {"page": page, "asked": asked, "address": address} | looks

"""The components a page is put together from. A template says what; here is how."""

from datetime import date, datetime

from django import template
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.template import Context
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from portal.templatetags import desk, fields, paging, phones, times, toasts

register = template.Library()
for library in (desk.register, fields.register, paging.register, phones.register, times.register):
    register.filters.update(library.filters)
    register.tags.update(library.tags)

BADGE_ICONS = {
    "bokad": "check",
    "ledig": "clock",
    "fraga": "help",
    "ljung": "hand",
    "lingon": "alert",
    "grus": "history",
}
ALERTS = {
    "info": ("", "info"),
    "todo": ("alert--fraga", "alert"),
    "done": ("alert--bokad", "check-c"),
    "error": ("alert--lingon", "alert"),
    "quiet": ("alert--grus", "info"),
}


@register.simple_tag
def icon(name: str, size: str = "", extra: str = "") -> SafeString:
    """One of the drawings in static/icons.svg. It is never alone: a word stands beside it."""
    classes = " ".join(filter(None, ["icon", f"icon--{size}" if size else "", extra]))
    return format_html(
        '<svg class="{}" aria-hidden="true"><use href="{}#{}"/></svg>',
        classes,
        static("icons.svg"),
        name,
    )


@register.simple_tag
def badge(kind: str, text: str, icon_name: str = "") -> SafeString:
    """A status: drawing, word, and last the colour of `kind` (bokad, ledig, fraga, ljung, lingon, grus)."""
    return format_html(
        '<span class="badge badge--{}">{}{}</span>',
        kind,
        icon(icon_name or BADGE_ICONS[kind]),
        text,
    )


@register.inclusion_tag("components/daytile.html")
def daytile(moment: date | datetime, kind: str = "") -> dict[str, object]:
    """The day as a tile. Screen readers skip it: the same day must also stand in text."""
    return {"day": times.in_sweden(moment), "kind": kind}


@register.inclusion_tag("components/spot.html")
def spot(tile: str) -> dict[str, object]:
    return {"template": f"components/art/spot-{tile}.html"}


@register.simple_tag
def bar(part: float, whole: float, kind: str = "") -> SafeString:
    """How much of the whole is used. A drawing only: the numbers stand beside it."""
    width = 200 * min(max(part / whole, 0), 1) if whole else 0
    return format_html(
        '<svg class="hbar{}" viewBox="0 0 200 10" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="hb-bg" width="200" height="10"/><rect class="hb-fg" width="{}" height="10"/></svg>',
        f" hbar--{kind}" if kind else "",
        f"{width:.1f}",
    )


@register.simple_block_tag
def card(content: str, heading: str = "", *, level: int = 2, extra: str = "", anchor: str = "") -> SafeString:
    """A section of its own, named by its heading."""
    context = {"content": content, "heading": heading, "level": level, "extra": extra, "anchor": anchor}
    return render_to_string("components/card.html", context)


@register.simple_block_tag
def panel(content: str, heading: str, *, kind: str = "", art: str = "sun") -> SafeString:
    """How it went, as the first thing on the page: its heading is the page's h1."""
    context = {"content": content, "heading": heading, "kind": kind, "art": art}
    return render_to_string("components/panel.html", context)


@register.simple_block_tag
def alert(
    content: str,
    kind: str = "info",
    *,
    heading: str = "",
    level: int = 2,
    icon_name: str = "",
    urgent: bool = False,
) -> SafeString:
    """Something to know. `urgent` interrupts a screen reader: for errors that follow on what the reader did."""
    looks, usual_icon = ALERTS[kind]
    context = {
        "content": content,
        "heading": heading,
        "level": level,
        "urgent": urgent,
        "looks": looks,
        "icon_name": icon_name or usual_icon,
    }
    return render_to_string("components/alert.html", context)


@register.simple_block_tag
def emptystate(content: str, heading: str, *, art: str = "moon", level: int = 2) -> SafeString:
    """What it means that there is nothing here, what happens by itself, and one thing to do."""
    context = {"content": content, "heading": heading, "art": art, "level": level}
    return render_to_string("components/empty.html", context)


@register.inclusion_tag("components/messages.html", takes_context=True)
def messages_region(context: Context, *, oob: bool = False) -> dict[str, object]:
    """The one live region of the page. It stands there empty too, so that later answers are heard.

    With `oob`, in an htmx answer, the messages are added to the region that the page already has.
    """
    told = context.get("messages") or []
    return {"oob": oob, "toasts": [(message, toast_icon(message), toasts.way_back(message)) for message in told]}


def toast_icon(message: Message) -> str:
    return "alert" if message.level >= constants.WARNING else "check-c"


@register.inclusion_tag("components/navlink.html", takes_context=True)
def navlink(
    context: Context,
    url: str,
    icon_name: str,
    text: str,
    *,
    count: int = 0,
    count_text: str = "",
    besides: str = "",
    of: str = "",
) -> dict[str, object]:
    """A link in the app's navigation; `besides` is an address under it that has a link of its own.

    `of` says to those who hear the link alone what its word is about.
    """
    path = context["request"].path if "request" in context else ""
    current = path.startswith(url) and not (besides and path.startswith(besides))
    return {
        "url": url,
        "icon_name": icon_name,
        "text": text,
        "current": current,
        "count": count,
        "count_text": count_text,
        "of": of,
    }


@register.filter
def initials(person: object) -> str:
    """AH, for the round picture. Falls back on the user name."""
    if getattr(person, "protected", False):
        return str(getattr(person, "initials", ""))
    name = getattr(person, "get_full_name", lambda: "")() or str(person)
    words = name.split()
    return "".join(word[0] for word in ([words[0], words[-1]] if len(words) > 1 else words)).upper()

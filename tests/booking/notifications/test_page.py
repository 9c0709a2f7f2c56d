"""docs/messages.md says what the portal says: written from the catalogue, and compared with it here."""

import os
import re

from django.conf import settings

from booking.notifications.catalogue import KINDS, Kind
from messaging.segments import segments
from tests.booking.notifications.examples import World, posted

PAGE = settings.BASE_DIR / "docs" / "messages.md"
MARK = "<!-- from the catalogue: WRITE_MESSAGES=1 pytest tests/booking/notifications/test_page.py -->"
KEY = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=/f/)[\w-]{38}")


def test_the_page_of_messages_is_the_catalogue(usual, settings):
    settings.PORTAL_URL = "https://vikarie.alvsunda.example"
    own_words = PAGE.read_text().partition(MARK)[0]
    today = f"{own_words}{MARK}\n\n{table()}\n{examples(usual)}"

    if os.environ.get("WRITE_MESSAGES"):
        PAGE.write_text(today)

    assert PAGE.read_text() == today


def table() -> str:
    rows = [row(kind) for kind in KINDS]
    return "\n".join(["| Kind | To | When | Sent as long as | Answer |", "|---|---|---|---|---|", *rows, ""])


def row(kind: Kind) -> str:
    return f"| `{kind.code}` | {kind.to} | {kind.when} | {kind.holds or '—'} | {kind.answer.value} |"


def examples(world: World) -> str:
    """Each as it leaves, with what two SMS make it leave out first."""
    said = []
    for kind in KINDS:
        message = posted(kind.code, world)
        body = KEY.sub("…", message.body).replace("\n", "  \n> ")
        gives_way = f"; gives way: {', '.join(kind.gives_way)}" if kind.gives_way else ""
        said += [f"\n**{message.subject}** (`{kind.code}`, {segments(message.body)} SMS{gives_way})\n", f"> {body}"]
    return "\n".join(["## As they read", *said, ""])

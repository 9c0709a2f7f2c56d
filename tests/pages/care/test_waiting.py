"""What readers have said that waits to be seen to, on the editors' first page."""

import uuid

import pytest
from wagtail.models import GroupPagePermission

from portal.pages.feedback import operations, waiting
from portal.pages.models import FeedbackPage
from tests.cast import NOW
from tests.factories.pages import below


@pytest.fixture
def said(home, guides, a_guide):
    """A comment and a yes without words on a guide, and two pieces of feedback."""
    page = a_guide("Lön")
    for text in ("Var är knappen?", ""):
        yes = operations.answer(page, helped=not text, command=uuid.uuid4(), at=NOW)
        operations.comment(page, yes.command, text, at=NOW)
    form = below(home, FeedbackPage, "Synpunkt", subjects=[("subject", "Portalen")], next_steps="Vi läser.")
    return [
        yes,
        *(operations.send(form, subject="Portalen", text=text, reply_to="", at=NOW) for text in ("Bra.", "Dåligt.")),
    ]


def counted(user) -> list[int]:
    return [number for _address, _name, number in waiting.counts(user)]


def test_the_first_page_counts_them_and_leads_to_where_they_are_read(signed_in, editor, said, time_machine):
    time_machine.move_to(NOW, tick=False)
    desk = signed_in(editor)
    html = desk.get("/admin/").content.decode()

    for address, name, number in waiting.counts(editor):
        assert f'<dt><a href="{address}">{name}</a></dt><dd>{number}</dd>' in html
    told = "".join(desk.get(address).content.decode() for address, _name, _number in waiting.counts(editor))
    assert "Lön" in told
    assert "Dåligt." in told


def test_what_is_seen_to_waits_no_more(editor, said):
    assert counted(editor) == [1, 2]

    operations.handle(said[-1], done=True, by=editor, at=NOW)

    assert counted(editor) == [1, 1]


def test_it_is_counted_for_those_who_may_read_it(editor, town, officer, said, guides):
    assert waiting.counts(town.planner) == waiting.counts(officer) == []

    GroupPagePermission.objects.filter(group__name="Redaktörer").update(page=guides)

    assert counted(editor) == [1, 0]

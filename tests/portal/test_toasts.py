"""A confirmation with the way back in it."""

from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.template import Context, Template

from portal.templatetags.toasts import undone_at


def show(message: Message) -> str:
    return Template("{% messages_region %}").render(Context({"messages": [message], "csrf_token": "abc"}))


def test_what_can_be_undone_has_a_form_that_says_where():
    page = show(Message(constants.SUCCESS, "Sparat.", undone_at("/angra/7/")))

    assert '<form action="/angra/7/" method="post" data-undo>' in page
    assert 'name="csrfmiddlewaretoken" value="abc"' in page


def test_what_cannot_be_undone_has_none_whatever_else_its_tag_says():
    for tag in (None, "", "viktigt"):
        assert "data-undo" not in show(Message(constants.SUCCESS, "Sparat.", tag))

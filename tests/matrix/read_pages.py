"""Pages on one side, and what readers have said of them."""

from uuid import uuid4

from wagtail.models import Page

from portal.pages.feedback import operations as voices
from portal.pages.models import CoursePage, FeedbackPage, StandardPage
from tests.cast import NOW

Keys = dict[str, object]


def keys(name: str) -> Keys:
    """The keys of all."""
    return _course(name) | _voices(name)


def _course(name: str) -> Keys:
    """A course of a title that names nobody."""
    item = {"heading": "Logga in", "text": "<p>Ja.</p>", "picture": None}
    item["link"] = {"page": None, "place": "", "label": ""}
    course = CoursePage(title="Introduktion", slug=f"kurs-{len(name)}", items=[("item", item)])
    Page.get_first_root_node().add_child(instance=course)
    return {"course": course.pk, "course_item": CoursePage.objects.get(pk=course.pk).items[0].id}


def _voices(name: str) -> Keys:
    """What readers have said of a page."""
    root = Page.get_first_root_node()
    page = root.add_child(instance=StandardPage(title=f"Sida {name}"))
    form = root.add_child(instance=FeedbackPage(title=f"Synpunkt {name}", next_steps="Vi läser."))
    said = voices.answer(page, helped=False, command=uuid4(), at=NOW)
    sent = voices.send(form, subject="Portalen", text=f"ord {name}", reply_to="", at=NOW)
    return {"page": page.pk, "said": said.pk, "feedback": sent.pk}

"""The pages for somebody who is new: the introduction to tick off, and a page for some of the workplaces."""

from collections.abc import Mapping

from wagtail.models import Page

from home.demo.texts import arriving, streams
from home.demo.texts.rich import html
from home.models import HomePage
from people.models import Workplace
from portal.pages.models import Contact, CoursePage, WorkplaceIndexPage, WorkplacePage


def build(home: HomePage, contact: Contact) -> None:
    """Make those that are missing."""
    index = _place(home, WorkplaceIndexPage, arriving.WORKPLACES, contact)
    pages = streams.by_address(home)
    _place(home, CoursePage, arriving.COURSE, contact, items=_items(pages))
    for name, (slug, intro, practical, body) in arriving.PAGES.items():
        if workplace := Workplace.objects.filter(name=name).first():
            facts = [("fact", {"term": term, "fact": fact}) for term, fact in practical]
            written = {"practical": facts, "body": streams.body(body, pages)}
            _place(index, WorkplacePage, (slug, name, intro), contact, workplace=workplace, **written)


def _items(pages: Mapping[str, Page]) -> streams.Blocks:
    return [
        (
            "item",
            {
                "heading": heading,
                "text": html(text, pages),
                "picture": None,
                "link": {"label": label, **streams.link(address, pages)},
            },
        )
        for heading, text, (label, address) in arriving.ITEMS
    ]


def _place(parent: Page, model: type[Page], said: tuple[str, str, str], contact: Contact, **values: object) -> Page:
    slug, title, intro = said
    if found := model.objects.child_of(parent).filter(slug=slug).first():
        return found
    page = model(slug=slug, title=title, intro=intro, live=False, contact=contact, **values)
    parent.add_child(instance=page)
    page.save_revision().publish()
    return model.objects.get(pk=page.pk)

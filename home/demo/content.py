"""The pages of the invented municipality. What an editor has changed since is left as she wrote it."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from wagtail.models import Page, Site

from home.demo import around, arriving, for_managers, keywords, lawful
from home.demo.texts import about, answering, answers, feedback, news, papers, signing_in, start, streams, working
from home.demo.texts.shapes import Guide, Item, Text
from home.models import HomePage
from portal.pages.models import (
    Contact,
    ContactPage,
    FAQPage,
    FeedbackPage,
    GuideIndexPage,
    GuidePage,
    NewsIndexPage,
    NewsPage,
    StandardPage,
)

GUIDES: tuple[Guide, ...] = (
    signing_in.FIRST_TIME,
    working.AVAILABLE_TIME,
    answering.ENQUIRY,
    working.DIRECT_OR_ASKED,
    working.ILL,
    answering.INTEREST,
    signing_in.WORK_MAIL,
    working.MORE_WORKPLACES,
    answering.TWO_KINDS_OF_SMS,
    papers.PAY,
    papers.CERTIFICATE,
    papers.NEW_NUMBER,
    papers.EMPLOYMENT,
    signing_in.PASSWORD,
    signing_in.USER_NAME,
)
TEXTS: tuple[Text, ...] = (about.ABOUT,)
"""In the order of the lists."""

Built = dict[str, Page]
"""Each new page by its address, such as /guider/jobbmejlen/."""


@transaction.atomic
def build(site: Site, *, today: date) -> None:
    """Make every page and contact that is missing, as of `today`. Run again, it changes nothing that is there."""
    contacts = {values["name"]: _contact(values) for values in start.CONTACTS}
    lawful.paydays(today=today)
    home, is_new = _home(site)
    built = _tree(home, contacts[start.STAFFING], today)
    _write(built, streams.by_address(home))
    around.build(home, contacts[start.STAFFING], built, today=today)
    arriving.build(home, contacts[start.STAFFING])
    for_managers.build(home, contacts[start.STAFFING])
    if is_new:
        home.contact = contacts[start.STAFFING]
        home.shortcuts = [
            ("shortcut", {"looks": looks, "title": title, "text": text, **streams.link(address, built)})
            for looks, title, text, address in start.SHORTCUTS
        ]
        _publish(home)
        keywords.build(home)


def _contact(values: Mapping[str, Any]) -> Contact:
    contact, is_new = Contact.objects.get_or_create(name=values["name"])
    if is_new:
        for name in ("about", "name_en", "about_en", "phone", "email", "position"):
            setattr(contact, name, values[name])
        contact.hours = [("days", hours) for hours in values["hours"]]
        contact.people = [("person", person) for person in values.get("people", ())]
        contact.save()
    return contact


def _home(site: Site) -> tuple[HomePage, bool]:
    """The site's start page, in the place of Wagtail's own welcome."""
    if found := HomePage.objects.filter(pk=site.root_page_id).first():
        return found, False
    welcome = site.root_page
    root = Page.get_first_root_node()
    home = root.add_child(instance=HomePage(title=start.TITLE, intro=start.INTRO, slug="start", live=False))
    site.root_page, site.site_name = home, "Vikarieportalen"
    site.save()
    if welcome.specific_class is Page:
        welcome.delete()
    return home, True


def _tree(home: HomePage, contact: Contact, today: date) -> Built:
    """Every page that is missing, with all but its text."""
    built: Built = {}

    def place(parent: Page, model: type[Page], slug: str, title: str, intro: str, **values: object) -> Page:
        if found := Page.objects.child_of(parent).filter(slug=slug).first():
            return found  # also when an editor has made another type of page of it
        page = model(slug=slug, title=title, intro=intro, live=False, contact=contact, **values)
        parent.add_child(instance=page)
        built["/".join(["", *(p.slug for p in (parent, page) if p.pk != home.pk), ""])] = page
        return page

    guides = place(home, GuideIndexPage, *start.GUIDES, show_in_menus=True)
    place(home, FAQPage, *start.ANSWERS, show_in_menus=True)
    news_index = place(home, NewsIndexPage, *start.NEWS, show_in_menus=True)
    place(home, ContactPage, *start.CONTACT, show_in_menus=True)
    for guide in GUIDES:
        place(guides, GuidePage, guide.slug, guide.title, guide.intro, minutes=guide.minutes)
    for item in news.NEWS:
        day = today - timedelta(days=item.age)
        place(news_index, NewsPage, item.slug, item.title, item.intro, date=day, pinned=item.pinned)
    for text in TEXTS:
        place(home, StandardPage, text.slug, text.title, text.intro)
    for model, values in lawful.pages(today=today):
        place(home, model, **values)
    place(home, FeedbackPage, *feedback.FEEDBACK, **feedback.FORM)
    return built


def _write(built: Built, there: streams.Pages) -> None:
    """Once all are there, so that they can link to each other; `there` are the old ones too."""
    written: dict[str, Text | Guide | Item] = {text.slug: text for text in (*GUIDES, *news.NEWS, *TEXTS)}
    for page in built.values():
        if text := written.get(page.slug):
            streams.fill(page, text, there)
        if isinstance(page, FAQPage):
            page.groups = streams.groups(answers.GROUPS, there)
        if isinstance(page, ContactPage):
            page.alert_heading, page.alert_text = start.CONTACT_ALERT
        _publish(page)


def _publish(page: Page) -> None:
    page.full_clean()
    page.save_revision().publish()

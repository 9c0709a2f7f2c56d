"""The pages of the invented municipality in English. A page that has been translated already is left as it is."""

from collections.abc import Mapping

from django.db import transaction
from wagtail.models import Locale, Page

from home.demo.texts import about, for_managers, news, papers, signing_in, start, streams, working
from home.demo.texts.english import about as about_in_english
from home.demo.texts.english import answers as answers_in_english
from home.demo.texts.english import for_managers as for_managers_in_english
from home.demo.texts.english import news as news_in_english
from home.demo.texts.english import papers as papers_in_english
from home.demo.texts.english import signing_in as signing_in_in_english
from home.demo.texts.english import start as start_in_english
from home.demo.texts.english import working as working_in_english
from home.demo.texts.shapes import Text
from home.models import HomePage
from portal.pages.models import ContactPage, FAQPage

LISTS = ("GUIDES", "ANSWERS", "NEWS", "CONTACT")
SECTIONS = {getattr(start, name)[0]: getattr(start_in_english, name) for name in LISTS}
"""Slug, title and introduction in English, by the slug in Swedish."""


def _pairs() -> dict[str, Text]:
    found: dict[str, Text] = {}
    for swedish, english in (
        (about, about_in_english),
        (for_managers, for_managers_in_english),
        (papers, papers_in_english),
        (signing_in, signing_in_in_english),
        (working, working_in_english),
    ):
        named = ((text, getattr(english, name, None)) for name, text in vars(swedish).items() if isinstance(text, Text))
        found |= {text.slug: translated for text, translated in named if translated}
    return found | {one.slug: same for one, same in zip(news.NEWS, news_in_english.NEWS, strict=True)}


TEXTS = _pairs()
"""What a page says in English, by the slug in Swedish."""

Translated = dict[str, Page]
"""Each page in English by the Swedish address, such as /guider/jobbmejlen/."""


@transaction.atomic
def build(home: HomePage) -> None:
    """Translate each page that somebody has written an English text for."""
    english, _created = Locale.objects.get_or_create(language_code="en")
    pages = [page for page in home.get_descendants(inclusive=True).order_by("path").specific() if _text_of(page, home)]
    fresh = {page.pk for page in pages if not page.has_translation(english)}
    there: Translated = {}
    for page in pages:
        there[_address(page, home)] = page.get_translation_or_none(english) or page.copy_for_translation(english)
    for page in pages:
        if page.pk in fresh:
            # Read again: it knows nothing yet of what was put below it, and would be saved without.
            copy = Page.objects.get(pk=there[_address(page, home)].pk).specific
            _write(copy, page, _text_of(page, home), there)


def _address(page: Page, home: HomePage) -> str:
    return "/" + page.url_path.removeprefix(home.url_path)


def _text_of(page: Page, home: HomePage) -> Text | None:
    """Its words, if there are any in English."""
    if page.pk == home.pk:
        return Text("start-en", start_in_english.TITLE, start_in_english.INTRO)
    if page.slug in SECTIONS:
        return Text(*SECTIONS[page.slug])
    return TEXTS.get(page.slug)


def _write(page: Page, swedish: Page, text: Text | None, there: Mapping[str, Page]) -> None:
    if text is None:
        return
    page.slug, page.title, page.intro = text.slug, text.title, text.intro
    if hasattr(page, "body"):
        streams.fill(page, text, there)
    if isinstance(page, FAQPage):
        page.groups = streams.groups(answers_in_english.GROUPS, there, on_start=answers_in_english.ON_START)
    if isinstance(page, ContactPage):
        page.alert_heading, page.alert_text = start_in_english.CONTACT_ALERT
    if isinstance(page, HomePage):
        page.shortcuts = _shortcuts(there)
    page.full_clean()
    page.save_revision().publish()


def _shortcuts(there: Mapping[str, Page]) -> streams.Blocks:
    same = zip(start.SHORTCUTS, start_in_english.SHORTCUTS, strict=True)
    return [
        ("shortcut", {"looks": looks, "title": title, "text": text, **streams.link(address, there)})
        for (looks, _title, _text, address), (title, text) in same
    ]

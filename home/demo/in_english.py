"""What the fields of a page say in English, beside its title, its introduction and its text.

Rows keep their keys, and whatever they say that is not words: a day, a number, which kind. What is ticked in a course
is ticked in both languages.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from wagtail.blocks import StreamValue
from wagtail.models import Page
from wagtail.rich_text import RichText

from home.demo.texts import arriving, start, streams
from home.demo.texts.around import Advert
from home.demo.texts.english import answers, feedback, law
from home.demo.texts.english import arriving as arriving_in_english
from home.demo.texts.english import start as start_in_english
from home.demo.texts.rich import html
from home.demo.texts.shapes import Text
from home.models import HomePage
from portal.pages.models import (
    AccessibilityStatementPage,
    ContactPage,
    CoursePage,
    FAQPage,
    FeedbackPage,
    JobAdvertPage,
    PrivacyPage,
    WorkplacePage,
)

Pages = Mapping[str, Page]


def fill(page: Page, text: Text, there: Pages) -> None:
    """Give the page what its type has beside a text; `there` are the English pages by their Swedish addresses."""
    match page:
        case HomePage():
            page.shortcuts = _shortcuts(there)
        case FAQPage():
            page.groups = streams.groups(answers.GROUPS, there, on_start=answers.ON_START)
        case ContactPage():
            page.alert_heading, page.alert_text = start_in_english.CONTACT_ALERT
        case CoursePage():
            _reword(page.items, _items(there))
        case WorkplacePage():
            _reword(page.practical, _practical(page.title))
        case JobAdvertPage() if isinstance(text, Advert):
            _advert(page, text)
        case FeedbackPage():
            page.subjects = [("subject", words) for words in feedback.SUBJECTS]
            page.next_steps = feedback.NEXT_STEPS
        case AccessibilityStatementPage():
            _say(page, law.STATEMENT)
            _reword(page.deficiencies, law.LACKING)
        case PrivacyPage():
            _say(page, law.NOTICE)
            _reword(page.purposes, ({"purpose": purpose, "what": what} for purpose, what in law.PURPOSES))
            _reword(page.plan, ({"what": what, "how_long": how_long} for what, how_long in law.PLAN))


def _say(page: Page, words: Mapping[str, str]) -> None:
    for field, said in words.items():
        setattr(page, field, said)


def _reword(stream: StreamValue, rows: Iterable[Mapping[str, Any]]) -> None:
    """Give the rows their words, one by one. What an editor has added after them is left to her."""
    for row, words in zip(stream, rows, strict=False):
        row.value.update(words)


def _shortcuts(there: Pages) -> streams.Blocks:
    same = zip(start.SHORTCUTS, start_in_english.SHORTCUTS, strict=True)
    return [
        ("shortcut", {"looks": looks, "title": title, "text": text, **streams.link(address, there)})
        for (looks, _title, _text, address), (title, text) in same
    ]


def _items(there: Pages) -> Iterable[dict[str, Any]]:
    same = zip(arriving.ITEMS, arriving_in_english.ITEMS, strict=True)
    for (_heading, _text, (_label, address)), (heading, text, label) in same:
        link = {"label": label, **streams.link(address, there)}
        yield {"heading": heading, "text": RichText(html(text, there)), "link": link}


def _practical(name: str) -> Iterable[dict[str, str]]:
    _slug, _intro, practical, _body = arriving_in_english.PAGES[name]
    return ({"term": term, "fact": fact} for term, fact in practical)


def _advert(page: JobAdvertPage, advert: Advert) -> None:
    _say(page, {name: getattr(advert, name) for name in ("workplace", "extent", "starts", "how_to_apply")})
    _reword(page.people, ({"task": task} for _name, task, _phone in (advert.person,)))

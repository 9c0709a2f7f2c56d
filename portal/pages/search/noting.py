"""Keeps what a search looks through as the pages and the contacts are: noted anew whenever one is saved.

A draft is no page yet: it is kept as a revision, and the page's own row is written when it is published.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import connection, transaction
from django.db.models import Model
from django.db.models.signals import post_save
from django.utils.text import Truncator
from wagtail.models import Page, get_page_models
from wagtail.rich_text import get_text_for_indexing
from wagtail.search import index

from portal.pages.models import Contact, FAQPage, Passage, PortalPage, Word
from portal.pages.models.passage import LONGEST_WORD
from portal.pages.search import postgresql
from portal.pages.search.words import line, without_dots, words

SWEDISH, ENGLISH = "sv", "en"
START_PAGE = 2
"""Its depth in the tree: it says a little of everything, and answers nothing."""
LEAD = 160
"""Characters of an answer that are shown where it is listed."""
SHORTEST_WORD = 3


def page_kinds() -> list[type[PortalPage]]:
    """The types of pages that can be found."""
    return [model for model in get_page_models() if issubclass(model, PortalPage)]


def connect() -> None:
    """From now on a page or a contact is noted when it is saved."""
    kinds: list[type[Model]] = [*page_kinds(), Contact]
    for model in kinds:
        post_save.connect(_saved, sender=model, dispatch_uid=f"search {model.__name__}")


def renew() -> None:
    """Note everything anew."""
    Passage.objects.all().delete()
    for model in page_kinds():
        for page in model.objects.live().select_related("locale"):
            note(page)
    for contact in Contact.objects.all():
        note(contact)


@transaction.atomic
def note(thing: PortalPage | Contact) -> None:
    """In the place of what was noted of it before."""
    earlier = (
        Passage.objects.filter(contact=thing) if isinstance(thing, Contact) else Passage.objects.filter(page=thing)
    )
    kind: type[Model] = Contact if isinstance(thing, Contact) else Page
    kind._default_manager.select_for_update().filter(pk=thing.pk).first()  # two who save it at once take turns
    earlier.delete()
    passages = Passage.objects.bulk_create(_of(thing))
    Word.objects.bulk_create(row for passage in passages for row in _vocabulary(passage))
    if connection.vendor == "postgresql":
        for language in {passage.language for passage in passages}:
            earlier.filter(language=language).update(vector=postgresql.vector(language))


def _saved(instance: PortalPage | Contact, update_fields: object = None, raw: bool = False, **_: Any) -> None:  # noqa: ANN401, FBT001, FBT002 (Django's)
    """Single fields are what Wagtail keeps of drafts; what a reader sees is saved whole."""
    if update_fields is None and not raw:
        note(instance)


def _of(thing: PortalPage | Contact) -> Iterator[Passage]:
    if isinstance(thing, Contact):
        yield from _languages_of(thing)
    elif thing.live and thing.depth > START_PAGE:
        texts = _headings(thing) if isinstance(thing, FAQPage) else _texts(thing)
        about = {"page_id": thing.pk, "language": thing.locale.language_code}
        yield _passage(texts, **about, title=thing.title, lead=thing.description)
        yield from _answers(thing, about) if isinstance(thing, FAQPage) else ()


def _languages_of(contact: Contact) -> Iterator[Passage]:
    """A contact in Swedish, and in English if it has a word of it; the card speaks for itself."""
    texts = [contact.about, contact.phone, *_texts(contact)]
    yield _passage(texts, contact=contact, language=SWEDISH, title=contact.name)
    if contact.name_en or contact.about_en:
        title = contact.name_en or contact.name
        yield _passage([contact.about_en, *texts], contact=contact, language=ENGLISH, title=title)


def _answers(page: FAQPage, about: dict[str, Any]) -> Iterator[Passage]:
    """Each under the address that templates/pages/blocks/answer_group.html gives it."""
    for answer in (answer for group in page.groups for answer in group.value["answers"].bound_blocks):
        text = get_text_for_indexing(str(answer.value["answer"].source))
        lead = Truncator(" ".join(text.split())).chars(LEAD)
        yield _passage([text], **about, anchor=f"svar-{answer.id[:8]}", title=answer.value["question"], lead=lead)


def _headings(page: FAQPage) -> Iterator[str]:
    yield page.intro
    yield from (group.value["heading"] for group in page.groups)


def _texts(thing: PortalPage | Contact) -> Iterator[str]:
    """All that is said to be searchable; the title has a place of its own."""
    for field in thing.get_search_fields():
        if isinstance(field, index.SearchField) and field.field_name not in {"title", "name"}:
            value = field.get_value(thing)
            yield from value if isinstance(value, list) else [str(value or "")]


def _passage(texts: Iterable[str], *, title: str, **fields: Any) -> Passage:  # noqa: ANN401 (fields of the model)
    named = words(title)
    said = [*named, *words(" ".join(texts))]
    lines = {"named": line(named), "named_undotted": _undotted(named), "words": line(said), "undotted": _undotted(said)}
    return Passage(title=title, **lines, **fields)


def _undotted(said: list[str]) -> str:
    return line(list(dict.fromkeys(plain for word in said if (plain := without_dots(word)) != word)))


def _vocabulary(passage: Passage) -> Iterator[Word]:
    for word in dict.fromkeys(passage.words.split()):
        if SHORTEST_WORD <= len(word) <= LONGEST_WORD and word.isalpha():
            yield Word(passage=passage, word=word)

"""The pages of the invented municipality in English. A page that has been translated already is left as it is."""

from collections.abc import Mapping

from django.db import transaction
from wagtail.models import Locale, Page

from home.demo import in_english
from home.demo.texts import streams
from home.demo.texts.english.by_address import TEXTS
from home.demo.texts.shapes import Text
from home.models import HomePage

START = "/"

Translated = dict[str, Page]
"""Each page in English by the Swedish address, such as /guider/jobbmejlen/."""


@transaction.atomic
def build(home: HomePage) -> None:
    """Translate each published page that somebody has written an English text for."""
    english, _created = Locale.objects.get_or_create(language_code="en")
    pages = _pages(home)
    fresh = [address for address, page in pages.items() if not page.has_translation(english)]
    there: Translated = {}
    for address, page in pages.items():
        if address != START:
            page.slug = TEXTS[address].slug  # so that the copy has its own from the first, and no old address is kept
        there[address] = page.get_translation_or_none(english) or page.copy_for_translation(english)
    for address in fresh:
        # Read anew: what was copied first does not know of the pages that now lie below it.
        _write(Page.objects.get(pk=there[address].pk).specific, TEXTS[address], there)


def _pages(home: HomePage) -> dict[str, Page]:
    """What there is to translate. A page that an editor has moved or taken down, or one above it, is not."""
    found: dict[str, Page] = {}
    for page in home.get_descendants(inclusive=True).live().order_by("path").specific():
        address = _address(page, home)
        above = address.rstrip("/").rpartition("/")[0] + "/"
        if address in TEXTS and (address == START or above in found):
            found[address] = page
    return found


def _address(page: Page, home: HomePage) -> str:
    return "/" + page.url_path.removeprefix(home.url_path)


def _write(page: Page, text: Text, there: Mapping[str, Page]) -> None:
    page.title, page.intro = text.title, text.intro
    if hasattr(page, "body"):
        streams.fill(page, text, there)
    in_english.fill(page, text, there)
    page.full_clean()
    page.save_revision().publish()

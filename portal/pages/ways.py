"""The pages that the frame of every page leads to. Found by their types: editors choose what they are called."""

from collections.abc import Mapping

from django.conf import settings
from wagtail.models import Page

from portal.pages import languages
from portal.pages.visible import visible

Ways = Mapping[str, str]
"""Where a page of a type lies, by the type's name; a type without a published page is not there."""

TYPES = ("contactpage", "paydaypage", "feedbackpage", "accessibilitystatementpage", "privacypage")


def by_language() -> dict[str, Ways]:
    """The ways in each language, to pages that are closed to nobody; one query.

    A page that is not translated is shown at its own address in the frame of the other language.
    """
    pages = visible(Page.objects.filter(content_type__app_label="pages", content_type__model__in=TYPES))
    last_first = pages.select_related("content_type").order_by("-path")  # so that the first of a type is what remains
    there = [(page.content_type.model, str(page.get_url() or "")) for page in last_first]
    return {code: _spoken(code, [way for way in there if way[1]]) for code, _name in settings.LANGUAGES}


def _spoken(code: str, there: list[tuple[str, str]]) -> Ways:
    turned = {kind: languages.turned(address, code) for kind, address in there}
    return turned | {kind: address for kind, address in there if languages.of_address(address) == code}

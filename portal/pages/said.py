"""Words that stand in one row in both languages, as those that pages and cards share do."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

ON_ENGLISH_PAGES = _("Visas på de engelska sidorna. Lämna tomt om det svenska ska stå där.")
"""Beside each field that says in English what another says in Swedish."""


@dataclass(frozen=True, slots=True)
class Said:
    """Some words; `language` is theirs where it is another than what is spoken."""

    text: str
    language: str = ""

    def marked(self) -> str:
        """As they stand in a page, so that they are read aloud right."""
        return format_html('<span lang="{}">{}</span>', self.language, self.text) if self.language else self.text

    def __str__(self) -> str:
        return self.text


def said(swedish: str, english: str) -> Said:
    """In the language that is spoken now. What has no English is Swedish, and says so."""
    if get_language() in {None, settings.LANGUAGE_CODE}:
        return Said(swedish)
    return Said(english) if english or not swedish else Said(swedish, settings.LANGUAGE_CODE)

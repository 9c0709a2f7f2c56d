"""Whether the municipality's own words will do for a kind of message: what they must say, may not and have room for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import override

from booking.notifications import named_facts, own_words
from booking.notifications.catalogue import CATALOGUE
from booking.notifications.named_facts import Named
from booking.notifications.personal_numbers import hidden
from booking.notifications.telling import fits, in_braces, said
from messaging.segments import fits_gsm7, plain, segments

ANSWERING = re.compile(r"\b(?:JA|NEJ|YES|NO)\b")
ALONE_LAST = re.compile(r"(?:^|[.?!]\s+|\n\s*)\{länk\}\s*(?:\n|$)")
USUAL_CASE = {"code": "", "codes": "", **dict.fromkeys(("is_needed", "is_sought", "is_rest_ordered"), "x")}
"""What else a template asks for: nothing to be mixed up with, and what most often follows."""

ODD_ONES = 5
"""So many of the signs that no phone has are shown."""


@dataclass(frozen=True, slots=True)
class Example:
    """How an SMS reads, and what it costs."""

    text: str

    @property
    def segments(self) -> int:
        """How many SMS carry it."""
        return segments(self.text)

    @property
    def fits(self) -> bool:
        """Whether two do."""
        return fits(self.text)

    @property
    def odd(self) -> str:
        """The signs that no phone's alphabet has: with one of them each SMS holds less than half as much."""
        return " ".join(list(dict.fromkeys(sign for sign in self.text if not fits_gsm7(sign)))[:ODD_ONES])


def portals_words(code: str, language: str) -> tuple[str, str]:
    """The subject, and what the portal says by itself, with its facts in braces."""
    with override(language):
        return in_braces(code)


def example(code: str, text: str, language: str, *, is_long: bool = False) -> Example:
    """The SMS with example facts, or with facts as long as they come; without a text in the portal's words."""
    with override(language):
        facts = named_facts.longest() if is_long else named_facts.usual()
        return Example(plain(said(code, {**facts, **USUAL_CASE}, by_sms=True, own=text)[1]))


def faults(code: str, text: str, language: str) -> Iterator[str]:
    """What is wrong with the text as words of the kind, each a sentence; nothing if it will do."""
    known = named_facts.of_kind(CATALOGUE[code])
    words = {fact.word for fact in known}
    if unknown := [word for word in own_words.named(text) if word not in words]:
        yield _unknown(unknown[0], known)
    if set("{}") & set(own_words.IN_BRACES.sub("", text)):
        yield _("En klammer saknar sin andra halva. Skriv uppgifter så här: {plats}.")
    missing = [fact for fact in named_facts.demanded(CATALOGUE[code]) if fact.word not in own_words.named(text)]
    if missing:
        yield _("Texten måste ha med %(facts)s.") % {"facts": _listed(missing)}
    yield from _unsuitable(code, text)
    if not unknown and not missing and not example(code, text, language, is_long=True).fits:
        yield _("Texten ryms inte i två sms när namnen är långa. Korta den, och skriv utan emojier.")


def _unsuitable(code: str, text: str) -> Iterator[str]:
    if ANSWERING.search(text):
        yield _("Ta bort JA och NEJ. Portalen skriver själv hur man svarar, där det går att svara.")
    if "{länk}" in text and "url" in CATALOGUE[code].gives_way and not ALONE_LAST.search(text):
        yield _("Låt {länk} stå för sig själv, sist på raden. Länken utelämnas när texten blir lång.")
    if hidden(text) != text:
        yield _("Ta bort personnumret. Det skickas aldrig i ett meddelande.")


def _unknown(word: str, known: list[Named]) -> str:
    facts = {"word": f"{{{word}}}", "known": _listed(known)}
    return _("%(word)s finns inte i det här meddelandet. Använd %(known)s.") % facts


def _listed(facts: list[Named]) -> str:
    """{plats}, {dag} och {tid}"""
    written = [fact.written for fact in facts]
    if len(written) == 1:
        return written[0]
    return _("%(some)s och %(last)s") % {"some": ", ".join(written[:-1]), "last": written[-1]}

"""What needs care, said in words: links that lead nowhere, pictures without words, heavy texts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from portal.pages.care import lix
from portal.pages.care.leading import Leads
from portal.pages.models import Contact, SystemShortcut
from portal.pages.pieces import Kind, Piece, pieces, words

SHOWN = 60
"""Characters of an address or a sentence that are shown."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A page, or what stands on many; what is wrong with it, and where on it or what to do."""

    of: Page | Contact | SystemShortcut
    what: str
    where: str
    weight: int = 0
    """What the list is ordered by, the most first."""

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self.of.title if isinstance(self.of, Page) else self.of.name)

    @property
    def address(self) -> str:
        """Where it lies in the tree; empty if it is no page."""
        return str(self.of.url_path) if isinstance(self.of, Page) else ""

    @property
    def editor(self) -> str:
        """The address where it is changed."""
        of_page = isinstance(self.of, Page)
        kind = "wagtailadmin_pages" if of_page else f"wagtailsnippets_{self.of._meta.label_lower.replace('.', '_')}"
        return reverse(f"{kind}:edit", args=[self.of.pk])


def broken_links(pages_: Iterable[Page], shortcuts: Iterable[SystemShortcut] = ()) -> list[Finding]:
    """Each link that leads nowhere; so many questions, however many pages and links."""
    leads = Leads()
    to_systems = [Finding(one, why, one.address) for one in shortcuts if (why := leads.trouble(one.address))]
    return [*to_systems, *(found for page in pages_ for found in _broken(page, leads))]


def without_words(pages_: Iterable[Page]) -> list[Finding]:
    """Each picture that is neither described where it stands nor marked as decoration."""
    return [
        Finding(page, _("Bilden saknar beskrivning"), piece.label)
        for page in pages_
        for piece in pieces(page)
        if piece.kind is Kind.PICTURE and _says_nothing(piece.value)
    ]


def heavy(pages_: Iterable[Page], *, above: int = lix.HEAVY) -> list[Finding]:
    """Each page with a heavier text than that, the heaviest first, and what to do about it."""
    read = ((page, words(page)) for page in pages_)
    found = [Finding(page, f"LIX {lix.lix(text)}", advice(text), lix.lix(text)) for page, text in read]
    return sorted((one for one in found if one.weight > above), key=lambda one: -one.weight)


def advice(text: str) -> str:
    """What makes it lighter: first the longest sentences, then the long words."""
    long = sorted(lix.long_sentences(text), key=len, reverse=True)
    if long:
        return _("Dela meningen: %(sentence)s") % {"sentence": _short(" ".join(long[0].split()))}
    return _("Byt långa ord mot kortare.")


def _broken(page: Page, leads: Leads) -> Iterator[Finding]:
    for piece in pieces(page):
        if why := _why(piece, page, leads):
            yield Finding(page, why, _short(f"{piece.label}: {piece.value}"))


def _why(piece: Piece, page: Page, leads: Leads) -> str:
    if piece.kind is Kind.PAGE:
        return "" if leads.to_page(piece.value) else _("Sidan är borttagen eller inte publicerad")
    if piece.kind is Kind.DOCUMENT:
        return "" if leads.to_document(piece.value) else _("Dokumentet är borttaget")
    return leads.trouble(str(piece.value), on=page) if piece.kind is Kind.ADDRESS else ""


def _says_nothing(picture: object) -> bool:
    if not isinstance(picture, dict):
        return True
    return (
        bool(picture.get("image")) and not picture.get("decorative") and not str(picture.get("alt_text") or "").strip()
    )


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"

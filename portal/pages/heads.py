"""What stands in the head of a page: for search engines, and for whoever is sent its address."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from wagtail.models import Page

from portal.pages import lead_pictures, structured
from portal.pages.lead_pictures import Picture
from portal.pages.said import said
from portal.pages.structured import Thing

if TYPE_CHECKING:
    from portal.pages.models.contact import Contact

COUNTRIES = {"sv": "sv_SE", "en": "en_GB"}
"""How Open Graph names our languages."""
ICON, ICON_PIXELS = "icons/icon-512.png", 512


@dataclass(frozen=True, slots=True)
class Head:
    """All addresses are whole; `languages` are pairs of a language and where the page is in it, itself among them."""

    address: str
    picture: Picture
    locale: str
    other_locales: Sequence[str]
    languages: Sequence[tuple[str, str]]
    things: Sequence[SafeString]


def whole(address: str) -> str:
    """The address with the portal's own name before it, whatever name it was asked for by."""
    return f"{settings.PORTAL_URL}{address}"


def _picture(page: Page) -> Picture:
    """Its first, else the portal's own."""
    found = lead_pictures.of(page) or Picture(static(ICON), "", ICON_PIXELS, ICON_PIXELS)
    return replace(found, address=urljoin(f"{settings.PORTAL_URL}/", found.address))


def of(page: Page, request: HttpRequest, *, translated: str, things: Iterable[Thing]) -> Head:
    """The head of a page that in the other language is at `translated`, if it is anywhere."""
    own = page.locale.language_code
    address = whole(page.get_url(request) or "/")
    other = next(code for code, _name in settings.LANGUAGES if code != own)
    languages = sorted([(own, address), (other, whole(translated))], reverse=True) if translated else []
    return Head(
        address=address,
        picture=_picture(page),
        locale=COUNTRIES[own],
        other_locales=[COUNTRIES[other]] if translated else [],
        languages=languages,
        things=[structured.script(thing) for thing in things],
    )


def way_to(page: Page, above: Iterable[Page], request: HttpRequest) -> Thing:
    """The crumbs, from the start page to this one."""
    steps = [*above, page]
    return structured.crumbs([(step.title, whole(step.get_url(request) or "/")) for step in steps])


def office(contact: "Contact", address: str, now: datetime) -> Thing:
    """A contact with its hours, in the language that is spoken; `address` is that of the page where it stands."""
    named = {"name": said(contact.name, contact.name_en).text, "about": said(contact.about, contact.about_en).text}
    facts = {**named, "phone": contact.phone, "email": contact.email, "url": address}
    return structured.office(facts, contact.schedule(), of=settings.MUNICIPALITY, today=localtime(now).date())

"""The pages that are audited: those that a substitute meets first, and a guide."""

from typing import NamedTuple

from playwright.sync_api import Page

START, CALENDAR, JOBS, ENQUIRIES = "/min-sida/", "/kalender/", "/lediga-jobb/", "/forfragningar/"
GUIDE = "/guider/logga-in-forsta-gangen/"

OTHERS = (
    "/",
    "/konto/login/",
    "/kalender/vecka/",
    "/kalender/lagg-tid/",
    "/kalender/kopiera/",
    "/kalender/prenumerera/",
    "/forfragningar/",
    "/bokningar/",
    "/bokningar/utan-nat/",
    "/meddelanden/",
    "/meddelanden/val/",
    "/profil/",
    "/profil/mobilnummer/",
    "/profil/onskemal/",
    "/profil/har-kan-du-jobba/",
    "/profil/arbetsplatser/",
    "/profil/arbetsplatser/ny/",
    "/profil/las-dagar/",
    "/mer/",
    "/intyg/",
    "/utan-nat/",
)


class Audited(NamedTuple):
    """A page by name, and its address on this portal."""

    name: str
    address: str


def audited(page: Page, portal: str) -> list[Audited]:
    """The pages whose scores are promised; an enquiry's address is looked up in the list that leads to it."""
    return [
        Audited("start", portal + START),
        Audited("calendar", portal + CALENDAR),
        Audited("jobs", portal + JOBS),
        Audited("enquiry", portal + first_link(page, portal, ENQUIRIES)),
        Audited("guide", portal + GUIDE),
    ]


def every(page: Page, portal: str) -> list[Audited]:
    """Those, and the others of a substitute's portal."""
    shift, job, message = (first_link(page, portal, list_of) for list_of in ("/bokningar/", JOBS, "/meddelanden/"))
    others = [*OTHERS, job, shift, f"{shift}sjuk/", f"{shift}sen/", message]
    return [*audited(page, portal), *(Audited(address, portal + address) for address in others)]


def first_link(page: Page, portal: str, address: str) -> str:
    """The first page below the address that the page there leads to: a row's own."""
    page.goto(portal + address)
    links = page.locator(f"main a[href^='{address}'][href*='-']")
    for link in links.all():
        path = str(link.get_attribute("href")).partition("?")[0]
        if path.count("/") == address.count("/") + 1:
            return path
    message = f"{address} leads to no row of its own"
    raise LookupError(message)

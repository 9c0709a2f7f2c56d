"""The pages that are audited: those that a substitute meets first, and a guide."""

from typing import NamedTuple

from playwright.sync_api import Page

START, CALENDAR, JOBS, ENQUIRIES = "/min-sida/", "/kalender/", "/lediga-jobb/", "/forfragningar/"
GUIDE = "/guider/logga-in-forsta-gangen/"


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
    others = {
        "put in time": "/kalender/lagg-tid/",
        "copy a week": "/kalender/kopiera/",
        "week": "/kalender/vecka/",
        "subscription": "/kalender/prenumerera/",
        "job": first_link(page, portal, JOBS),
        "enquiries": ENQUIRIES,
        "bookings": "/bokningar/",
        "booking": first_link(page, portal, "/bokningar/"),
        "sick": first_link(page, portal, "/bokningar/") + "sjuk/",
        "late": first_link(page, portal, "/bokningar/") + "sen/",
        "messages": "/meddelanden/",
        "message": first_link(page, portal, "/meddelanden/"),
        "channels": "/meddelanden/val/",
        "profile": "/profil/",
        "telephone": "/profil/mobilnummer/",
        "wishes": "/profil/onskemal/",
        "own workplaces": "/profil/har-kan-du-jobba/",
        "wished workplaces": "/profil/arbetsplatser/",
        "one more workplace": "/profil/arbetsplatser/ny/",
        "days of employment": "/profil/las-dagar/",
        "without network": "/utan-nat/",
        "saved shifts": "/bokningar/utan-nat/",
        "more": "/mer/",
        "certificates": "/intyg/",
        "sign-in": "/konto/login/",
        "home": "/",
    }
    return [*audited(page, portal), *(Audited(name, portal + address) for name, address in others.items())]


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

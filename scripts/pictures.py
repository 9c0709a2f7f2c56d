"""Pictures of the demo's screens, as people see them: `make pictures` fills pictures/."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page

from home.demo.cast import COLLEAGUES, PASSWORD, SUBSTITUTES
from scripts import browser, running

FOLDER = Path("pictures")
USERNAMES = {"substitute": SUBSTITUTES[0].username} | {person.role: person.username for person in reversed(COLLEAGUES)}

WHOLE_HEIGHT = "Math.max(...[...document.querySelectorAll('*')].map(element => element.scrollHeight))"
"""Also of what scrolls inside the page, as Wagtail's admin does."""


class Screen(NamedTuple):
    """A screen: an address, or the first link there that matches the selector."""

    name: str
    address: str
    link: str = ""


VISITOR = ""
SCREENS = {
    VISITOR: (
        Screen("start", "/"),
        Screen("guides", "/guider/"),
        Screen("guide", "/guider/", link="[href^='/guider/']"),
        Screen("questions", "/fragor-och-svar/"),
        Screen("contact", "/kontakt/"),
        Screen("search", "/sok/?q=lösenord"),
        Screen("sign-in", "/konto/login/"),
        Screen("demo", "/demo/"),
    ),
    "substitute": (
        Screen("substitute-start", "/min-sida/"),
        Screen("substitute-month", "/kalender/"),
        Screen("substitute-week", "/kalender/vecka/"),
        Screen("substitute-time", "/kalender/lagg-tid/"),
        Screen("substitute-copy", "/kalender/kopiera/"),
        Screen("substitute-subscription", "/kalender/prenumerera/"),
        Screen("substitute-jobs", "/lediga-jobb/"),
        Screen("substitute-job", "/lediga-jobb/", link="[href^='/lediga-jobb/']"),
        Screen("substitute-enquiries", "/forfragningar/"),
        Screen("substitute-enquiry", "/forfragningar/", link="[href^='/forfragningar/']"),
        Screen("substitute-bookings", "/bokningar/"),
        Screen("substitute-booking", "/bokningar/", link="[href^='/bokningar/']"),
        Screen("substitute-sick", "/min-sida/", link="[href$='/sjuk/']"),
        Screen("substitute-messages", "/meddelanden/"),
        Screen("substitute-message", "/meddelanden/", link="[href^='/meddelanden/'][href*='-']"),
        Screen("substitute-channels", "/meddelanden/val/"),
        Screen("substitute-profile", "/profil/"),
        Screen("substitute-telephone", "/profil/mobilnummer/"),
        Screen("substitute-wishes", "/profil/onskemal/"),
        Screen("substitute-workplaces", "/profil/har-kan-du-jobba/"),
        Screen("substitute-new-workplace", "/profil/arbetsplatser/"),
        Screen("substitute-days", "/profil/las-dagar/"),
        Screen("substitute-more", "/mer/"),
        Screen("substitute-no-network", "/utan-nat/"),
        Screen("substitute-saved-shifts", "/bokningar/utan-nat/"),
        Screen("substitute-certificates", "/intyg/"),
        Screen("substitute-new-certificate", "/intyg/ny/"),
    ),
    "ordering_manager": (
        Screen("manager-start", "/min-sida/"),
        Screen("manager-orders", "/bestallningar/"),
        Screen("manager-order", "/bestallningar/", link="[href^='/bestallningar/'][href*='-']"),
        Screen("manager-new-order", "/bestallningar/ny/"),
    ),
    "planner": (
        Screen("planner-board", "/admin/"),
        Screen("planner-orders", "/admin/bestallningar/"),
        Screen("planner-order", "/admin/", link="[href^='/admin/bestallningar/'][href*='-']"),
        Screen("planner-substitutes", "/admin/vikarier/"),
    ),
    "certificate_officer": (Screen("officer-queue", "/admin/"),),
    "editor": (Screen("editor-desk", "/admin/"),),
    "system_owner": (Screen("owner-desk", "/admin/"), Screen("owner-roles", "/admin/roller/")),
}


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="vikarieportalen-pictures-") as folder:
        url = f"sqlite:///{folder}/portal.sqlite3"
        with running.portal(url, Path(folder)) as portal, browser.launched() as chromium:
            for width in (browser.PHONE, browser.DESKTOP):
                take(chromium, portal, width, "light")
                take(chromium, portal, width, "dark")


def take(chromium: Browser, portal: str, width: int, scheme: browser.Scheme) -> None:
    """Every screen, by each who looks at it, in one width and one scheme."""
    for role, screens in SCREENS.items():
        with somebody(chromium, portal, width, scheme, role) as page:
            for screen in screens:
                status = go(page, portal, screen)
                page.set_viewport_size({"width": width, "height": browser.HEIGHTS[width]})
                height = page.evaluate(WHOLE_HEIGHT)
                page.set_viewport_size({"width": width, "height": height})  # so that bars stand at its foot
                file = FOLDER / f"{screen.name}-{width}-{scheme}.png"
                page.screenshot(path=file)
                print(f"{status} {file}", flush=True)


def go(page: Page, portal: str, screen: Screen) -> int | str:
    """Open the screen; answers with the status, or with what is missing."""
    answer = page.goto(portal + screen.address)
    if screen.link:
        links = page.locator(f"main a{screen.link}:not([href='{screen.address}'])")
        if not links.count():
            return f"no link {screen.link}"
        answer = page.goto(portal + str(links.first.get_attribute("href")))
    return answer.status if answer else "no answer"


@contextmanager
def somebody(chromium: Browser, portal: str, width: int, scheme: browser.Scheme, role: str) -> Iterator[Page]:
    context = browser.window(chromium, width, scheme=scheme)
    page = context.new_page()
    if role:
        browser.sign_in(page, portal, USERNAMES[role], PASSWORD)
    yield page
    context.close()


if __name__ == "__main__":
    main()

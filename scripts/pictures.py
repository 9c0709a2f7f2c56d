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


class Screen(NamedTuple):
    """An address, and the role of the one who looks at it (nobody: a visitor)."""

    name: str
    address: str
    role: str = ""


SCREENS = (
    Screen("start", "/"),
    Screen("guides", "/guider/"),
    Screen("contact", "/kontakt/"),
    Screen("search", "/sok/?q=lösenord"),
    Screen("sign-in", "/konto/login/"),
    Screen("demo", "/demo/"),
    Screen("substitute-start", "/min-sida/", "substitute"),
    Screen("substitute-calendar", "/kalender/", "substitute"),
    Screen("substitute-jobs", "/lediga-jobb/", "substitute"),
    Screen("substitute-enquiries", "/forfragningar/", "substitute"),
    Screen("substitute-bookings", "/bokningar/", "substitute"),
    Screen("substitute-messages", "/meddelanden/", "substitute"),
    Screen("substitute-profile", "/profil/", "substitute"),
    Screen("substitute-certificates", "/intyg/", "substitute"),
    Screen("manager-start", "/min-sida/", "ordering_manager"),
    Screen("manager-orders", "/bestallningar/", "ordering_manager"),
    Screen("planner-desk", "/admin/", "planner"),
    Screen("officer-desk", "/admin/", "certificate_officer"),
    Screen("editor-desk", "/admin/", "editor"),
    Screen("owner-desk", "/admin/", "system_owner"),
)


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
    for role in dict.fromkeys(screen.role for screen in SCREENS):
        with somebody(chromium, portal, width, scheme, role) as page:
            for screen in (screen for screen in SCREENS if screen.role == role):
                answer = page.goto(portal + screen.address)
                file = FOLDER / f"{screen.name}-{width}-{scheme}.png"
                page.screenshot(path=file, full_page=True)
                print(f"{answer.status if answer else '?'} {file}")


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

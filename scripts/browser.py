"""The browser. `python -m scripts.browser` gets one where there is none."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from scripts import packages

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PHONE, DESKTOP = 390, 1280
Scheme = Literal["light", "dark"]
HEIGHTS = {PHONE: 844, DESKTOP: 800}


@contextmanager
def launched() -> Iterator[Browser]:
    """A headless Chromium: the one that CHROMIUM_PATH names, Playwright's own, or the system's."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path(playwright))
        yield browser
        browser.close()


def path(playwright: Playwright) -> str | None:
    """Where the browser is; None if there is none."""
    if chosen := os.environ.get("CHROMIUM_PATH"):
        return chosen
    if Path(playwright.chromium.executable_path).exists():
        return playwright.chromium.executable_path
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def window(browser: Browser, width: int, *, scheme: Scheme = "light", javascript: bool = True) -> BrowserContext:
    """A window of somebody in Älvsunda, with no trace of an earlier one."""
    return browser.new_context(
        viewport={"width": width, "height": HEIGHTS[width]},
        locale="sv-SE",
        timezone_id="Europe/Stockholm",
        color_scheme=scheme,
        reduced_motion="reduce",
        java_script_enabled=javascript,
    )


def sign_in(page: Page, portal: str, username: str, password: str) -> None:
    """By the form, as everybody does."""
    page.goto(f"{portal}/konto/login/")
    page.locator("[name=login]").fill(username)
    page.locator("[name=password]").fill(password)
    page.locator("[name=password]").press("Enter")
    page.wait_for_url(lambda url: "/konto/login/" not in url)


def get() -> None:
    """Install a Chromium: Playwright's, with what it needs of the system, or the system's own."""
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    if os.geteuid() == 0 and shutil.which("apt-get"):
        command.append("--with-deps")
    print("The journeys need a Chromium. Fetching Playwright's own …", flush=True)
    if subprocess.run(command, check=False, capture_output=True).returncode != 0:
        packages.install("chromium", why="Playwright's own Chromium could not be fetched.")


def main() -> None:
    for attempt in (1, 2):
        with sync_playwright() as playwright:
            found = path(playwright)
        if found:
            print(f"browser: {found}")
            return
        if attempt == 1:
            get()
    sys.exit("There is no Chromium. Install one, or name it: CHROMIUM_PATH=/path/to/chromium make test")


if __name__ == "__main__":
    main()

"""Journeys: people in a browser, in the portal as it is really run, with the demo municipality.

Each journey begins in the same municipality as the others: it makes what it needs, and counts on nothing to be alone.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from django.db import connection
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

from home.demo.cast import PASSWORD
from scripts import browser, running
from tests.database import database_url

# Playwright keeps an event loop in this thread, and Django's ORM would refuse to work beside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def portal(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[str]:
    """The address of the portal: web server and queue worker, as `make run` starts them.

    The test's own process sees the same database: what it asks is what has been committed.
    """
    with django_db_blocker.unblock():
        with running.portal(database_url(), tmp_path_factory.mktemp("portal")) as address:
            yield address
        connection.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with browser.launched() as launched:
        yield launched


@pytest.fixture
def open_page(chromium, portal) -> Iterator[Callable[..., Page]]:
    """`open_page(width, username)`: a window of one's own, signed in if a user name is given.

    When the journey is over, no window may have complained: not of a script, nor of the content policy.
    """
    complaints: list[str] = []
    with ExitStack() as windows:

        def opened(
            width: int = browser.PHONE, username: str = "", *, javascript: bool = True, scheme: browser.Scheme = "light"
        ) -> Page:
            context: BrowserContext = browser.window(chromium, width, scheme=scheme, javascript=javascript)
            windows.callback(context.close)
            context.set_default_timeout(15_000)
            page = context.new_page()
            listen(page, complaints)
            if username:
                browser.sign_in(page, portal, username, PASSWORD)
            return page

        yield opened
    assert not complaints, "\n".join(complaints)


def listen(page: Page, complaints: list[str]) -> None:
    def note(message: ConsoleMessage) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            complaints.append(f"{page.url}: {message.text}")

    page.on("console", note)
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))


@pytest.fixture
def phone_page(open_page) -> Page:
    """A visitor's, 390 px wide."""
    return open_page(browser.PHONE)


@pytest.fixture
def desktop_page(open_page) -> Page:
    """A visitor's, 1280 px wide."""
    return open_page(browser.DESKTOP)

"""The service worker, as a journey looks at it."""

import time

from playwright.sync_api import Page

RUNS = "navigator.serviceWorker.controller?.state === 'activated'"
"""It takes the windows over while it is still being activated, and is not yet told of notices then."""

KEEPS_HER_PAGE = "caches.open('own').then((own) => own.keys()).then((kept) => kept.length > 0)"
HER_PAGE = "caches.match('/bokningar/utan-nat/', { ignoreVary: true }).then((page) => page?.text() ?? '')"
KEEPS = """(async () => {
  const urls = [];
  for (const name of await caches.keys()) {
    for (const request of await (await caches.open(name)).keys()) urls.push(new URL(request.url).pathname);
  }
  return urls;
})()"""
"""The addresses of all that is kept."""

PATIENCE = 15.0
"""Seconds."""


def until(page: Page, holds: str) -> None:
    """Wait until the script answers with something true; a promise is waited for."""
    assert holds_within(page, holds, PATIENCE), f"never: {holds}"


def holds_within(page: Page, holds: str, seconds: float) -> bool:
    """Whether the script comes to answer with something true."""
    deadline = time.monotonic() + seconds
    while not page.evaluate(holds):
        if time.monotonic() > deadline:
            return False
        page.wait_for_timeout(50)
    return True

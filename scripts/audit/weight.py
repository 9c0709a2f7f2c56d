"""What travels for a page: on the first visit, and on the next to it."""

from playwright.sync_api import Browser, Page, StorageState

from scripts import browser as windows
from scripts.audit.scales import Scales

FIRST, AFTER = 60, 25  # kB at most, fonts apart
FONTS = (".woff2",)
SETTLED = "navigator.serviceWorker.ready.then(() => new Promise(done => setTimeout(done, 2500)))"
"""The service worker fetches what it keeps once the page stands: that travels too."""


def of(chromium: Browser, address: str, scales: Scales, *, signed_in: StorageState) -> tuple[float, float]:
    """kB in a browser that has never been here, and once more in the same."""
    context = chromium.new_context(
        viewport={"width": windows.PHONE, "height": windows.HEIGHTS[windows.PHONE]},
        locale="sv-SE",
        storage_state=signed_in,
    )
    page = context.new_page()
    first, after = (visit(page, address, scales) for _time in range(2))
    context.close()
    return first, after


def visit(page: Page, address: str, scales: Scales) -> float:
    """kB of one visit, until nothing more is fetched."""
    scales.emptied()
    page.goto(address, wait_until="networkidle")
    page.evaluate(SETTLED)
    return scales.kilobytes(besides=FONTS)

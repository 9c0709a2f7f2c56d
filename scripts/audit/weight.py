"""What travels for a page: on the first visit, and on the next to it."""

from playwright.sync_api import BrowserContext, CDPSession

FIRST, AFTER = 60, 25  # kB at most, fonts apart
FONT = "Font"


def of(context: BrowserContext, address: str) -> tuple[float, float]:
    """kB as transferred with an empty cache, and with what the first visit left in it; fonts apart."""
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.clearBrowserCache")
    first = _transferred(session, page, address)
    after = _transferred(session, page, address)
    page.close()
    return first, after


def _transferred(session: CDPSession, page: object, address: str) -> float:
    kinds: dict[str, str] = {}
    sizes: dict[str, float] = {}

    def asked(event: dict[str, str]) -> None:
        kinds[event["requestId"]] = event.get("type", "")

    def loaded(event: dict[str, float | str]) -> None:
        sizes[str(event["requestId"])] = float(event["encodedDataLength"])

    session.on("Network.requestWillBeSent", asked)
    session.on("Network.loadingFinished", loaded)
    page.goto(address, wait_until="networkidle")  # type: ignore[attr-defined]
    session.remove_listener("Network.requestWillBeSent", asked)
    session.remove_listener("Network.loadingFinished", loaded)
    return sum(size for key, size in sizes.items() if kinds.get(key) != FONT) / 1000

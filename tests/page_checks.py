"""What is held against every page: its HTML is valid, and axe finds nothing."""

from collections import Counter

import html5lib
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def assert_valid_html(html: str) -> None:
    """Parsed strictly, by the HTML standard's own algorithm; every id once."""
    document = html5lib.HTMLParser(strict=True).parse(html)
    ids = Counter(element.attrib["id"] for element in document.iter() if "id" in element.attrib)
    twice = [name for name, times in ids.items() if times > 1]
    assert not twice, f"ids that stand twice: {', '.join(twice)}"


def assert_accessible(page: Page, part: str = "html") -> None:
    """axe finds nothing on the page, or this part of it, as it is now."""
    results = Axe().run(page, context=part)
    assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"


def assert_good_page(page: Page) -> None:
    """Both, and nothing to scroll sideways to."""
    assert_valid_html(page.request.get(page.url).text())
    assert_accessible(page)
    width, window = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert width <= window, f"{page.url} is {width} px wide in a window of {window}"


def assert_good_desk_page(page: Page) -> None:
    """Our own part of a page in Wagtail's admin: the rest is Wagtail's to mend."""
    assert_accessible(page, ".vp")
    width, window = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert width <= window, f"{page.url} is {width} px wide in a window of {window}"

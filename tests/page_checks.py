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
    """Both, everything easy to hit, and nothing to scroll sideways to."""
    assert_valid_html(page.request.get(page.url).text())
    assert_accessible(page)
    assert_easy_to_hit(page)
    assert_as_wide_as_its_window(page)


def assert_as_wide_as_its_window(page: Page) -> None:
    """Nothing to scroll sideways to."""
    width, window = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert width <= window, f"{page.url} is {width} px wide in a window of {window}"


def assert_good_desk_page(page: Page) -> None:
    """Our own part of a page in Wagtail's admin: the rest is Wagtail's to mend."""
    assert_accessible(page, ".vp")
    assert_as_wide_as_its_window(page)


SMALL = """elements => {
  const seen = element => element.checkVisibility({checkOpacity: true, checkVisibilityCSS: true});
  const inText = element => element.tagName === "A" && getComputedStyle(element).display === "inline";
  const hidden = element => element.closest(".vh, .skip") || element.matches(".vh");
  const target = element => element.labels?.[0] && element.matches("[type=checkbox], [type=radio]")
    ? element.labels[0] : element;
  const small = element => {
    const box = target(element).getBoundingClientRect();
    return Math.round(box.height) < 44 || Math.round(box.width) < 44;
  };
  return elements.filter(element => seen(element) && !inText(element) && !hidden(element) && small(element))
    .map(element => element.outerHTML.slice(0, 120));
}"""
"""Links, buttons and fields that are less than 44 px high or wide; a link in running text is as high as its line."""


def assert_easy_to_hit(page: Page) -> None:
    """Whatever one presses is at least 44 px each way (DESIGN section 6)."""
    small = page.locator("a[href], button, input:not([type=hidden]), select, textarea, summary").evaluate_all(SMALL)
    assert not small, f"{page.url}: too small to hit\n" + "\n".join(small)


TABBED = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const box = element.getBoundingClientRect(), style = getComputedStyle(element);
  const inWindow = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
  const top = document.elementFromPoint(box.x + box.width / 2, inWindow);
  const control = element.labels?.[0] ?? element;
  const rings = [style, getComputedStyle(control), getComputedStyle(element, "::after")];
  const ringed = rings.some(one => one.outlineStyle !== "none" || one.boxShadow !== "none");
  const shown = top && (element.contains(top) || control.contains(top) || top.contains(element));
  return {said: element.outerHTML.slice(0, 120), ringed, shown};
}"""
"""What has the focus: whether a ring shows it, and whether something lies on it. `null` at the end of the page.

What is taller than the window is looked at where the window shows it.
"""

MOST_STOPS = 150


def assert_walkable_by_keyboard(page: Page) -> None:
    """Each stop of the tab key is seen to have the focus, and lies under nothing (WCAG 2.4.7, 2.4.11)."""
    page.evaluate("document.activeElement?.blur()")
    stops = 0
    while stops < MOST_STOPS:
        page.keyboard.press("Tab")
        stop = page.evaluate(TABBED)
        if stop is None:
            break
        stops += 1
        assert stop["ringed"], f"{page.url}: no ring on {stop['said']}"
        assert stop["shown"], f"{page.url}: something lies on {stop['said']}"
    assert stops, f"{page.url} has nothing to tab to"

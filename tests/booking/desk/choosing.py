"""Orders that are chosen on the list, and what is sent on from the page that says what would happen to them."""

import re

SEVERAL, CARRY_OUT = "/admin/bestallningar/flera/", "/admin/bestallningar/flera/gor/"


def lines(page) -> list[str]:
    """The rows of a page that can be done something to, as it sends them on."""
    return re.findall(r'name="rows" value="([^"]+)"', page.content.decode())


def command(page) -> str:
    """The key of its form."""
    return re.search(r'name="command" value="([^"]+)"', page.content.decode())[1]


def foretell(browser, deed, *orders):
    """The page that says what would happen to those ticked."""
    return browser.post(SEVERAL, {"deed": deed, "which": "kryssade", "chosen": [order.pk for order in orders]})


def carry_out(browser, deed, *orders, **more):
    """The page that says what happened."""
    page = foretell(browser, deed, *orders)
    sent = {"deed": deed, "command": command(page), "rows": lines(page), **more}
    return browser.post(CARRY_OUT, sent, follow=True)

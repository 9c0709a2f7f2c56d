"""Runs the portal with the demo in it, and lets the auditors at its pages. Ends with 1 if one finds something."""

import os
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, StorageState, sync_playwright

from home.demo.cast import PASSWORD, SUBSTITUTES
from scripts import browser, running
from scripts.audit import addresses, lighthouse, nu, scales, weight


def main() -> None:
    if not lighthouse.COMMAND.exists():
        sys.exit("Lighthouse is not here: npm ci fetches it.")
    os.environ["DJANGO_SETTINGS_MODULE"] = "scripts.audit.settings"
    with tempfile.TemporaryDirectory(prefix="vikarieportalen-audit-") as folder:
        os.environ["STATIC_ROOT"] = f"{folder}/static"
        url = f"sqlite:///{folder}/portal.sqlite3"
        with running.portal(url, Path(folder), settings="scripts.audit.settings") as portal:
            wanting = audit(portal)
    print(*(f"wanting: {line}" for line in wanting), sep="\n")
    sys.exit(bool(wanting))


def audit(portal: str) -> list[str]:
    """Weights, the HTML checker and Lighthouse; what each found wanting."""
    with sync_playwright() as playwright:
        chromium = browser.path(playwright)
        launched = playwright.chromium.launch(executable_path=chromium)
        context = browser.window(launched, browser.PHONE)
        page = context.new_page()
        browser.sign_in(page, portal, SUBSTITUTES[0].username, PASSWORD)
        promised, every = addresses.audited(page, portal), addresses.every(page, portal)
        wanting = [*weights(launched, portal, promised, context.storage_state()), *html(context, every)]
        cookies = "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in context.cookies())
        launched.close()
    return [*wanting, *scores(promised, chromium=str(chromium), cookies=cookies)]


def weights(chromium: Browser, portal: str, pages: list[addresses.Audited], signed_in: StorageState) -> list[str]:
    """Pages that weigh more than they may."""
    heavy = []
    with scales.between(portal) as (over_scales, weighing):
        for name, address in pages:
            there = address.replace(portal, over_scales)
            first, after = weight.of(chromium, there, weighing, signed_in=signed_in)
            print(f"weight {name}: first={first:.1f} kB after={after:.1f} kB", flush=True)
            if first > weight.FIRST or after > weight.AFTER:
                heavy.append(f"weight of {name}: {first:.1f} kB, then {after:.1f} kB")
    return heavy


def html(context: BrowserContext, pages: list[addresses.Audited]) -> list[str]:
    """What the checker says of every page."""
    if not nu.is_here():
        print("No Java here: the HTML checker is left out.")
        return []
    found = nu.faults({name: context.request.get(address).text() for name, address in pages})
    print(f"html: {len(pages)} pages, {len(found)} faults", flush=True)
    return [f"html of {line}" for line in found]


def scores(pages: list[addresses.Audited], *, chromium: str, cookies: str) -> list[str]:
    """Pages that Lighthouse would have better."""
    wanting = []
    for name, address in pages:
        by_category, found = lighthouse.scores(address, chromium=chromium, cookies=cookies)
        print(f"lighthouse {name}: " + " ".join(f"{key}={value}" for key, value in by_category.items()), flush=True)
        wanting += [f"{name}, {line}" for line in found]
    return wanting


if __name__ == "__main__":
    main()

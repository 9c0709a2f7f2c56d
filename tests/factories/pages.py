"""A small site for tests: a start page, and what is put below it."""

from datetime import time
from typing import Any

from wagtail.models import Locale, Page, Site

from home.models import HomePage


def a_site() -> HomePage:
    """The default site with a start page of its own."""
    home = Page.get_first_root_node().add_child(instance=HomePage(title="Jobba när du kan", slug="start"))
    Site.objects.update(root_page=home)
    Site.clear_site_root_paths_cache()
    return home


def below(parent: Page, model: type[Page], title: str = "Intyg", **fields: Any) -> Page:
    """A published page below another."""
    return parent.add_child(instance=model(title=title, **fields))


def translated(page: Page, **changed: str) -> Page:
    """The page in English, published."""
    copy = page.copy_for_translation(Locale.objects.get(language_code="en"))
    for name, value in changed.items():
        setattr(copy, name, value)
    copy.save_revision().publish()
    return copy


TEXT = [("text", "<p>Beställ intyg här.</p>")]
STEP = (
    "step",
    {
        "heading": "Öppna Intyg",
        "text": "<p>Tryck på knappen.</p>",
        "picture": None,
        "screen": [("primary", "Nästa")],
        "screen_in_words": "en knapp.",
        "button": {"page": None, "place": "/intyg/", "label": "Öppna"},
    },
)


def hours(first_day: str, last_day: str, opens: str, closes: str, *lunch: str) -> dict[str, Any]:
    """A row of opening hours: `hours("0", "4", "06:30", "16:00", "11:30", "12:30")`."""
    lunch_from, lunch_until = lunch or ("", "")
    times = {"opens": opens, "closes": closes, "lunch_from": lunch_from, "lunch_until": lunch_until}
    clocks = {name: time.fromisoformat(moment) if moment else None for name, moment in times.items()}
    return {"first_day": first_day, "last_day": last_day, **clocks}

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.pages.models import (
    Contact,
    ContactPage,
    FAQPage,
    GuideIndexPage,
    GuidePage,
    NewsIndexPage,
    NewsPage,
    StandardPage,
)
from tests.factories.pages import STEP, TEXT, below, hours

AT_MOST = 12
ANSWER = {"question": "Är jag bokad?", "answer": "<p>Ja.</p>", "on_start": True}


def fill(home, count: int) -> None:
    """The start page with everything on it, and so many guides, news and answers."""
    contact = Contact.objects.create(
        name="Bemanningen", phone="0980-319 210", hours=[("days", hours("0", "6", "06:30", "16:00"))]
    )
    guides = below(home, GuideIndexPage, "Guider", show_in_menus=True, contact=contact)
    for number in range(count):
        below(guides, GuidePage, f"Guide {number}", body=TEXT, steps=[STEP], contact=contact)
    answers = [ANSWER] * count
    below(home, FAQPage, "Fragor", groups=[("group", {"heading": "Pass", "answers": answers})], show_in_menus=True)
    news = below(home, NewsIndexPage, "Nyheter", show_in_menus=True, contact=contact)
    for number in range(count):
        below(news, NewsPage, f"Nyhet {number}", body=TEXT, contact=contact)
        Contact.objects.create(name=f"Enhet {number}")
    below(home, ContactPage, "Kontakt", show_in_menus=True)
    below(home, StandardPage, "Om portalen", body=TEXT, contact=contact)
    home.contact = contact
    shortcut = {"page": guides, "place": "", "looks": "help fraga", "title": "Läs", "text": ""}
    home.shortcuts = [("shortcut", shortcut)] * 3
    home.save()


def queries(client, path: str) -> int:
    client.get(path)  # what is asked once per process has been asked
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


PATHS = [
    "/",
    "/guider/",
    "/guider/guide-0/",
    "/fragor/",
    "/nyheter/",
    "/nyheter/nyhet-0/",
    "/kontakt/",
    "/om-portalen/",
]


@pytest.mark.parametrize("path", PATHS)
def test_a_page_asks_no_more_for_thirty_than_for_one(client, home, path):
    fill(home, 1)
    one = queries(client, path)
    fill_up(home)

    assert queries(client, path) == one <= AT_MOST


def fill_up(home) -> None:
    """Twenty-nine more of everything."""
    guides, news = GuideIndexPage.objects.get(), NewsIndexPage.objects.get()
    for number in range(1, 30):
        below(guides, GuidePage, f"Guide {number}", body=TEXT, steps=[STEP], contact=guides.contact)
        below(news, NewsPage, f"Nyhet {number}", body=TEXT, contact=guides.contact)
        Contact.objects.create(name=f"Enhet {number}")
    faq = FAQPage.objects.get()
    faq.groups = [("group", {"heading": "Pass", "answers": [ANSWER] * 15})] * 2
    faq.save()


@pytest.mark.parametrize("path", PATHS)
def test_a_page_asks_no_more_than_twelve_for_a_substitute(signed_in, town, home, path):
    fill(home, 3)

    assert queries(signed_in(town.substitute().user), path) <= AT_MOST

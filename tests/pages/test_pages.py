"""What the pages ask of the database, and what they show to whom."""

import gc

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

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
PATHS = [
    "/",
    "/guider/",
    "/guider/guide-0/",
    "/fragor/",
    "/nyheter/",
    "/nyheter/nyhet-0/",
    "/kontakt/",
    "/om-portalen/",
    "/om-portalen/mer/",
]


@pytest.fixture
def site(home):
    """One of everything."""
    contact = Contact.objects.create(
        name="Bemanningen", phone="0980-319 210", hours=[("days", hours("0", "6", "06:30", "16:00"))]
    )
    guides = below(home, GuideIndexPage, "Guider", show_in_menus=True, contact=contact)
    below(home, FAQPage, "Fragor", groups=answers(1), show_in_menus=True)
    news = below(home, NewsIndexPage, "Nyheter", show_in_menus=True, contact=contact)
    below(home, ContactPage, "Kontakt", show_in_menus=True)
    below(below(home, StandardPage, "Om portalen", body=TEXT, contact=contact), StandardPage, "Mer", body=TEXT)
    shortcut = {"page": guides, "place": "", "looks": "help fraga", "title": "Läs", "text": ""}
    home.contact, home.shortcuts = contact, [("shortcut", shortcut)]
    home.save()
    more(guides, news, range(1))
    return home


def more(guides, news, numbers) -> None:
    for number in numbers:
        below(guides, GuidePage, f"Guide {number}", body=TEXT, steps=[STEP], contact=guides.contact)
        below(news, NewsPage, f"Nyhet {number}", body=TEXT, contact=news.contact)
        Contact.objects.create(name=f"Enhet {number}")


def answers(count: int) -> list[tuple[str, object]]:
    answer = {"question": "Är jag bokad?", "answer": "<p>Ja.</p>", "on_start": True}
    return [("group", {"heading": "Pass", "answers": [answer] * count})]


def queries(client) -> dict[str, int]:
    """How many each page asks."""
    return {path: count(client, path) for path in PATHS}


def count(client, path: str) -> int:
    client.get(path)  # what is asked once per process has been asked
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


def test_pages_ask_no_more_for_thirty_than_for_one(client, site):
    one = queries(client)
    more(GuideIndexPage.objects.get(), NewsIndexPage.objects.get(), range(1, 30))
    faq = FAQPage.objects.get()
    faq.groups = answers(15) * 2
    faq.save()

    assert queries(client) == one
    assert max(one.values()) <= AT_MOST


def test_pages_ask_no_more_than_twelve_for_a_substitute(signed_in, town, site):
    assert max(queries(signed_in(town.substitute().user)).values()) <= AT_MOST


# Wagtail leaves its temporary files to the garbage collector, which is called here so that no other test is blamed.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_picture_is_offered_in_several_sizes(client, home, a_picture):
    image = {"image": a_picture, "alt_text": "Knappen Lägg in tid", "decorative": False}
    below(home, StandardPage, "Bilder", body=[("picture", {"image": image, "caption": "Knappen"})])

    html = client.get("/bilder/").content.decode()
    gc.collect()

    assert 'alt="Knappen Lägg in tid"' in html
    assert html.count("w, ") + html.count('w"') >= 2
    assert "style=" not in html


def test_a_hidden_page_is_in_no_list_and_asks_for_a_sign_in(client, site):
    guide = GuidePage.objects.get()
    PageViewRestriction.objects.create(page=guide, restriction_type=PageViewRestriction.LOGIN)

    assert "Guide 0" not in client.get("/guider/").content.decode()
    assert "Guide 0" not in client.get("/").content.decode()
    assert client.get("/guider/guide-0/").status_code == 302


def test_what_lies_below_a_hidden_page_is_hidden(client, site):
    PageViewRestriction.objects.create(page=GuideIndexPage.objects.get(), restriction_type=PageViewRestriction.LOGIN)

    assert "Guide 0" not in client.get("/").content.decode()
    assert client.get("/guider/guide-0/").status_code == 302


def test_a_draft_is_not_there(client, site):
    GuidePage.objects.get().unpublish()

    assert client.get("/guider/guide-0/").status_code == 404
    assert "Guide 0" not in client.get("/guider/").content.decode()


def test_an_unpublished_start_page_is_not_there(client, site):
    site.unpublish()

    assert client.get("/").status_code == 404


def test_a_button_to_a_draft_is_left_out(client, site):
    GuideIndexPage.objects.get().unpublish()

    assert "linkcard" not in client.get("/").content.decode()


def test_a_page_speaks_its_own_language_whatever_the_browser_prefers(client, site):
    answer = client.get("/guider/", headers={"accept-language": "en"})

    assert '<html lang="sv"' in answer.content.decode()
    assert answer.headers["Content-Language"] == "sv"


def test_pinned_news_come_first_and_then_the_newest(client, site):
    index = NewsIndexPage.objects.get()
    for title, date, pinned in (
        ("Gammal", "2026-01-01", True),
        ("Ny", "2026-05-02", False),
        ("Äldre", "2026-05-01", False),
    ):
        below(index, NewsPage, title, date=date, pinned=pinned, body=TEXT)

    titles = [page.title for page in client.get("/nyheter/").context["news"]]

    assert titles.index("Gammal") == 0
    assert titles.index("Ny") < titles.index("Äldre")


def test_news_are_listed_ten_at_a_time(client, site):
    more(GuideIndexPage.objects.get(), NewsIndexPage.objects.get(), range(1, 13))

    assert len(client.get("/nyheter/").context["news"]) == 10
    assert len(client.get("/nyheter/?sida=2").context["news"]) == 3
    assert client.get("/nyheter/?sida=tusen").status_code == 200


def test_the_menu_marks_the_section_one_is_in(client, site):
    menu = client.get("/guider/guide-0/").context["menu"]

    assert [(item.title, item.current) for item in menu] == [
        ("Guider", True),
        ("Fragor", False),
        ("Nyheter", False),
        ("Kontakt", False),
    ]

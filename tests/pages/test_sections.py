"""Sections: what lies in them, and what does not show."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from home.models import HomePage
from portal.pages.models import (
    FAQPage,
    GuideIndexPage,
    GuidePage,
    JobAdvertIndexPage,
    SectionPage,
    StandardPage,
    SystemShortcut,
)
from tests.factories.pages import STEP, TEXT, below
from tests.pages.counting import AT_MOST, asked


def test_a_section_lists_its_pages_with_their_descriptions_in_the_editors_order(client, home):
    section = below(home, SectionPage, "Om jobbet", intro="Det som gäller alla.")
    below(section, StandardPage, "Kläder", intro="Låna i vården.", body=TEXT)
    below(section, GuideIndexPage, "Guider", search_description="Steg för steg.")

    listed = list(client.get("/om-jobbet/").context["inside"])

    assert [(page.title, page.description) for page in listed] == [
        ("Kläder", "Låna i vården."),
        ("Guider", "Steg för steg."),
    ]


def test_a_section_shows_its_own_text_too(client, home):
    below(home, SectionPage, "Om jobbet", body=TEXT)

    html = client.get("/om-jobbet/").content.decode()

    assert "Beställ intyg här." in html
    assert "Det finns inget här än." in html


def test_a_draft_and_a_hidden_page_are_not_in_the_list(client, home):
    section = below(home, SectionPage, "Om jobbet")
    below(section, StandardPage, "Utkast", body=TEXT, live=False)
    hidden = below(section, StandardPage, "Hemligt", body=TEXT)
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)

    assert list(client.get("/om-jobbet/").context["inside"]) == []


def test_an_alias_of_a_hidden_page_is_as_hidden(client, home):
    hidden = below(home, StandardPage, "Hemligt", body=TEXT)
    hidden.create_alias(parent=below(home, SectionPage, "Om jobbet"))
    assert client.get("/om-jobbet/hemligt/").status_code == 200

    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)

    assert client.get("/om-jobbet/hemligt/").status_code == 302
    assert list(client.get("/om-jobbet/").context["inside"]) == []


def test_a_section_asks_no_more_for_thirty_pages_than_for_one(client, home):
    section = below(home, SectionPage, "Om jobbet")
    below(section, StandardPage, "Sida 0", body=TEXT)
    one = asked(client, "/om-jobbet/")
    for number in range(1, 30):
        below(section, StandardPage, f"Sida {number}", body=TEXT)

    assert asked(client, "/om-jobbet/") == one <= AT_MOST


def test_what_lies_deep_has_its_way_back_and_asks_no_more_than_twelve(client, home):
    section = below(below(home, SectionPage, "Om jobbet"), SectionPage, "Vård", slug="vard")
    guides = below(section, GuideIndexPage, "Guider")
    below(guides, GuidePage, "Hygien", steps=[STEP])
    address = "/om-jobbet/vard/guider/hygien/"

    above = [page.title for page in client.get(address).context["above"]]

    assert above == [home.title, "Om jobbet", "Vård", "Guider"]
    assert asked(client, address) <= AT_MOST


def test_answers_in_a_section_may_stand_on_the_start_page(client, home):
    answer = {"question": "Är jag bokad?", "answer": "<p>Ja.</p>", "on_start": True}
    section = below(home, SectionPage, "Om jobbet")
    below(section, FAQPage, "Frågor", groups=[("group", {"heading": "Pass", "answers": [answer]})])

    assert "Är jag bokad?" in client.get("/").content.decode()


def test_what_may_lie_where():
    inside = SectionPage.allowed_subpage_models()

    assert SectionPage.allowed_parent_page_models() == [HomePage, SectionPage]
    assert {SectionPage, StandardPage, GuideIndexPage, FAQPage, JobAdvertIndexPage} <= set(inside)
    assert GuidePage not in inside


def test_a_section_with_a_block_of_systems_asks_once_for_all_of_them(client, home):
    systems = [SystemShortcut.objects.create(name=f"System {n}", address="https://x.example/") for n in range(4)]
    section = below(home, SectionPage, "Om jobbet", body=[("systems", systems[:1])])
    client.get("/om-jobbet/")
    with CaptureQueriesContext(connection) as one:
        client.get("/om-jobbet/")
    section.body = [("systems", systems[:2]), ("systems", systems[2:])]
    section.save()
    client.get("/om-jobbet/")

    with CaptureQueriesContext(connection) as four:
        html = client.get("/om-jobbet/").content.decode()

    assert all(f"System {n}" in html for n in range(4))
    assert len(four) == len(one)

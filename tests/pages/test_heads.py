"""What stands in the head of a page, read as those read it for whom it stands there."""

import json
import re
from datetime import date, time

import html5lib
import pytest

from portal.pages import structured
from portal.pages.models import Contact, ContactPage, FAQPage, GuideIndexPage, GuidePage, StandardPage
from portal.pages.opening_hours import Interval, Schedule
from tests.factories.pages import STEP, TEXT, below, hours, translated
from tests.page_checks import assert_valid_html

OURS = "http://localhost:8000"
HEAD = "{http://www.w3.org/1999/xhtml}head"
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@pytest.fixture
def contact(home) -> Contact:
    return Contact.objects.create(
        name="Bemanningen",
        about="pass & bokningar",
        phone="0980-319 210",
        email="bemanningen@alvsunda.example",
        hours=[("days", hours("0", "4", "06:30", "16:00", "11:30", "12:30"))],
        exceptions=[("date", {"date": date(2026, 5, 14), "reason": "", "opens": None, "closes": None})],
    )


def shown(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    html = answer.content.decode()
    assert_valid_html(html)
    return html


def properties(html: str) -> dict[str, str]:
    """Each property of Open Graph."""
    head = html5lib.parse(html).find(HEAD)
    return {meta.get("property"): meta.get("content") for meta in head if meta.get("property")}


def links(html: str, rel: str) -> list[tuple[str | None, str]]:
    head = html5lib.parse(html).find(HEAD)
    return [(link.get("hreflang"), link.get("href")) for link in head if link.get("rel") == rel]


def things(html: str) -> dict[str, dict]:
    """Each thing of schema.org, by its type."""
    read = [json.loads(data) for data in DATA.findall(html)]
    assert all(thing["@context"] == "https://schema.org" for thing in read)
    return {thing["@type"]: thing for thing in read}


def test_whoever_is_sent_the_address_sees_what_it_leads_to(client, home):
    below(home, StandardPage, "Om & kring", slug="om", intro='Det "viktigaste".', body=TEXT)

    said = properties(shown(client, "/om/?sida=2"))

    assert said["og:title"] == "Om & kring"
    assert said["og:description"] == 'Det "viktigaste".'
    assert said["og:url"] == f"{OURS}/om/"
    assert said["og:type"] == "website"
    assert said["og:site_name"] == "Vikarieportalen"
    assert said["og:locale"] == "sv_SE"
    assert "og:locale:alternate" not in said
    assert said["og:image"].startswith(f"{OURS}/static/icons/")


def test_the_address_is_the_portals_own_by_whatever_name_it_is_asked_for(client, home):
    below(home, StandardPage, "Om", slug="om", body=TEXT)

    html = shown(client, "/om/")

    assert links(html, "canonical") == [(None, f"{OURS}/om/")]
    assert links(html, "alternate") == []


def test_a_page_in_two_languages_names_both(client, home):
    page = below(home, StandardPage, "Om", slug="om", body=TEXT)
    translated(home, slug="start-en")
    translated(page, slug="about")
    both = [("sv", f"{OURS}/om/"), ("en", f"{OURS}/en/about/"), ("x-default", f"{OURS}/om/")]

    for address, own in (("/om/", f"{OURS}/om/"), ("/en/about/", f"{OURS}/en/about/")):
        html = shown(client, address)
        assert links(html, "alternate") == both
        assert links(html, "canonical") == [(None, own)]
    assert properties(html)["og:locale"] == "en_GB"
    assert properties(html)["og:locale:alternate"] == "sv_SE"


def test_a_contact_is_an_office_with_its_hours(client, home, contact, time_machine):
    time_machine.move_to("2026-05-12T10:00:00+02:00", tick=False)
    below(home, ContactPage, "Kontakt", slug="kontakt")

    office = things(shown(client, "/kontakt/"))["GovernmentOffice"]

    assert office["name"] == "Bemanningen"
    assert office["description"] == "pass & bokningar"
    assert office["telephone"] == "+46980319210"
    assert office["url"] == f"{OURS}/kontakt/"
    assert office["parentOrganization"]["name"] == "Älvsunda kommun"
    assert [(row["opens"], row["closes"]) for row in office["openingHoursSpecification"]] == [
        ("06:30", "11:30"),
        ("12:30", "16:00"),
    ]
    assert office["specialOpeningHoursSpecification"][0]["validFrom"] == "2026-05-14"
    assert office["specialOpeningHoursSpecification"][0]["opens"] == "00:00"


def test_answers_are_questions_with_answers_in_plain_text(client, home):
    answer = {"question": "Är jag <bokad>?", "answer": "<p>Ja, <b>du</b> är det.</p>", "on_start": False}
    below(home, FAQPage, "Frågor", slug="fragor", groups=[("group", {"heading": "Pass", "answers": [answer]})])

    [question] = things(shown(client, "/fragor/"))["FAQPage"]["mainEntity"]

    assert question["name"] == "Är jag <bokad>?"
    assert question["acceptedAnswer"]["text"].split() == ["Ja,", "du", "är", "det."]


def test_the_way_from_the_start_page_is_told(client, home):
    below(below(home, GuideIndexPage, "Guider"), GuidePage, "Intyg", steps=[STEP])

    steps = things(shown(client, "/guider/intyg/"))["BreadcrumbList"]["itemListElement"]

    assert [(step["position"], step["item"]) for step in steps] == [
        (1, f"{OURS}/"),
        (2, f"{OURS}/guider/"),
        (3, f"{OURS}/guider/intyg/"),
    ]


def test_no_text_can_end_the_element_that_it_stands_in():
    dirty = "</script><script>alert(1)</script><!-- &"

    element = structured.script(structured.answers([(dirty, dirty)]))

    assert element.count("<") == element.count(">") == 2
    [data] = DATA.findall(element)
    assert json.loads(data)["mainEntity"][0]["name"] == dirty


def test_a_day_without_end_closes_at_its_last_minute():
    week = Schedule({6: [Interval(time(0), time(0))]})

    office = structured.office(
        dict.fromkeys(("name", "about", "phone", "email", "url"), ""), week, of="", today=date.min
    )

    [row] = office["openingHoursSpecification"]
    assert (row["opens"], row["closes"], row["dayOfWeek"]) == ("00:00", "23:59", ["https://schema.org/Sunday"])
    assert "telephone" not in office


def test_dates_that_have_been_are_not_told():
    days = {date(2026, 5, day): [Interval(time(8), time(12))] for day in (11, 12, 13)}
    said = dict.fromkeys(("name", "about", "phone", "email", "url"), "x")

    office = structured.office(said, Schedule({}, days), of="", today=date(2026, 5, 12))

    assert [row["validFrom"] for row in office["specialOpeningHoursSpecification"]] == ["2026-05-12", "2026-05-13"]


def test_an_advert_is_a_job_that_can_be_applied_for_through_its_last_day():
    advert = structured.Job(
        title="Undersköterska",
        text="Sommarjobb.",
        posted=date(2026, 5, 1),
        last_day=date(2026, 5, 31),
        employer="Älvsunda kommun",
        place="Älvsunda",
        address=f"{OURS}/jobb/underskoterska/",
    )

    told = structured.job(advert)

    assert told["@type"] == "JobPosting"
    assert told["validThrough"] == "2026-05-31T23:59"
    assert told["hiringOrganization"]["name"] == "Älvsunda kommun"
    assert told["jobLocation"]["address"] == {
        "@type": "PostalAddress",
        "addressLocality": "Älvsunda",
        "addressCountry": "SE",
    }


def test_every_page_has_one_title_one_heading_and_one_address(client, home, contact):
    home.contact = contact
    home.save()
    below(home, ContactPage, "Kontakt", slug="kontakt")

    for address in ("/", "/kontakt/", "/en/kontakt/"):
        html = shown(client, address)
        assert html.count("<title") == html.count("<h1") == len(links(html, "canonical")) == 1
    assert "GovernmentOffice" in things(shown(client, "/"))
